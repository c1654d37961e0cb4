import { randomUUID } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tag } from "@/lib/cache/tags";
import { createOutlet, updateOutlet } from "@/lib/categories/commands";
import { mergeOutlets } from "@/lib/categories/merge-commands";
import { planOutletMerge } from "@/lib/categories/plan-queries";
import { splitOutlet } from "@/lib/categories/split-commands";
import { DEFAULT_POLICY, updateOutletInput } from "@/lib/categories/validation";
import { auditLog, categories, outbox } from "@/lib/db/schema";
import { listMonths } from "@/lib/sitemaps/month-queries";
import { runAct } from "@/lib/taxonomy/run";
import { testDb } from "@/lib/testing/db";
import { actorOf, makeArticle, makeCategory } from "@/lib/testing/factories";

const database = testDb();
const now = new Date("2026-11-24T04:00:00Z");
const ctx = (actor = actorOf("editor")) => ({ db: database.db, actor, now });
const CLOSED = { indexing: "noindex", inNews: false, aiCrawlers: false, feedText: "summary" } as const;
const form = (row: { id: string; name: string; slug: string }, policy: object = {}) => ({
  ...{ id: row.id, version: 1, name: row.name, slug: row.slug, pinyin: "", description: "", logoId: null },
  ...DEFAULT_POLICY,
  ...policy,
});
const stored = async (id: string) => (await database.db.select().from(categories).where(eq(categories.id, id)))[0]!;
const published = (categoryId: string, set: object = {}) =>
  makeArticle(database.db, { categoryId, status: "published", publishAt: new Date("2024-05-20T00:00:00Z"), ...set });
const listed = async () => (await listMonths(database.db, "2024-05"))[0]?.listed ?? 0;

test("a change of policy is on record with both values, and ends every page that says it", async () => {
  const outlet = await makeCategory(database.db);
  const { tags } = await updateOutlet(ctx(), form(outlet, { indexing: "noindex", aiCrawlers: true, feedText: "full" }));
  expect(await stored(outlet.id)).toMatchObject({
    indexing: "noindex",
    inNews: true,
    aiCrawlers: true,
    feedText: "full",
  });
  const [row] = await database.db.select().from(auditLog).where(eq(auditLog.subjectId, outlet.id));
  expect(row).toMatchObject({
    action: "category.updated",
    change: { indexing: { from: "index", to: "noindex" }, aiCrawlers: { from: false, to: true } },
  });
  expect(tags).toEqual(expect.arrayContaining([tag.indexing, tag.outlet(outlet.id), tag.category(outlet.id)]));
  const [announced] = await database.db.select().from(outbox).orderBy(desc(outbox.id)).limit(1);
  expect(announced!.payload.tags).toContain(tag.indexing);
});

test("a form that does not know the policy is refused: it must take nothing back", () => {
  const { indexing: _, ...rest } = form({ id: randomUUID(), name: "报", slug: "bao" });
  expect(updateOutletInput.safeParse(rest).success).toBe(false);
});

test.each([
  ["an author", () => actorOf("author")],
  ["an editor of another outlet", () => actorOf("editor", randomUUID(), [randomUUID()])],
])("%s changes no policy", async (_who, who) => {
  const outlet = await makeCategory(database.db);
  await expect(updateOutlet(ctx(who()), form(outlet, CLOSED))).rejects.toMatchObject({ code: "forbidden" });
  expect((await stored(outlet.id)).indexing).toBe("index");
});

test("an outlet that is made by a split allows what the other does", async () => {
  const outlet = await makeCategory(database.db, CLOSED);
  await published(outlet.id, { title: "港股早报" });
  const act = randomUUID();
  const criteria = { sources: [], words: "港股", from: "", until: "", tag: "" };
  await splitOutlet(ctx(), { act, id: outlet.id, criteria, into: null, name: "港股分社", slug: "" });
  await runAct(database.db, act);
  const [made] = await database.db.select().from(categories).where(eq(categories.name, "港股分社"));
  expect(made).toMatchObject({ ...CLOSED, publishedCount: 1 });
  expect(await listed()).toBe(0);
});

test("articles that a merge moves stand under the other's policy, which is said beforehand", async () => {
  const [closed, open] = [await makeCategory(database.db, CLOSED), await makeCategory(database.db)];
  const same = await createOutlet(ctx(), { ...form({ id: randomUUID(), name: "同样的报", slug: "" }) });
  await published(closed.id);
  const before = await listed();
  const plan = (into: string) => planOutletMerge(ctx(), { id: open.id, into });
  expect((await plan(closed.id)).hasOtherPolicy).toBe(true);
  expect((await plan(same.id)).hasOtherPolicy).toBe(false);
  const act = randomUUID();
  await mergeOutlets(ctx(), { act, id: closed.id, into: open.id });
  await runAct(database.db, act);
  expect(await listed()).toBe(before + 1);
  const topics = await database.db.select().from(outbox);
  const moved = topics.filter(({ topic }) => topic.startsWith("taxonomy.") || topic === "category.merged");
  expect(moved.flatMap(({ payload }) => payload.tags)).toContain(tag.indexing);
});
