import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { createToken } from "@/lib/api-tokens/commands";
import { publishArticle, unpublishArticle, updateArticle } from "@/lib/articles/commands";
import { articles } from "@/lib/db/schema";
import { reindex } from "@/lib/search/reindex";
import { localStorage } from "@/lib/storage/local";
import { takeDownArticle } from "@/lib/takedowns/commands";
import { askApi, SITE, useDatabase } from "@/lib/testing/ask-api";
import { testDb } from "@/lib/testing/db";
import { actorOf, articleForm, makeArticle, makeCategory, makeUser } from "@/lib/testing/factories";
import { OPERATION_IDS, operation } from "./operations";
import type { ChangeAnswer } from "./schemas/change";

const database = testDb();
useDatabase(database);

/** Stands in everything that nobody may see. */
const SECRET = "机密四十二";
const now = new Date();
const ahead = new Date(now.getTime() + 3_600_000);
const text = { title: SECRET, summary: SECRET, bodyHtml: `<p>${SECRET}</p>` };
const hidden: Record<string, Partial<typeof articles.$inferInsert>> = {
  draft: { status: "draft" },
  review: { status: "in_review" },
  scheduled: { status: "scheduled", publishAt: ahead },
  future: { status: "published", publishAt: ahead },
  binned: { status: "trashed", trashedFrom: "draft" },
};
const ids: Record<string, string> = {};
let secret: string;
let start: string;

type Changes = { items: ChangeAnswer[]; next: string; more: boolean };
const changesSince = async (since: string): Promise<Changes> =>
  (await askApi(`/changes?text=full&since=${since}`)).json() as Promise<Changes>;
const context = async () =>
  ({ db: database.db, actor: actorOf("admin", (await makeUser(database.db, { role: "admin" })).id), now }) as const;

beforeAll(async () => {
  const { db } = database;
  const ctx = await context();
  start = (await changesSince("now")).next;
  const { id: categoryId } = await makeCategory(db, { slug: "quanwen", feedText: "full" });
  for (const [slug, set] of Object.entries(hidden))
    ids[slug] = (await makeArticle(db, { slug, categoryId, ...text, ...set })).id;
  for (const slug of ["withdrawn", "taken", "known"]) {
    const { id } = await makeArticle(db, { slug, categoryId, ...text });
    ids[slug] = id;
    await publishArticle(ctx, { id, version: 1 });
  }
  await unpublishArticle(ctx, { id: ids.withdrawn!, version: 2, reason: "公告有误" });
  const takedown = { requester: "法院", reason: "侵权", basis: "", confirm: "永久删除" as const };
  await takeDownArticle(ctx, localStorage("/nowhere"), { id: ids.taken!, version: 2, ...takedown });
  // Once known and a draft again: its new address is nobody's business.
  await db
    .update(articles)
    .set({ status: "draft", slug: `${SECRET}-slug` })
    .where(eq(articles.id, ids.known!));
  await reindex(db);
  secret = (await createToken(ctx, { name: SECRET, scopes: ["full-text"], days: "0" })).secret;
});

test("no answer of any operation says a word of what is not public, also to a partner", async () => {
  const params = ["quanwen", ...Object.keys(ids), ...Object.values(ids)];
  let asked = 0;
  for (const id of OPERATION_IDS) {
    const { path, param, query } = operation(id);
    const queries = "q" in query.shape ? [`?q=${SECRET}&text=full`] : "text" in query.shape ? ["", "?text=full"] : [""];
    for (const one of param ? params.map((value) => path.replace(/\{\w+\}/, value)) : [path])
      for (const more of queries)
        for (const headers of [undefined, { authorization: `Bearer ${secret}` }]) {
          const response = await askApi(one + more, { headers });
          expect([200, 404, 410], one).toContain(response.status);
          expect(decodeURIComponent(await response.text()), one + more).not.toContain(SECRET);
          asked++;
        }
  }
  expect(asked).toBeGreaterThan(100);
});

test.each(Object.keys(hidden))("a %s is not there, by its address and by its id", async (slug) => {
  for (const path of [slug, ids[slug]]) expect((await askApi(`/articles/${path}`)).status).toBe(404);
});

test("what is gone says so and why", async () => {
  for (const [slug, why] of [
    ["withdrawn", "公告有误"],
    ["taken", "侵权"],
  ] as const)
    for (const path of [slug, ids[slug]]) {
      const response = await askApi(`/articles/${path}`);
      expect(response.status).toBe(410);
      expect(await response.json()).toMatchObject({ status: 410, detail: expect.stringContaining(why) });
    }
});

test("the log tells of what is gone its id, address, kind, time and reason, and no more", async () => {
  const { items } = await changesSince(start);
  const of = (slug: string, kind: string) => items.find((item) => item.id === ids[slug] && item.kind === kind);
  const at = expect.stringMatching(/\+08:00$/);
  const [withdrawn, taken] = [of("withdrawn", "withdrawn"), of("taken", "taken_down")];
  expect(withdrawn).toEqual({
    ...{ kind: "withdrawn", at, id: ids.withdrawn, uri: `${SITE}/articles/withdrawn`, reason: "公告有误" },
  });
  expect(taken).toEqual({
    ...{ kind: "taken_down", at, id: ids.taken, uri: `${SITE}/articles/taken`, reason: "侵权" },
  });
  // What came before is in the log as well, without the text that is gone since.
  expect(of("withdrawn", "published")).toMatchObject({ article: null });
  expect(of("known", "published")).toMatchObject({ article: null, uri: null });
  expect(items.filter(({ id }) => Object.keys(hidden).some((slug) => ids[slug] === id))).toEqual([]);
});

test("who goes on from where they were gets each change once, in order, with the article as it is now", async () => {
  const ctx = await context();
  let { next } = await changesSince("now");
  expect(await changesSince(next)).toEqual({ items: [], next, more: false });
  const { id, categoryId, slug } = await makeArticle(database.db, { slug: "bian-geng" });
  await publishArticle(ctx, { id, version: 1 });
  await updateArticle(ctx, { ...articleForm({ categoryId, slug, title: "改过的题" }), id, version: 2 });
  const seen: string[] = [];
  for (let more = true; more; ) {
    const page = (await (await askApi(`/changes?since=${next}&limit=1`)).json()) as Changes;
    for (const item of page.items) {
      seen.push(item.kind);
      expect(item).toMatchObject({ id, article: { headline: "改过的题", slug } });
    }
    ({ next, more } = page);
  }
  expect(seen).toEqual(["published", "updated"]);
  expect((await changesSince(next)).items).toEqual([]);
});
