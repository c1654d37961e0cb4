export {};

const BENCHES = {
  pages: () => import("./pages"),
  import: () => import("./import"),
} as const;

const name = process.argv[2] ?? "";
if (!(name in BENCHES)) {
  console.error(`Usage: npm run bench -- ${Object.keys(BENCHES).join("|")}`);
  process.exit(1);
}
const { run } = await BENCHES[name as keyof typeof BENCHES]();
await run();
