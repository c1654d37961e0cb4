import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asc } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { clusterMembers } from "@/lib/db/schema";
import { runImport } from "@/lib/importers/jekyll/run";
import { searchParams } from "@/lib/search/filters";
import { findPage } from "@/lib/search/find-page";
import { testDb } from "@/lib/testing/db";
import { actorOf } from "@/lib/testing/factories";
import { recluster } from "./recluster";
import { splitStory } from "./verdict-commands";

const database = testDb();
const folder = mkdtempSync(join(tmpdir(), "finews-clusters-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const now = new Date("2026-11-24T00:00:00Z");
const TEXT = [
  "两部门今日联合印发通知，将长途货运换电试点城市由15个扩至21个，单站补贴上限由80万元提高到120万元，明年1月1日起执行。",
  "通知要求，试点城市应当在明年三月底前公布站点布局方案，优先在物流园区、港口和高速公路服务区建站。",
];

function site(name: string, posts: Record<string, { title: string; outlet: string; text: string[] }>) {
  const path = join(folder, name);
  mkdirSync(join(path, "_posts"), { recursive: true });
  for (const [id, { title, outlet, text }] of Object.entries(posts)) {
    const head = `---\ntitle: "${title}"\ndate: 2026-11-23 10:${id.slice(-2)}:00 +0800\ncategories: ${outlet}\ntags: ${outlet}新闻\n---`;
    writeFileSync(
      join(path, "_posts", `2026-11-23-NW${id}.md`),
      `${head}\n${text.map((one) => `<p>${one}</p>`).join("")}`,
    );
  }
  return path;
}
async function importSite(path: string) {
  const result = await runImport({ db: database.db, actor: { kind: "system", job: "import" }, now }, { path });
  await recluster({ db: database.db, actor: { kind: "system", job: "recluster" }, now });
  return result;
}
const clusters = async () => {
  const rows = await database.db.select().from(clusterMembers).orderBy(asc(clusterMembers.publishedAt));
  return rows.map(({ articleId }) => articleId);
};

test("what was imported is put into clusters, a search says how many outlets there are, and what an editor split stays so when files change", async () => {
  const first = { title: "长途货运换电试点扩至21城", outlet: "jia", text: TEXT };
  const second = { title: "换电重卡再迎利好", outlet: "yi", text: TEXT };
  const third = { title: "两部门扩大换电试点", outlet: "bing", text: [TEXT[0]!] };
  const ids = ["202611231234567801", "202611231234567802", "202611231234567803"] as const;
  await importSite(site("one", { [ids[0]]: first, [ids[1]]: second, [ids[2]]: third }));
  const found = await clusters();
  expect(found).toHaveLength(3);

  const page = await findPage(database.db, searchParams.parse({ q: "换电试点" }));
  expect(page.hits.map(({ cluster }) => cluster?.outlets)).toEqual([3, 3, 3]);
  expect(page.count.count).toBe(3);

  await splitStory({ db: database.db, actor: actorOf("editor"), now }, { id: found[1]! });
  expect(await clusters()).toEqual([found[0], found[2]]);
  const changed = [...TEXT, "业内人士认为，标准先行有助于解决不同车型电池互不通用的问题。"];
  const { counts } = await importSite(
    site("two", { [ids[0]]: { ...first, text: changed }, [ids[1]]: { ...second, text: changed } }),
  );
  expect(counts.updated).toBe(2);
  expect(await clusters()).toEqual([found[0], found[2]]);
});
