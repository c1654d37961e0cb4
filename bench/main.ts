import { OperatorError } from "@/lib/errors";

const BENCHES = {
  pages: () => import("./pages"),
  import: () => import("./import"),
  revisions: () => import("./revisions"),
  list: () => import("./list"),
  taxonomy: () => import("./taxonomy"),
  mentions: () => import("./mentions"),
  audit: () => import("./audit"),
  stock: () => import("./stock"),
  search: () => import("./search"),
  archive: () => import("./archive"),
  live: () => import("./live"),
  cluster: () => import("./clusters"),
  feeds: () => import("./feeds"),
  lighthouse: () => import("./lighthouse"),
  "most-read": () => import("./most-read"),
  changes: () => import("./changes"),
  api: () => import("./api"),
  sitemaps: () => import("./sitemaps"),
  share: () => import("./share"),
} as const;

const name = process.argv[2] ?? "";
if (!(name in BENCHES)) {
  console.error(`Usage: npm run bench -- ${Object.keys(BENCHES).join("|")}`);
  process.exit(1);
}
const { run } = await BENCHES[name as keyof typeof BENCHES]();
await run().catch((error: unknown) => {
  console.error(error instanceof OperatorError ? `✗ ${error.message}` : error);
  process.exit(1);
});
