import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { eq, sql } from "drizzle-orm";
import tar from "tar-stream";
import { afterAll, describe, expect, test } from "vitest";
import type { Db } from "@/lib/db/client";
import { articles, categories, importFiles, redirects } from "@/lib/db/schema";
import { createTestDatabase, testDb } from "@/lib/testing/db";
import { exportSite } from "./export";
import { runImport } from "./jekyll/run";
import { snapshot } from "./snapshot";
import { zipOf } from "./zip-writer";

const now = new Date("2026-11-24T04:00:00Z");
const ctx = (db: Db) => ({ db, actor: { kind: "system", job: "import" } as const, now });
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const post = (
  title: string,
  body: string,
  { date = "2026-11-20 10:00:00 +0800", categories = "haianribao", tags = "海岸日报新闻" } = {},
) => `---\nlayout: post\ntitle: "${title}"\ndate: ${date}\ncategories: ${categories}\ntags: ${tags}\n---\n${body}`;
const emnews = { categories: "emnews", tags: "东财滚动新闻" };

const FILES: Record<string, string> = {
  "_posts/2026-11-20-NW202611201234567801.md": post(
    "双份稿件",
    '<p>甲公司今日公告。</p><p class="em_media">（文章来源：海岸日报）</p>\n\n<http://finews.zning.xyz/html_News/NewsShare.html?infoCode=NW202611201234567801>',
  ),
  "_posts/2026-11-20-202611201234567801.md": post(
    "双份稿件",
    '> 甲公司公告。（海岸日报）\n\n<p><span id="stock_1.600519"><a class="keytip" data-code="1,600519">甲公司</a></span>今日公告。</p>\n\n<http://finance.eastmoney.com/news/1350,202611201234567801.html>',
    emnews,
  ),
  "_posts/-202611201234567801.md": post("", "> 甲公司公告。\n\n<p>甲公司今日公告。</p>\n\n<>", {
    ...emnews,
    date: " +0800",
  }),
  "_posts/2026-11-20-202611201234567802.md": post(
    "【重要】央行操作",
    "\n今日开展逆回购。\n\n<http://finance.eastmoney.com/news/1350,202611201234567802.html>",
    emnews,
  ),
  "old_post/2026-11-20-NW202611201234567803.md": post(
    "同音一",
    '<p>正文一。<a href="https://finance.eastmoney.com/a/202611201234567801.html">前文</a></p>',
    { categories: "xinghuo", tags: "星火新闻" },
  ),
  "old_post/2026-11-20-NW202611201234567804.md": post("同音二", "<p>正文二。</p>", {
    categories: "xinghuo",
    tags: "兴货新闻",
  }),
  "_posts/2026-11-20-NW202611201234567805.md": post("空格栏目", "<p>正文。</p>", {
    categories: "ershiyi 21APP",
    tags: "二十一报 21APP新闻",
  }),
  "_posts/2026-11-20-broken.md": "没有文件头",
  "about.md": "---\nlayout: page\ntitle: 关于\n---\n说明",
};

function site(files: Record<string, string> = FILES): string {
  const folder = mkdtempSync(join(tmpdir(), "finews-site-"));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

describe("a whole site", () => {
  const database = testDb();
  const folder = site();

  test("gives each file its ledger row", async () => {
    const seen: Record<string, string> = {};
    const result = await runImport(ctx(database.db), {
      path: folder,
      onFile: ({ path, outcome }) => (seen[path] = outcome),
    });
    expect(result.counts).toEqual({ imported: 5, merged: 2, quarantined: 2, updated: 0, unchanged: 0 });
    expect(seen["_posts/-202611201234567801.md"]).toBe("merged");
    expect(seen["_posts/2026-11-20-broken.md"]).toBe("quarantined");
    expect(await database.db.$count(importFiles)).toBe(Object.keys(FILES).length);
  });

  test("twins are one story with the outlet's slug, the other's digest, mentions and address", async () => {
    const [story] = await database.db.select().from(articles).where(eq(articles.slug, "NW202611201234567801"));
    expect(story).toMatchObject({
      kind: "story",
      summary: "甲公司公告。（海岸日报）",
      bodyHtml: "<p>甲公司今日公告。</p>",
      sourceName: "海岸日报",
      originalUrl: "http://finance.eastmoney.com/news/1350,202611201234567801.html",
    });
    const paths = await database.db
      .select({ path: redirects.fromPath })
      .from(redirects)
      .where(eq(redirects.articleId, story!.id));
    expect(paths.map((row) => row.path)).toEqual(
      expect.arrayContaining([
        "/haianribao/2026/11/20/NW202611201234567801.html",
        "/emnews/2026/11/20/202611201234567801.html",
        "/articles/202611201234567801",
        "/old_post/2026-11-20-202611201234567801.md",
      ]),
    );
  });

  test("digests become flashes with their level", async () => {
    const [flash] = await database.db.select().from(articles).where(eq(articles.slug, "202611201234567802"));
    expect(flash).toMatchObject({ kind: "flash", level: 2, title: "央行操作", bodyHtml: "<p>今日开展逆回购。</p>" });
  });

  test("outlets of one pinyin are kept apart, blanks made safe", async () => {
    const rows = await database.db
      .select({ slug: categories.slug, name: categories.name })
      .from(categories)
      .orderBy(categories.slug);
    expect(rows).toEqual([
      { slug: "emnews", name: "东财滚动" },
      { slug: "ershiyi-21app", name: "二十一报 21APP" },
      { slug: "haianribao", name: "海岸日报" },
      { slug: "xinghuo", name: "兴货" },
      { slug: "xinghuo-2", name: "星火" },
    ]);
  });

  test("a link to the provider's page of a story that stands here leads to it", async () => {
    const [story] = await database.db.select().from(articles).where(eq(articles.slug, "NW202611201234567803"));
    expect(story?.bodyHtml).toBe('<p>正文一。<a href="/articles/NW202611201234567801">前文</a></p>');
  });

  test("the second run changes nothing", async () => {
    const before = await snapshot(database.db);
    await database.db.transaction(async (tx) => {
      // The counters of this connection may still hold rows of the transaction before.
      const writtenRows = async () => {
        const [row] = await tx.execute<{ n: number }>(
          sql`select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::int n from pg_stat_xact_user_tables`,
        );
        return row!.n;
      };
      const already = await writtenRows();
      const result = await runImport(ctx(tx as unknown as Db), { path: folder });
      expect(result.counts).toEqual({ imported: 0, merged: 0, quarantined: 0, updated: 0, unchanged: 9 });
      expect((await writtenRows()) - already).toBe(0);
    });
    expect(await snapshot(database.db)).toEqual(before);
  });

  test("export gives every file back byte for byte", async () => {
    const target = mkdtempSync(join(tmpdir(), "finews-export-"));
    folders.push(target);
    expect(await exportSite(database.db, target)).toBe(Object.keys(FILES).length);
    for (const [path, text] of Object.entries(FILES)) expect(readFileSync(join(target, path), "utf8"), path).toBe(text);
  });

  test("a changed file updates its article; an editor's change is kept", async () => {
    const path = "_posts/2026-11-20-NW202611201234567805.md";
    const changed = { ...FILES, [path]: FILES[path]!.replace("正文。", "新的正文。") };
    expect((await runImport(ctx(database.db), { path: site(changed) })).counts).toMatchObject({
      updated: 1,
      unchanged: 8,
    });
    const where = eq(articles.slug, "NW202611201234567805");
    const [updated] = await database.db.select().from(articles).where(where);
    expect(updated).toMatchObject({ bodyHtml: "<p>新的正文。</p>", version: 2 });

    await database.db.update(articles).set({ title: "编辑的标题", version: 3 }).where(where);
    const again = { ...FILES, [path]: FILES[path]!.replace("正文。", "更新的正文。") };
    expect((await runImport(ctx(database.db), { path: site(again) })).counts).toMatchObject({
      quarantined: 1,
      unchanged: 8,
    });
    const [kept] = await database.db.select().from(articles).where(where);
    expect(kept).toMatchObject({ title: "编辑的标题", bodyHtml: "<p>新的正文。</p>" });
  });
});

test("archives give the same database as the folder", async () => {
  const folder = site();
  const clean = await createTestDatabase();
  await runImport(ctx(clean.db), { path: folder });
  const archives = mkdtempSync(join(tmpdir(), "finews-archives-"));
  folders.push(archives);
  const inSite = Object.fromEntries(Object.entries(FILES).map(([path, text]) => [`finews-master/${path}`, text]));
  const pack = tar.pack();
  for (const [name, text] of Object.entries(inSite)) pack.entry({ name }, text);
  pack.entry({ name: "../2026-11-20-outside.md" }, FILES["about.md"]!);
  pack.finalize();
  writeFileSync(join(archives, "site.tar.gz"), gzipSync(await buffer(pack)));
  writeFileSync(join(archives, "site.zip"), zipOf(Object.entries(inSite)));
  for (const name of ["site.tar.gz", "site.zip"]) {
    const { db, drop } = await createTestDatabase();
    await runImport(ctx(db), { path: join(archives, name) });
    const withoutPage = ({ files, ...rest }: Awaited<ReturnType<typeof snapshot>>) => ({
      ...rest,
      files: files.filter((row) => !/about\.md$|outside\.md$/.test(String(row.path))),
    });
    const outside = (await snapshot(db)).files.find((row) => String(row.path).endsWith("outside.md"));
    expect(outside?.reason).toBe(name.endsWith(".zip") ? undefined : "路径指向网站之外，未保存原文");
    expect(withoutPage(await snapshot(db)), name).toEqual(withoutPage(await snapshot(clean.db)));
    await drop();
  }
  await clean.drop();
});

test("a dry run writes nothing", async () => {
  const { db, drop } = await createTestDatabase();
  const result = await runImport(ctx(db), { path: site(), dryRun: true });
  expect(result.counts.imported).toBe(5);
  expect(await db.$count(importFiles)).toBe(0);
  expect(await db.$count(categories)).toBe(0);
  await drop();
});

test("a run that is killed and started again ends like a clean one, whatever the batches", async () => {
  const folder = site();
  const clean = await createTestDatabase();
  await runImport(ctx(clean.db), { path: folder });
  for (const batchFiles of [1, 3]) {
    const killed = await createTestDatabase();
    let batches = 0;
    const kill = () => {
      if (++batches === 2) throw new Error("killed");
    };
    await expect(runImport(ctx(killed.db), { path: folder, batchFiles, onProgress: kill })).rejects.toThrow("killed");
    await runImport(ctx(killed.db), { path: folder, batchFiles: 2 });
    expect(await snapshot(killed.db)).toEqual(await snapshot(clean.db));
    await killed.drop();
  }
  await clean.drop();
});

test("one of two twins arriving later ends as the same story", async () => {
  const folder = site();
  const { "_posts/2026-11-20-NW202611201234567801.md": _, ...without } = FILES;
  const { db, drop } = await createTestDatabase();
  await runImport(ctx(db), { path: site(without) });
  const result = await runImport(ctx(db), { path: folder });
  expect(result.counts).toMatchObject({ imported: 1, unchanged: 8 });
  const rows = await db
    .select({ slug: articles.slug, summary: articles.summary })
    .from(articles)
    .where(eq(articles.title, "双份稿件"));
  expect(rows).toEqual([{ slug: "NW202611201234567801", summary: "甲公司公告。（海岸日报）" }]);
  await drop();
});
