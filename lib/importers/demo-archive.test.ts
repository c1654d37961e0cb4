import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { desc, eq, isNull, sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { recluster } from "@/lib/clusters/recluster";
import { articles, articleTags, categories, clusterMembers, importFiles, redirects, tags } from "@/lib/db/schema";
import { resolveOldPath } from "@/lib/redirects/queries";
import { testDb } from "@/lib/testing/db";
import { articlePath } from "@/lib/urls";
import { materialiseDemo } from "./demo";
import { type DemoFile, VARIATIONS } from "./demo-variations";
import { expectedText, shownText } from "./jekyll/expected-text";
import { mapPost } from "./jekyll/map";
import { runImport } from "./jekyll/run";

const database = testDb();
const folder = mkdtempSync(join(tmpdir(), "finews-demo-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const DEMO = join(process.cwd(), "demo");
const files: DemoFile[] = ["_posts", "old_post", "category"].flatMap((name) =>
  readdirSync(join(DEMO, name)).map((file) => ({
    folder: name,
    name: file,
    text: readFileSync(join(DEMO, name, file), "utf8"),
  })),
);
const posts = files.filter((file) => file.folder !== "category");

describe("the archive shows every variation of the old posts", () => {
  test.each(VARIATIONS)("%s", (_what, detector) => expect(detector(files)).toBe(true));
});

test.each(posts.map((file) => [`${file.folder}/${file.name}`, file.text]))("%s keeps its text", (path, raw) => {
  const mapped = mapPost(path, raw);
  if (!mapped.ok) throw new Error(mapped.reason);
  expect(shownText(mapped.post.bodyHtml)).toBe(expectedText(raw));
});

test("the demo archive comes in whole, with nothing ahead of now", async () => {
  const now = new Date("2027-02-03T01:30:00Z");
  await materialiseDemo(join(process.cwd(), "demo"), folder, now);
  const files = ["_posts", "old_post"].flatMap((name) =>
    existsSync(join(folder, name)) ? readdirSync(join(folder, name)) : [],
  );
  const ctx = { db: database.db, actor: { kind: "system", job: "import" } as const, now };
  const result = await runImport(ctx, { path: folder });
  await recluster(ctx);

  expect(result.files).toBe(files.length);
  const refused = await database.db.select().from(importFiles).where(isNull(importFiles.articleId));
  expect(refused.map((row) => `${row.path}: ${row.reason}`)).toEqual([]);
  const [newest] = await database.db.select().from(articles).orderBy(desc(articles.publishAt)).limit(1);
  expect(newest!.publishAt!.getTime()).toBeLessThanOrEqual(now.getTime());
  expect(now.getTime() - newest!.publishAt!.getTime()).toBeLessThan(24 * 3600_000);
  for (const article of await database.db.select({ id: articles.id }).from(articles)) {
    expect(await database.db.$count(redirects, eq(redirects.articleId, article.id))).toBeGreaterThan(0);
  }
});

describe("what a reader finds in it", () => {
  test("stories, outlets, all levels of flashes, tables, figures, lists, quotes and headings", async () => {
    const { db } = database;
    expect(posts.length).toBeGreaterThanOrEqual(80);
    expect(await db.$count(articles, eq(articles.kind, "story"))).toBeGreaterThanOrEqual(80);
    expect(await db.$count(categories)).toBeGreaterThanOrEqual(15);
    for (const level of [1, 2, 3]) {
      const flashes = await db.$count(articles, sql`kind = 'flash' and level = ${level}`);
      expect(flashes, `level ${level}`).toBeGreaterThanOrEqual(3);
    }
    for (const [piece, count] of Object.entries({
      ...{
        "<table>": 5,
        "<figcaption>": 8,
        "<h2>": 30,
        "<ul>": 2,
        "<ol>": 2,
        "<blockquote>": 2,
        'href="/articles/': 2,
      },
    })) {
      expect(await db.$count(articles, sql`body_html like ${`%${piece}%`}`), piece).toBeGreaterThanOrEqual(count);
    }
    expect(await db.$count(articles, sql`word_count >= 1200`)).toBeGreaterThanOrEqual(4);
    expect(await db.$count(articles, sql`word_count >= 600`)).toBeGreaterThanOrEqual(12);
  });

  test("one story that three outlets tell, in the order of publication", async () => {
    const rows = await database.db
      .select({ title: articles.title })
      .from(clusterMembers)
      .innerJoin(articles, eq(articles.id, clusterMembers.articleId))
      .orderBy(clusterMembers.clusterId, clusterMembers.publishedAt);
    expect(rows.map(({ title }) => title)).toEqual([
      "按季结算、上下封顶：电池厂与锂盐厂换了一份长协",
      "锂盐长协改按季度定价：让出一成，换来四成",
      "碳酸锂长协新框架：底价七万六，顶价九万四",
    ]);
  });

  test("pictures have their size and lie in public/", async () => {
    const rows = await database.db.select({ html: articles.bodyHtml }).from(articles);
    const images = rows.flatMap(({ html }) => [...html.matchAll(/<img src="([^"]*)"[^>]*>/g)]);
    expect(images.length).toBeGreaterThanOrEqual(10);
    for (const [image, src] of images) {
      expect(image).toMatch(/ width="1104" height="560">$/);
      expect(existsSync(join(process.cwd(), "public", src!)), src).toBe(true);
    }
  });

  test("keywords, each with several stories", async () => {
    const rows = await database.db
      .select({ name: tags.name, count: sql<number>`count(*)::int` })
      .from(articleTags)
      .innerJoin(tags, eq(tags.id, articleTags.tagId))
      .groupBy(tags.name);
    expect(rows.length).toBeGreaterThanOrEqual(12);
    expect(rows.filter(({ count }) => count >= 4).length).toBeGreaterThanOrEqual(8);
  });

  test("every old address leads to a published article or an outlet in one hop", async () => {
    const { db } = database;
    const published = new Set(
      (await db.select({ slug: articles.slug }).from(articles).where(eq(articles.status, "published"))).map(
        ({ slug }) => articlePath(slug),
      ),
    );
    const outlets = new Set((await db.select({ slug: categories.slug }).from(categories)).map(({ slug }) => slug));
    const ledger = await db
      .select({ path: importFiles.path, raw: importFiles.raw, slug: articles.slug })
      .from(importFiles)
      .innerJoin(articles, eq(articles.id, importFiles.articleId));
    for (const { path, raw, slug } of ledger) {
      const mapped = mapPost(path, raw.toString("utf8"));
      if (!mapped.ok) throw new Error(mapped.reason);
      for (const old of mapped.post.oldPaths) {
        expect(await resolveOldPath(db, old), old).toBe(articlePath(slug));
        expect(published).toContain(articlePath(slug));
      }
      const written = mapped.post.categories;
      for (const old of [`/category/${written}.html`, `/category/${written.toLowerCase()}.html`, `/${written}/`]) {
        const target = (await resolveOldPath(db, old))?.slice("/category/".length);
        expect(outlets, old).toContain(target);
      }
    }
  });
});
