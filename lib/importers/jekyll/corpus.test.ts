import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { articles, importFiles, mentions, redirects } from "@/lib/db/schema";
import { resolveOldPath } from "@/lib/redirects/queries";
import { testDb } from "@/lib/testing/db";
import { articlePath } from "@/lib/urls";
import type { FileResult } from "../batch";
import { expectedText, shownText } from "./expected-text";
import { mapPost } from "./map";
import { runImport } from "./run";

const CORPUS = join(process.cwd(), "../shared/corpus");
const POSTS = join(CORPUS, "posts");
const present = existsSync(POSTS);
if (!present) console.warn(`SKIPPED: ${POSTS} is not there, so the importer was not run on the old site's real posts.`);

const names = present ? readdirSync(POSTS).filter((name) => name.endsWith(".md")) : [];

/** The files that another file of the same story makes superfluous. */
const MERGED = new Set([
  "-202205262391921712.md",
  "2022-04-21-202204212352230938.md",
  "2022-05-31-202205312398034850.md",
]);

describe.skipIf(!present)("the old site's posts", () => {
  const database = testDb();
  const seen = new Map<string, FileResult>();

  beforeAll(async () => {
    if (!present) return;
    const ctx = {
      db: database.db,
      actor: { kind: "system", job: "import" } as const,
      now: new Date("2026-11-24T04:00:00Z"),
    };
    await runImport(ctx, { path: POSTS, onFile: (file) => seen.set(file.path, file) });
  });

  test("there are 36 of them", () => expect(names).toHaveLength(36));

  test.each(names)("%s: text kept, ledger row as expected", async (name) => {
    const raw = readFileSync(join(POSTS, name), "utf8");
    const mapped = mapPost(name, raw);
    if (!mapped.ok) throw new Error(mapped.reason);
    expect(shownText(mapped.post.bodyHtml)).toBe(expectedText(raw));
    expect(mapped.post.bodyHtml).not.toMatch(/class=|style=|data-|eastmoney\.com\/unify|GetPic/);

    expect(seen.get(name)).toMatchObject({ outcome: MERGED.has(name) ? "merged" : "imported" });
    const [row] = await database.db.select().from(importFiles).where(eq(importFiles.path, name));
    expect(row?.raw.equals(readFileSync(join(POSTS, name)))).toBe(true);
    expect(row?.articleId).not.toBeNull();
  });

  const addresses = present
    ? readFileSync(join(CORPUS, "INDEX.tsv"), "utf8")
        .split("\n")
        .map((line) => line.split("\t"))
        .filter((cells) => cells[4]?.startsWith("/"))
    : [];

  test.each(addresses.map((cells) => [cells[4]!, cells[0]!]))("%s leads to its article", async (address, name) => {
    const [file] = await database.db.select().from(importFiles).where(eq(importFiles.path, name));
    for (const path of [address, `/old_post/${name}`]) {
      const [redirect] = await database.db.select().from(redirects).where(eq(redirects.fromPath, path));
      expect(redirect?.articleId, path).toBe(file?.articleId);
    }
  });

  test.each(addresses.map((cells) => [cells[4]!, cells[0]!]))(
    "%s answers with one hop to a page",
    async (address, name) => {
      const [story] = await database.db
        .select({ slug: articles.slug, status: articles.status })
        .from(articles)
        .innerJoin(importFiles, eq(importFiles.articleId, articles.id))
        .where(eq(importFiles.path, name));
      expect(story?.status).toBe("published");
      expect(await resolveOldPath(database.db, address)).toBe(articlePath(story!.slug));
      const outlet = address.split("/")[1]!;
      for (const path of [`/category/${outlet}.html`, `/${outlet}/`, `/${outlet}`]) {
        expect(await resolveOldPath(database.db, path), path).toBe(`/category/${outlet}`);
      }
    },
  );

  test("39 securities are mentioned in the story on consumer electronics", async () => {
    const [story] = await database.db.select().from(articles).where(eq(articles.slug, "NW202205312398034850"));
    const symbols = await database.db
      .select({ symbol: mentions.symbol })
      .from(mentions)
      .where(eq(mentions.articleId, story!.id));
    expect(new Set(symbols.map((row) => row.symbol)).size).toBe(39);
    // A sector link inside 中航证券 and 国盛证券 is no mention; the index is linked as a glossary word.
    expect(symbols.map((row) => row.symbol)).not.toContain("BK0473");
    expect(symbols.map((row) => row.symbol)).toContain("SZ399006");
  });

  test("the outlet named in the text becomes the source", async () => {
    const rows = await database.db.select({ slug: articles.slug, source: articles.sourceName }).from(articles);
    const sources = new Map(rows.map((row) => [row.slug, row.source]));
    expect(sources.get("202205262391921712")).toBe("上海证券报");
    expect(sources.get("202112082206972753")).toBe("中证网");
    expect(sources.get("202112082207168450")).toBe("央视新闻客户端");
    expect(sources.get("202112082206672930")).toBe("");
  });
});
