import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import {
  createArticle,
  publishArticle,
  restoreArticle,
  trashArticle,
  unpublishArticle,
  updateArticle,
} from "@/lib/articles/commands";
import { listByTag, listTimeline } from "@/lib/articles/queries";
import { tag } from "@/lib/cache/tags";
import { articleSignatures, articles, auditLog, clusterMembers } from "@/lib/db/schema";
import { gatherNews } from "@/lib/front/news";
import { findPlacedAs } from "@/lib/front/queries";
import { testDb } from "@/lib/testing/db";
import { actorOf, articleForm, makeCategory } from "@/lib/testing/factories";
import { forgetClusters, recluster } from "./recluster";
import { mergeStories, splitStory } from "./verdict-commands";

const database = testDb();
const editor = actorOf("editor");
const START = Date.UTC(2026, 10, 23, 2);
const at = (minutes: number) => new Date(START + minutes * 60_000);
const as = (now: Date) => ({ db: database.db, actor: editor, now });

let told = 0;
/** A story of its own in four sentences, with a figure in each. */
function story(figure = 1117) {
  const name = `${"甲乙丙丁戊己庚辛壬癸"[told % 10]}${"山海川林石泉云雪"[(told >> 3) % 8]}锂业${++told}号`;
  return {
    title: `${name}前三季度净利润预增${figure}%`,
    bodyHtml: [
      `<p>${name}晚间公告，预计前三季度净利润同比增长${figure}%左右，主要产品量价齐升。</p>`,
      `<p>公司表示，二期产线于上半年全面达产，单位成本明显下降，下游客户的订单排到明年二月。</p>`,
      `<p>${name}同时提示，上述数据为初步测算结果，未经会计师事务所审计，请投资者注意风险。</p>`,
    ].join(""),
  };
}

async function publish(minutes: number, set: Partial<ReturnType<typeof articleForm>>) {
  const ctx = as(at(minutes));
  const categoryId = set.categoryId ?? (await makeCategory(database.db)).id;
  const { article } = await createArticle(ctx, articleForm({ ...set, categoryId }));
  return publishArticle(ctx, { id: article.id, version: 1 });
}
const clusterOf = async (id: string) => {
  const [own] = await database.db.select().from(clusterMembers).where(eq(clusterMembers.articleId, id));
  if (!own) return [];
  const rows = await database.db
    .select({ id: clusterMembers.articleId })
    .from(clusterMembers)
    .where(eq(clusterMembers.clusterId, own.clusterId))
    .orderBy(clusterMembers.publishedAt, clusterMembers.articleId);
  return rows.map((row) => row.id);
};

describe("a story that a second outlet publishes", () => {
  test("is one cluster, in the order of publication, and the first one's pages are told", async () => {
    const text = story();
    const first = await publish(10, text);
    const second = await publish(20, { ...text, title: "锂价回暖带动业绩大涨" });
    expect(await clusterOf(first.article.id)).toEqual([first.article.id, second.article.id]);
    expect(second.tags).toContain(tag.article(first.article.id));
    expect(second.tags).not.toContain(tag.homeOlder);
  });

  test("with another figure is another story", async () => {
    const text = story();
    const first = await publish(10, text);
    const other = (html: string) => html.replaceAll("1117", "1217");
    const second = await publish(20, { title: other(text.title), bodyHtml: other(text.bodyHtml) });
    expect(await clusterOf(first.article.id)).toEqual([]);
    expect(await clusterOf(second.article.id)).toEqual([]);
  });

  test("four days later is another story", async () => {
    const text = story();
    const first = await publish(10, text);
    await publish(10 + 4 * 24 * 60, text);
    expect(await clusterOf(first.article.id)).toEqual([]);
  });

  test("stands once in the list of all, and once in a list by tag, by the first there", async () => {
    const text = story();
    const first = await publish(30, text);
    const second = await publish(31, { ...text, tags: ["同题锂价"] });
    const third = await publish(32, { ...text, tags: ["同题锂价"] });
    const shown = (await listTimeline(database.db, "story", { limit: 100 })).items;
    const ids = [first, second, third].map(({ article }) => article.id);
    const ours = shown.filter(({ id }) => ids.includes(id));
    expect(ours.map(({ id, cluster }) => [id, cluster?.outlets, cluster?.articles])).toEqual([[ids[0], 3, 3]]);
    const topic = await database.db.query.tags.findFirst({ where: (row, { eq: is }) => is(row.name, "同题锂价") });
    expect((await listByTag(database.db, topic!.id)).items.map(({ id }) => id)).toEqual([ids[1]]);
  });
});

test("what an editor places on the home page is told once there, also where another outlet was first", async () => {
  const text = story();
  const first = await publish(3_000, text);
  const second = await publish(3_001, text);
  const news = await gatherNews(database.db, findPlacedAs(database.db, second.article.id, []));
  expect(news.lead).toMatchObject({ id: second.article.id, cluster: { outlets: 2, articles: 2 } });
  const { seconds, latest, reads } = news;
  const shown = [...seconds.map(({ card }) => card), ...latest, ...reads].map(({ id }) => id);
  expect(shown).not.toContain(first.article.id);
});

describe("a cluster follows", () => {
  test.each([
    ["a withdrawal", (id: string) => unpublishArticle(as(at(60)), { id, version: 2, reason: "有误" })],
    ["the bin", (id: string) => trashArticle(as(at(60)), { id, version: 2 })],
  ])("%s of its first: the next one takes its place in the lists", async (_what, act) => {
    const text = story();
    const first = await publish(10, text);
    const second = await publish(20, text);
    const third = await publish(30, text);
    const { tags } = await act(first.article.id);
    expect(await clusterOf(second.article.id)).toEqual([second.article.id, third.article.id]);
    expect(await clusterOf(first.article.id)).toEqual([]);
    expect(tags).toEqual(expect.arrayContaining([tag.article(second.article.id), tag.home, tag.homeOlder]));
    expect(await database.db.$count(articleSignatures, eq(articleSignatures.articleId, first.article.id))).toBe(0);
  });

  test("the way back out of the bin", async () => {
    const text = story();
    const first = await publish(10, text);
    const second = await publish(20, text);
    await trashArticle(as(at(60)), { id: first.article.id, version: 2 });
    expect(await clusterOf(second.article.id)).toEqual([]);
    await restoreArticle(as(at(61)), { id: first.article.id, version: 3 });
    expect(await clusterOf(second.article.id)).toEqual([first.article.id, second.article.id]);
  });

  test("an edit: another figure leaves it, and a first one that leaves comes back into the lists", async () => {
    const text = story();
    const first = await publish(10, text);
    const second = await publish(20, text);
    const { categoryId, slug } = second.article;
    const changed = { ...articleForm({ categoryId }), ...text, slug };
    const { tags } = await updateArticle(as(at(40)), {
      ...changed,
      bodyHtml: text.bodyHtml.replaceAll("1117", "1217"),
      id: second.article.id,
      version: 2,
    });
    expect(await clusterOf(first.article.id)).toEqual([]);
    expect(tags).toEqual(expect.arrayContaining([tag.article(first.article.id), tag.homeOlder]));
    await updateArticle(as(at(41)), { ...changed, id: second.article.id, version: 3 });
    expect(await clusterOf(first.article.id)).toEqual([first.article.id, second.article.id]);
  });

  test("two that are published at one moment", async () => {
    const text = story();
    const drafts = await Promise.all(
      [1, 2, 3].map(async () => {
        const categoryId = (await makeCategory(database.db)).id;
        return (await createArticle(as(at(1)), articleForm({ categoryId, ...text }))).article.id;
      }),
    );
    await Promise.all(drafts.map((id) => publishArticle(as(at(2)), { id, version: 1 })));
    expect((await clusterOf(drafts[0]!)).sort()).toEqual([...drafts].sort());
  });
});

describe("recluster", () => {
  test("compares what waits, once, and says what is stale", async () => {
    const text = story();
    const categories = await Promise.all([1, 2].map(() => makeCategory(database.db)));
    const rows = await database.db
      .insert(articles)
      .values(
        categories.map(({ id: categoryId }, n) => ({
          ...{ ...text, slug: `wait-${told}-${n}`, categoryId, wordCount: 99 },
          ...{ status: "published" as const, publishAt: at(50 + n) },
        })),
      )
      .returning({ id: articles.id });
    const ids = rows.map(({ id: articleId }) => articleId);
    const waiting = { at: at(0), signing: 0, keys: [] };
    await database.db.insert(articleSignatures).values(ids.map((articleId) => ({ articleId, ...waiting })));
    const ctx = { db: database.db, actor: { kind: "system", job: "recluster" } as const, now: at(99) };
    const seen: number[] = [];
    expect(await recluster(ctx, { onProgress: (done) => seen.push(done) })).toEqual({ state: "done", articles: 2 });
    expect(seen).toEqual([0, 2]);
    expect(await clusterOf(ids[0]!)).toEqual(ids);
    expect(await recluster(ctx)).toEqual({ state: "done", articles: 0 });
  });
});

describe("what an editor says", () => {
  const ids = (...written: { article: { id: string } }[]) => written.map(({ article }) => article.id);
  const audited = async (id: string) =>
    (await database.db.select().from(auditLog).where(eq(auditLog.subjectId, id)))
      .map(({ action }) => action)
      .filter((action) => action.startsWith("cluster."));

  test("a split stays, after a change of the text, in a new comparison and when a third one comes", async () => {
    const text = story();
    const [a, b] = [await publish(10, text), await publish(20, text)];
    const { tags } = await splitStory(as(at(30)), { id: b.article.id });
    expect(tags).toEqual(expect.arrayContaining([tag.article(a.article.id), tag.article(b.article.id), tag.homeOlder]));
    expect(await clusterOf(a.article.id)).toEqual([]);
    await splitStory(as(at(31)), { id: b.article.id });
    expect(await audited(b.article.id)).toEqual(["cluster.split"]);

    const form = { ...articleForm({ categoryId: b.article.categoryId }), ...text, slug: b.article.slug };
    await updateArticle(as(at(40)), { ...form, title: `又改${form.title}`, id: b.article.id, version: 2 });
    await forgetClusters(database.db);
    await recluster(as(at(50)));
    expect(await clusterOf(b.article.id)).toEqual([]);

    const c = await publish(60, text);
    const [left, right] = [await clusterOf(a.article.id), await clusterOf(b.article.id)];
    expect([left.length, right.length].sort()).toEqual([0, 2]);
    expect([...left, ...right]).toContain(c.article.id);
  });

  test("a merge stays, whatever the figures and the time", async () => {
    const [text, other] = [story(), story()];
    const [a, b] = [await publish(10, text), await publish(20, text)];
    const c = await publish(10 + 5 * 24 * 60, other);
    await mergeStories(as(at(9000)), { id: c.article.id, withId: b.article.id });
    expect(await clusterOf(a.article.id)).toEqual(ids(a, b, c));
    expect(await audited(c.article.id)).toEqual(["cluster.merged"]);

    await forgetClusters(database.db);
    await recluster(as(at(9001)));
    expect(await clusterOf(a.article.id)).toEqual(ids(a, b, c));
    const form = { ...articleForm({ categoryId: a.article.categoryId }), ...text, slug: a.article.slug };
    await updateArticle(as(at(9002)), { ...form, title: `又改${form.title}`, id: a.article.id, version: 2 });
    expect(await clusterOf(a.article.id)).toEqual(ids(a, b, c));
    await unpublishArticle(as(at(9003)), { id: c.article.id, version: 2, reason: "有误" });
    expect(await clusterOf(a.article.id)).toEqual(ids(a, b));
    await publishArticle(as(at(9004)), { id: c.article.id, version: 3 });
    expect(await clusterOf(a.article.id)).toEqual(ids(a, b, c));
  });

  test("each is taken back by the other", async () => {
    const text = story();
    const [a, b] = [await publish(10, text), await publish(20, text)];
    await splitStory(as(at(30)), { id: a.article.id });
    await mergeStories(as(at(31)), { id: a.article.id, withId: b.article.id });
    expect(await clusterOf(a.article.id)).toEqual(ids(a, b));
    await splitStory(as(at(32)), { id: a.article.id });
    expect(await clusterOf(a.article.id)).toEqual([]);
  });

  test.each([
    ["an author", actorOf("author"), "forbidden"],
    ["an editor of other outlets", actorOf("editor", undefined, ["00000000-0000-7000-8000-000000000000"]), "forbidden"],
  ])("is not for %s", async (_who, actor, code) => {
    const text = story();
    const [a, b] = [await publish(10, text), await publish(20, text)];
    const ctx = { ...as(at(30)), actor };
    await expect(splitStory(ctx, { id: a.article.id })).rejects.toMatchObject({ code });
    await expect(mergeStories(ctx, { id: a.article.id, withId: b.article.id })).rejects.toMatchObject({ code });
  });
});
