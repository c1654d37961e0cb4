import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { publishArticle, trashArticle, unpublishArticle, updateArticle } from "@/lib/articles/commands";
import { articles, articleTags } from "@/lib/db/schema";
import { localStorage } from "@/lib/storage/local";
import { takeDownArticle } from "@/lib/takedowns/commands";
import { testDb } from "@/lib/testing/db";
import { actorOf, articleForm, makeArticle, makeCategory, makeTag, makeUser } from "@/lib/testing/factories";
import { ask, goneIn, idsIn, SITE, walk } from "@/lib/testing/feeds/portal";
import { LEAST, MOST } from "./cut";

vi.mock("next/server", async (original) => ({ ...(await original<object>()), connection: async () => {} }));

const database = testDb();
const folder = mkdtempSync(join(tmpdir(), "finews-feeds-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (minute: number) => new Date(Date.UTC(2025, 10, 1) + minute * 60_000);
/** The same in every run: where documents end is decided by ids. */
const idOf = (n: number) => `0190a0b0-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
let minute = 0;
let categoryId: string;
let tagId: string;

/** One more article, newer than all before. */
async function publish(title = "") {
  minute += 1;
  const set = {
    status: "published",
    publishAt: at(minute),
    categoryId,
    updatedAt: at(minute),
    kind: minute % 2 ? "story" : "flash",
  } as const;
  const row = await makeArticle(database.db, { ...set, id: idOf(minute), ...(title && { title }) });
  await database.db.insert(articleTags).values({ articleId: row.id, tagId, listedAt: at(minute) });
  return row;
}

beforeAll(async () => {
  Object.assign(process.env, { DATABASE_URL: database.url, SITE_URL: SITE });
  categoryId = (await makeCategory(database.db, { slug: "jia", feedText: "full" })).id;
  tagId = (await makeTag(database.db, { slug: "yi" })).id;
  for (let n = 0; n < 300; n++) await publish();
});

const newestFirst = async () =>
  (await database.db.select().from(articles).where(eq(articles.status, "published"))).sort(
    (a, b) => +b.publishAt! - +a.publishAt!,
  );

describe("the archive of a feed", () => {
  test.each([
    ["/all/atom.xml", () => true],
    ["/category/jia/feed.xml", () => true],
    ["/tag/yi/feed.json", () => true],
    ["/feed.xml", ({ kind }: { kind: string }) => kind === "story"],
    ["/live/atom.xml", ({ kind }: { kind: string }) => kind === "flash"],
  ])("leads from %s to every article exactly once, while others are published", async (path, isIn) => {
    const before = (await newestFirst()).filter(isIn).map(({ id }) => id);
    const documents = await walk(path, publish);
    const read = [...documents.values()].flatMap(idsIn);
    expect(read).toEqual(before);
    expect(documents.size).toBeGreaterThan(3);
    const sizes = [...documents.values()].map((text) => idsIn(text).length);
    expect(sizes[0]).toBeGreaterThanOrEqual(LEAST);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(MOST);
  });

  test("has documents that say so, name the one that is subscribed to, and stay byte for byte as news arrives", async () => {
    const [current, ...archive] = await walk("/category/jia/atom.xml");
    expect(current![1]).not.toContain("<fh:archive/>");
    for (const [, text] of archive) {
      expect(text).toContain("<fh:archive/>");
      expect(text).toContain(`<link rel="current" href="${SITE}/category/jia/atom.xml" type="application/atom+xml"/>`);
      expect(/<id>([^<]*)/.exec(text)![1]).toBe(`${SITE}/category/jia/atom.xml`);
    }
    for (let n = 0; n < 80; n++) await publish();
    for (const [path, text] of archive) expect((await ask(path)).text, path).toBe(text);
    const then = await walk("/category/jia/atom.xml");
    // The newest of them began in the middle of what is an archive now, or it is there still: nothing else is new behind it.
    for (const [path] of archive) expect([...then.keys()]).toContain(path);
  });

  test("has documents that only a change of their own, or of what was there, expires", async () => {
    const [current, ...archive] = await walk("/category/jia/atom.xml");
    const older = archive.at(-1)![0];
    const tagsOf = async (path: string) => [...(await ask(path)).notes.tags];
    const editor = actorOf("editor", (await makeUser(database.db)).id);
    const draft = await makeArticle(database.db, { categoryId });
    const now = at(minute + 1);
    const published = await publishArticle({ db: database.db, actor: editor, now }, { id: draft.id, version: 1 });
    expect((await tagsOf(current![0])).some((name) => published.tags.includes(name))).toBe(true);
    expect((await tagsOf(older)).filter((name) => published.tags.includes(name))).toEqual([]);

    const [old] = await database.db
      .select()
      .from(articles)
      .where(eq(articles.id, idsIn(archive.at(-1)![1])[0]!));
    const form = articleForm({ categoryId, slug: old!.slug, kind: old!.kind, title: "改过的题" });
    const edited = await updateArticle({ db: database.db, actor: editor, now }, { ...form, id: old!.id, version: 1 });
    expect((await tagsOf(older)).some((name) => edited.tags.includes(name))).toBe(true);
    expect((await ask(older)).text).toContain("改过的题");
  });
});

describe("what was taken back", () => {
  const hire = async (role: "admin" | "editor") => actorOf(role, (await makeUser(database.db, { role })).id);

  test("leaves, and a tombstone stands in its place and in the document that is subscribed to; nothing else changes", async () => {
    const before = await walk("/category/jia/atom.xml");
    const [path, text] = [...before].slice(1).find(([, one]) => idsIn(one).length > 1)!;
    const id = idsIn(text)[0]!;
    const reason = "来源 <不实> & 无法核实";
    const now = new Date(Date.now() - 1000);
    const { tags } = await unpublishArticle(
      { db: database.db, actor: await hire("editor"), now },
      { id, version: 1, reason },
    );

    const after = await walk("/category/jia/atom.xml");
    const changed = [...before].filter(([key, old]) => after.get(key) !== old).map(([key]) => key);
    expect(changed).toEqual(["/category/jia/atom.xml", path]);
    for (const key of changed) {
      const { text: shown, notes } = await ask(key);
      expect(goneIn(shown), key).toContain(id);
      expect(idsIn(shown), key).not.toContain(id);
      expect(shown).toContain("<at:comment>已撤回。原因：来源 &#60;不实&#62; &#38; 无法核实</at:comment>");
      expect(
        tags.some((name) => notes.tags.has(name)),
        key,
      ).toBe(true);
    }
    for (const other of ["/category/jia/feed.xml", "/category/jia/feed.json"])
      expect([...(await walk(other)).values()].join("")).not.toContain(id);
    const seen = [...after.values()].flatMap(idsIn);
    expect(seen).toEqual((await newestFirst()).map((row) => row.id));

    await publishArticle({ db: database.db, actor: await hire("editor"), now }, { id, version: 2 });
    expect((await walk("/category/jia/atom.xml")).get(path)).toContain(id);
  });

  test("and lies in the bin has one too; what readers never knew has none", async () => {
    const known = await publish();
    const unknown = await makeArticle(database.db, { categoryId });
    const ctx = { db: database.db, actor: await hire("editor"), now: new Date() };
    for (const { id } of [known, unknown]) await trashArticle(ctx, { id, version: 1 });
    for (const path of ["/category/jia/atom.xml", "/tag/yi/atom.xml", "/all/atom.xml"]) {
      const { text } = await ask(path);
      expect(goneIn(text), path).toContain(known.id);
      expect(text).not.toContain(unknown.id);
    }
    const [other, third] = known.kind === "flash" ? ["/feed.xml", "/atom.xml"] : ["/live/feed.xml", "/live/atom.xml"];
    expect((await ask(other!)).text).not.toContain(known.id);
    expect(goneIn((await ask(third!)).text)).not.toContain(known.id);
  });

  test("by a takedown leaves its id and that it was so, nothing of what it said, in every feed", async () => {
    const secret = "绝不可留的题目";
    const article = await publish(secret);
    const grounds = { requester: "某法院", reason: "侵害名誉权", basis: "某号", confirm: "永久删除" as const };
    const ctx = { db: database.db, actor: await hire("admin"), now: new Date() };
    expect((await ask("/tag/yi/atom.xml")).text).toContain(secret);
    await takeDownArticle(ctx, localStorage(folder), { id: article.id, version: 1, ...grounds });
    for (const list of ["", "/all", "/live", "/live/important", "/category/jia", "/tag/yi"]) {
      const texts = [...(await walk(`${list}/atom.xml`)).values()];
      expect(texts.join(""), list).not.toMatch(/绝不可留|某法院|侵害名誉权/);
    }
    const { text } = await ask("/tag/yi/atom.xml");
    expect(text).toMatch(
      new RegExp(`ref="urn:uuid:${article.id}" when="[^"]*"><at:comment>按要求永久删除</at:comment>`),
    );
    expect((await ask("/corrections/atom.xml")).text).toContain("删除：第 1 号");
  });
});
