import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { articles, articleTags, importFiles, outbox, redirects, revisions, tags } from "@/lib/db/schema";
import { resolveOldPath } from "@/lib/redirects/queries";
import { createTestDatabase } from "@/lib/testing/db";
import { exportSite } from "./export";
import type { Group } from "./jekyll/group";
import { mapGroup } from "./jekyll/group";
import { runImport } from "./jekyll/run";
import { importSafely } from "./safely";
import { snapshot } from "./snapshot";
import { Stopwatch } from "./stopwatch";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
function folder(files: Record<string, string> = {}): string {
  const made = mkdtempSync(join(tmpdir(), "finews-history-"));
  folders.push(made);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(made, path, ".."), { recursive: true });
    writeFileSync(join(made, path), text);
  }
  return made;
}

let database: Awaited<ReturnType<typeof createTestDatabase>>;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

let minute = 0;
const context = () => ({
  db: database.db,
  actor: { kind: "system", job: "import" } as const,
  now: new Date(Date.UTC(2026, 10, 24, 4, minute++)),
});
async function run(files: Record<string, string>, batchFiles?: number) {
  const seen: Record<string, string> = {};
  const result = await runImport(context(), {
    ...{ path: folder(files), batchFiles },
    onFile: ({ path, outcome, reason }) => {
      seen[path] = reason ? `${outcome}: ${reason}` : outcome;
    },
  });
  return { seen, counts: result.counts };
}

const post = (body: string, { date = "2026-11-20 10:00:00 +0800", tags: tagLine = "海岸日报新闻" } = {}) =>
  `---\ntitle: "题"\ndate: ${date}\ncategories: haianribao\ntags: ${tagLine}\n---\n${body}`;
const ID = "202611201234567801";
const OWN = `_posts/2026-11-20-NW${ID}.md`;
const footer =
  "\n\n[返回海岸日报新闻](//finews.withounder.com/category/haianribao.html)｜[返回首页](//finews.withounder.com/)";

const bodyOf = async (slug: string) => {
  const [row] = await database.db.select().from(articles).where(eq(articles.slug, slug));
  return row?.bodyHtml;
};

test("versions of one path: newer ones update, an older one that comes later is kept as history", async () => {
  const versions = [
    post("<p>一。</p>", { date: "2026-11-20 10:00:00" }),
    post("<p>二。</p>"),
    post(`<p>三。</p>${footer}`),
  ] as const;
  expect((await run({ [OWN]: versions[0] })).seen[OWN]).toBe("imported");
  expect((await run({ [OWN]: versions[2] })).seen[OWN]).toBe("updated");
  expect((await run({ [OWN]: versions[1] })).seen[OWN]).toBe("merged: 比已导入的版本旧");
  expect(await bodyOf(`NW${ID}`)).toBe("<p>三。</p>");
  expect(await database.db.$count(importFiles)).toBe(3);
  expect(await database.db.$count(revisions)).toBe(2);
  for (const version of versions) expect((await run({ [OWN]: version })).seen[OWN]).toBe("unchanged");

  // What came last does not count, the newest does: for a twin that arrives later, and for the export.
  const twin = `_posts/2026-11-20-${ID}.md`;
  await run({ [twin]: post("> 摘要。\n\n<p>频道版。</p>", { tags: "东财滚动新闻" }) });
  const [story] = await database.db.select().from(articles);
  expect(story).toMatchObject({ bodyHtml: "<p>三。</p>", summary: "摘要。" });
  const target = folder();
  await exportSite(database.db, target);
  expect(readFileSync(join(target, OWN), "utf8")).toBe(versions[2]);
});

test("two posts by hand with one slug are two stories, whatever the batches, and stay so", async () => {
  const files = {
    "_posts/2026-11-20-gonggao.md": post("<p>甲。</p>", { tags: "站长消息" }),
    "_posts/2026-11-21-gonggao.md": post("<p>乙。</p>", { date: "2026-11-21 10:00:00", tags: "站长消息" }),
  };
  for (const size of [1, 200]) {
    await database.drop();
    database = await createTestDatabase();
    expect((await run(files, size)).counts).toMatchObject({ imported: 2 });
    expect(await bodyOf("gonggao")).toBe("<p>甲。</p>");
    expect(await bodyOf("gonggao-20261121")).toBe("<p>乙。</p>");
  }
  expect((await run(files)).counts).toMatchObject({ unchanged: 2 });
  const moved = { "old_post/2026-11-21-gonggao.md": `${files["_posts/2026-11-21-gonggao.md"]}\n` };
  expect((await run(moved)).counts).toMatchObject({ merged: 0, imported: 1 });
  expect(await database.db.$count(articles)).toBe(2);
  expect(await resolveOldPath(database.db, "/haianribao/2026/11/21/gonggao.html")).toBe("/articles/gonggao-20261121");
});

test("keywords of a list become tags with their pages' marks of staleness; a later import adds, never takes", async () => {
  await run({ [OWN]: post("<p>甲。</p>", { tags: "[海岸日报新闻, 锂电, 储能]" }) });
  const named = async () =>
    (
      await database.db
        .select({ name: tags.name, at: articleTags.listedAt })
        .from(articleTags)
        .innerJoin(tags, eq(tags.id, articleTags.tagId))
        .orderBy(tags.name)
    ).map(({ name, at }) => `${name} ${at?.toISOString()}`);
  const at = "2026-11-20T02:00:00.000Z";
  expect(await named()).toEqual([`储能 ${at}`, `锂电 ${at}`]);
  const [made] = await database.db.select().from(tags).where(eq(tags.name, "锂电"));
  const [announced] = await database.db.select().from(outbox).orderBy(sql`id desc`);
  expect(announced?.payload.tags).toEqual(expect.arrayContaining([`tag:${made?.id}`]));
  const [revision] = await database.db.select().from(revisions);
  expect(revision?.fields).toMatchObject({ tags: ["锂电", "储能"] });

  await run({ [OWN]: post("<p>乙。</p>", { tags: "[海岸日报新闻, 钠电]" }) });
  expect(await named()).toEqual([`储能 ${at}`, `钠电 ${at}`, `锂电 ${at}`]);
});

test("a file that was put aside and is mended comes in as new", async () => {
  expect((await run({ [OWN]: "没有文件头" })).counts).toMatchObject({ quarantined: 1 });
  expect((await run({ [OWN]: post("<p>甲。</p>") })).seen[OWN]).toBe("imported");
});

test("a header that is longer than what is read of it beforehand is put aside", async () => {
  const long = post("<p>甲。</p>").replace("---\n", `---\nkeywords: ${"甲".repeat(9000)}\n`);
  const { seen } = await run({ [OWN]: long, "_posts/2026-11-20-NW202611201234567802.md": post("<p>乙。</p>") });
  expect(seen).toEqual({
    [OWN]: "imported",
    "_posts/2026-11-20-NW202611201234567802.md": "imported",
  });
  await database.drop();
  database = await createTestDatabase();
  expect((await run({ [OWN]: long })).seen[OWN]).toBe("quarantined: 文件头过长，读不到栏目");
});

test("what the database refuses is put aside alone; its neighbours come in", async () => {
  const file = (id: string) => ({
    ...{ path: `_posts/2026-11-20-NW${id}.md`, sha256: id, raw: Buffer.from(post("<p>甲。</p>")) },
  });
  const ids = ["202611201234567801", "202611201234567802", "202611201234567803"];
  const groups: Group[] = ids.map((id) => mapGroup(id, [file(id)]));
  groups[1]!.draft!.bodyHtml = "<p>\u0000</p>";
  await run({ "_posts/2026-11-20-NW202611201234567809.md": post("<p>先。</p>") });
  const [category] = await database.db.select({ id: articles.categoryId }).from(articles);
  const results = await importSafely(
    context(),
    groups,
    () => category!.id,
    () => undefined,
    new Stopwatch(),
  );
  expect(results.map(({ outcome }) => outcome)).toEqual(["imported", "quarantined", "imported"]);
  expect(results[1]?.reason).toMatch(/^数据库拒绝（22/);
});

test("an editor's article that holds the slug is left alone", async () => {
  await run({ [OWN]: post("<p>甲。</p>") });
  await database.db.delete(importFiles);
  await database.db.delete(redirects);
  const before = await snapshot(database.db);
  expect((await run({ [OWN]: post("<p>乙。</p>") })).seen[OWN]).toBe("quarantined: 已有同名文章，未导入");
  expect((await snapshot(database.db)).articles).toEqual(before.articles);
});
