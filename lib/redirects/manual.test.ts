import { desc } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/context";
import { articles, auditLog, categories, outbox, redirects, securities, tags } from "@/lib/db/schema";
import { readCsv } from "@/lib/redirects/csv";
import { listRedirects } from "@/lib/redirects/desk-queries";
import { importRedirects } from "@/lib/redirects/import-commands";
import { deleteRedirect, saveRedirect } from "@/lib/redirects/manual-commands";
import { readPath } from "@/lib/redirects/path";
import { resolveOldPath } from "@/lib/redirects/queries";
import { testDb } from "@/lib/testing/db";
import { actorOf, makeArticle, makeCategory } from "@/lib/testing/factories";

const database = testDb();
const now = new Date("2026-11-24T02:00:00Z");
const as = (actor: Actor) => ({ db: database.db, actor, now });
const editorActor = actorOf("editor");
const editor = () => as(editorActor);

beforeEach(async () => {
  const { db } = database;
  for (const table of [redirects, articles, categories, tags, securities]) await db.delete(table);
  const { id: categoryId } = await makeCategory(db, { slug: "caijing", name: "财经" });
  await makeArticle(db, { slug: "新地址", title: "新稿", status: "published", categoryId });
  await makeArticle(db, { slug: "caogao", title: "草稿", categoryId });
  await db.insert(tags).values({ slug: "锂电", name: "锂电" });
  await db.insert(securities).values({ symbol: "SH600519", name: "茅台" });
});

const save = (from: string, to: string, id?: string) => saveRedirect(editor(), { from, to, id });
const faultOf = (saving: Promise<unknown>) =>
  saving.then(
    () => null,
    ({ fields, message }) => Object.entries(fields)[0] ?? message,
  );

describe("saveRedirect", () => {
  test.each([
    ["/jiu/1.html", "/articles/新地址", "/articles/%E6%96%B0%E5%9C%B0%E5%9D%80"],
    ["/jiu/2.html/", "/articles/%E6%96%B0%E5%9C%B0%E5%9D%80", "/articles/%E6%96%B0%E5%9C%B0%E5%9D%80"],
    ["http://localhost:3000/jiu 3?a=1", "/category/caijing/", "/category/caijing"],
    ["/jiu/4", "/tag/锂电", "/tag/%E9%94%82%E7%94%B5"],
    ["/jiu/5", "/stock/SH600519", "/stock/SH600519"],
    ["/jiu/6", "/live", "/live"],
    ["/jiu/7", "/", "/"],
  ])("leads %s to %s", async (from, to, end) => {
    const saved = await save(from, to);
    expect(await resolveOldPath(database.db, saved.from)).toBe(end);
    expect(saved.tags).toEqual([`path:${saved.from}`]);
  });

  test.each([
    ["a draft", "/jiu", "/articles/caogao", "to", "还没有发布"],
    ["nothing", "/jiu", "/articles/none", "to", "没有页面"],
    ["another site", "/jiu", "https://example.com/", "to", "本站的地址"],
    ["itself", "/jiu", "/jiu", "to", "没有页面"],
    ["an address that has a page", "/live", "/", "from", "现在有7×24 快讯"],
    ["a story's address", "/articles/新地址", "/live", "from", "现在有《新稿》"],
    ["a draft's address", "/articles/caogao", "/live", "from", "现在有《草稿》"],
    ["an outlet's address", "/category/caijing", "/live", "from", "现在有财经"],
    ["the desk", "/admin/articles", "/live", "from", "后台"],
    ["a relative address", "jiu", "/live", "from", "以 / 开头"],
    ["an address with a scheme in disguise", "//example.com/jiu", "/live", "from", "以 / 开头"],
  ])("refuses %s", async (_what, from, to, field, message) => {
    const fault = await faultOf(save(from, to));
    expect(fault).toEqual([field, expect.stringContaining(message)]);
    expect(await database.db.$count(redirects)).toBe(0);
  });

  test("an address that leads on itself is followed, so that it stays one hop; one that others lead to is not moved", async () => {
    await save("/b", "/live");
    const { to } = await save("/a", "/b");
    expect(to).toBe("/live");
    // A page that was there when the redirect was made, and is gone.
    await database.db.insert(redirects).values({ fromPath: "/x", toPath: "/tag/weg" });
    expect(await faultOf(save("/tag/weg", "/live"))).toEqual(["from", expect.stringContaining("/x 正转到这里")]);
  });

  test("changes where one leads, and both addresses are stale", async () => {
    const { id } = await save("/jiu", "/live");
    expect(await faultOf(save("/jiu", "/"))).toEqual(["from", expect.stringContaining("已经有重定向")]);
    const saved = await save("/genjiu", "/articles/新地址", id);
    expect(saved.tags.sort()).toEqual(["path:/genjiu", "path:/jiu"]);
    expect(await resolveOldPath(database.db, "/jiu")).toBeNull();
    const [row] = await database.db.select().from(auditLog).orderBy(desc(auditLog.id)).limit(1);
    expect(row).toMatchObject({
      action: "redirect.updated",
      subjectId: id,
      change: { from: { from: "/jiu", to: "/genjiu" }, to: { from: "/live", to: "/articles/新地址" } },
    });
  });

  test("is not for authors; what is deleted is a 404 again, in every instance", async () => {
    const author = as(actorOf("author"));
    await expect(saveRedirect(author, { from: "/jiu", to: "/live" })).rejects.toMatchObject({ code: "forbidden" });
    const { id } = await save("/jiu", "/live");
    await expect(deleteRedirect(author, { id })).rejects.toMatchObject({ code: "forbidden" });
    await deleteRedirect(editor(), { id });
    expect(await resolveOldPath(database.db, "/jiu")).toBeNull();
    const [told] = await database.db.select().from(outbox).orderBy(desc(outbox.id)).limit(1);
    expect(told).toMatchObject({ topic: "redirect.deleted", payload: { tags: ["path:/jiu"] } });
    await expect(deleteRedirect(editor(), { id })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("importRedirects", () => {
  const csv = [
    "旧地址,新地址",
    "/a,/live",
    '"/b, c",/articles/新地址',
    "/a,/",
    "/d,/nowhere",
    "",
    "/e;/category/caijing",
    "/f\t/a",
  ].join("\r\n");

  test("a dry run tells what the import then does, and writes nothing", async () => {
    await save("/e", "/live");
    const before = [await database.db.$count(auditLog), await database.db.$count(outbox)];
    const tried = await importRedirects(editor(), { csv, dryRun: true });
    expect([
      await database.db.$count(redirects),
      await database.db.$count(auditLog),
      await database.db.$count(outbox),
    ]).toEqual([1, ...before]);
    const done = await importRedirects(editor(), { csv, dryRun: false });
    expect(tried.lines).toEqual(done.lines);
    expect(done.lines.map(({ line, outcome }) => [line, outcome])).toEqual([
      [2, "created"],
      [3, "created"],
      [4, "refused"],
      [5, "refused"],
      [7, "updated"],
      [8, "created"],
    ]);
    expect(await resolveOldPath(database.db, "/f")).toBe("/live");
    expect(await resolveOldPath(database.db, "/b, c")).toMatch(/^\/articles\//);
    const again = await importRedirects(editor(), { csv, dryRun: false });
    expect(again.lines.map(({ outcome }) => outcome)).toEqual([
      "unchanged",
      "unchanged",
      "refused",
      "refused",
      "unchanged",
      "unchanged",
    ]);
  });

  test("is bounded", async () => {
    const many = Array.from({ length: 1001 }, (_, n) => `/a${n},/live`).join("\n");
    await expect(importRedirects(editor(), { csv: many, dryRun: true })).rejects.toMatchObject({
      fields: { csv: expect.stringContaining("1001 行") },
    });
    await expect(importRedirects(editor(), { csv: "from,to", dryRun: true })).rejects.toMatchObject({
      code: "invalid",
    });
  });
});

test("the list is paged by position and found by the beginning of a path", async () => {
  const [article] = await database.db.select({ id: articles.id }).from(articles).limit(1);
  const rows = Array.from({ length: 120 }, (_, n) => ({
    fromPath: `/${n % 2 ? "alt" : "jiu"}/${String(n).padStart(3, "0")}_%`,
    articleId: article!.id,
  }));
  for (const row of rows) await database.db.insert(redirects).values(row);
  const first = await listRedirects(database.db, undefined, {});
  const second = await listRedirects(database.db, undefined, { after: first.items.at(-1)!.id });
  expect([first.items.length, first.items[0]!.from, second.items[0]!.from]).toEqual([50, "/alt/119_%", "/alt/069_%"]);
  const back = await listRedirects(database.db, undefined, { before: second.items[0]!.id });
  expect(back.items).toEqual(first.items);
  const found = await listRedirects(database.db, "/jiu/", {});
  expect([found.items.length, found.items[0]!.from, found.hasOlder]).toEqual([50, "/jiu/000_%", true]);
  const rest = await listRedirects(database.db, "/jiu/", { after: found.items.at(-1)!.from });
  expect([rest.items.length, rest.items[0]!.from, rest.hasOlder]).toEqual([10, "/jiu/100_%", false]);
  expect((await listRedirects(database.db, "/jiu/00_", {})).items).toEqual([]);
});

test.each([
  ["/a/b/", "/a/b"],
  [" /a b?x=1#y ", "/a b"],
  ["/%E6%96%B0", "/新"],
  ["https://site.example/a", "/a"],
  ["https://other.example/a", null],
  ["/a//b", null],
  ["/a%00b", null],
  ["/%zz", null],
  ["a", null],
  ["/\\evil.example", null],
])("%s is the path %s", (text, path) => {
  expect(readPath(text, "https://site.example")).toBe(path);
});

test("a CSV may be quoted, and its headings are left out", () => {
  expect(readCsv('\uFEFFfrom,to\n"/a ""b""", "/c"\n/d , /e\n')).toEqual([
    { line: 2, from: '/a "b"', to: "/c" },
    { line: 3, from: "/d", to: "/e" },
  ]);
});
