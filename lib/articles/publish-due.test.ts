import { eq, inArray } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import * as commands from "@/lib/articles/commands";
import { listDueTimes } from "@/lib/articles/queries";
import { publishDue, unscheduleArticle } from "@/lib/articles/schedule-commands";
import { tag } from "@/lib/cache/tags";
import { connect } from "@/lib/db/client";
import { articles, articleTags, auditLog, outbox, revisions } from "@/lib/db/schema";
import { testDb } from "@/lib/testing/db";
import { actorOf, makeArticle, makeCategory } from "@/lib/testing/factories";

const database = testDb();
const now = new Date("2026-11-24T02:00:00Z");
const due = new Date("2026-11-24T01:59:00Z");
const later = new Date("2026-11-24T02:01:00Z");
const worker = () => ({ db: database.db, actor: { kind: "system", job: "publish-due" } as const, now });
const editor = () => ({ db: database.db, actor: actorOf("editor"), now });
const read = async (id: string) => (await database.db.select().from(articles).where(eq(articles.id, id)))[0]!;

beforeEach(async () => {
  await database.db.delete(articles).where(eq(articles.status, "scheduled"));
});

describe("publishDue", () => {
  test("publishes as an editor would: planned time kept, in its lists, revision, audit row, stale pages", async () => {
    const { id: categoryId } = await makeCategory(database.db);
    const input = {
      title: "定时稿",
      slug: "",
      summary: "",
      bodyHtml: "<p>正文。</p>",
      kind: "story",
      level: 1,
    } as const;
    const rest = { categoryId, tags: ["定时"], symbols: [], sourceName: "", originalUrl: "", editorName: "" };
    const { article: draft } = await commands.createArticle(editor(), { ...input, ...rest });
    const at = "2026-11-24T10:00:30+08:00";
    await commands.publishArticle(editor(), { id: draft.id, version: 1, publishAt: at });
    expect(await publishDue(worker())).toEqual([]);

    const [written, ...none] = await publishDue({ ...worker(), now: later });
    expect(none).toEqual([]);
    expect(written!.article).toMatchObject({ status: "published", publishAt: new Date(at), version: 3 });
    expect(written!.tags).toEqual(expect.arrayContaining([tag.home, tag.category(categoryId), tag.path("/tag/定时")]));
    const listed = await database.db.select().from(articleTags).where(eq(articleTags.articleId, draft.id));
    expect(listed.map(({ listedAt }) => listedAt)).toEqual([new Date(at)]);
    const audit = await database.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subjectId, draft.id))
      .orderBy(auditLog.id);
    expect(audit.map(({ action, actor }) => [action, actor.split(":")[0]])).toEqual([
      ["article.created", "user"],
      ["article.scheduled", "user"],
      ["article.published", "system"],
    ]);
    const kept = await database.db.select().from(revisions).where(eq(revisions.articleId, draft.id));
    expect(kept.map(({ version, actorName }) => [version, actorName])).toContainEqual([3, "定时发布"]);
    const [said] = await database.db.select().from(outbox).where(eq(outbox.topic, "article.published"));
    expect(said!.payload.tags).toEqual(written!.tags);
  });

  test.each([
    ["as workers do, passing by what another holds", false],
    ["as a reader's request does, waiting", true],
  ])("three callers at once, %s: each of 40 articles exactly once", async (_how, wait) => {
    const { id: categoryId } = await makeCategory(database.db);
    const made = [];
    for (let n = 0; n < 40; n++)
      made.push(await makeArticle(database.db, { categoryId, status: "scheduled", publishAt: due }));
    const ids = made.map(({ id }) => id);
    const connections = [1, 2, 3].map(() => connect(database.url, { max: 2 }));
    const results = await Promise.all(connections.map(({ db }) => publishDue({ ...worker(), db }, { wait })));
    for (const { close } of connections) await close();
    const published = results.flat().map(({ article }) => article.id);
    expect(published.sort()).toEqual([...ids].sort());
    const audit = await database.db.select().from(auditLog).where(inArray(auditLog.subjectId, ids));
    expect(audit.map(({ subjectId }) => subjectId).sort()).toEqual([...ids].sort());
    expect(await database.db.$count(revisions, inArray(revisions.articleId, ids))).toBe(40);
    expect(await database.db.$count(articles, inArray(articles.id, ids))).toBe(40);
  });

  test("is not kept back by what is only asked of a person: a time that was set is kept", async () => {
    const bodyHtml = '<p>正文。</p><figure><img src="/media/a/1.webp" alt=""></figure>';
    const { id } = await makeArticle(database.db, { status: "scheduled", publishAt: due, bodyHtml });
    expect((await publishDue(worker())).map(({ article }) => article.id)).toEqual([id]);
    expect(await read(id)).toMatchObject({ status: "published", publishAt: due });
  });

  test("leaves alone what is not due, a draft, what went to the bin, and what was taken back", async () => {
    const ahead = await makeArticle(database.db, { status: "scheduled", publishAt: later });
    const binned = await makeArticle(database.db, { status: "trashed", trashedFrom: "scheduled", publishAt: due });
    const taken = await makeArticle(database.db, { status: "scheduled", publishAt: due });
    await unscheduleArticle(editor(), { id: taken.id, version: 1 });
    expect(await publishDue(worker())).toEqual([]);
    expect([await read(ahead.id), await read(binned.id), await read(taken.id)]).toMatchObject([
      { status: "scheduled" },
      { status: "trashed" },
      { status: "draft", publishAt: null },
    ]);
  });

  test("one that cannot be published keeps back no other", async () => {
    const bad = await makeArticle(database.db, { status: "scheduled", publishAt: new Date(due.getTime() - 1000) });
    const good = await makeArticle(database.db, { status: "scheduled", publishAt: due });
    await database.sql.unsafe(`
      create function refuse() returns trigger language plpgsql as $$ begin
        if new.id = '${bad.id}' then raise exception 'refused'; end if; return new; end $$;
      create trigger refuse before update on articles for each row execute function refuse()`);
    try {
      const published = await publishDue(worker());
      expect(published.map(({ article }) => article.id)).toEqual([good.id]);
      expect(await read(bad.id)).toMatchObject({ status: "scheduled", version: 1 });
    } finally {
      await database.sql.unsafe("drop function refuse() cascade");
    }
  });
});

describe("another time, or none", () => {
  test("a scheduled article gets another time, then none, each by who may publish", async () => {
    const draft = await makeArticle(database.db);
    const at = (time: string, version: number) =>
      commands.publishArticle(editor(), { id: draft.id, version, publishAt: time });
    await at("2026-11-25T08:00:00+08:00", 1);
    const { article } = await at("2026-11-26T08:00:00+08:00", 2);
    expect(article).toMatchObject({ status: "scheduled", publishAt: new Date("2026-11-26T00:00:00Z") });
    expect((await listDueTimes(database.db, 9)).times).toEqual([article.publishAt]);
    const author = { ...editor(), actor: actorOf("author") };
    await expect(unscheduleArticle(author, { id: draft.id, version: 3 })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect((await unscheduleArticle(editor(), { id: draft.id, version: 3 })).article.status).toBe("draft");
    await expect(unscheduleArticle(editor(), { id: draft.id, version: 4 })).rejects.toMatchObject({
      code: "invalid",
    });
  });

  test("a scheduled story may not lose its text", async () => {
    const story = await makeArticle(database.db, { status: "scheduled", publishAt: later });
    const { title, slug, summary, kind, level, categoryId, sourceName, originalUrl, editorName } = story;
    const form = { title, slug, summary, kind, level, categoryId, sourceName, originalUrl, editorName };
    const input = { ...form, tags: [], symbols: [], bodyHtml: "<p></p>", id: story.id, version: 1 };
    await expect(commands.updateArticle(editor(), input)).rejects.toMatchObject({ fields: { bodyHtml: "请写正文" } });
  });
});
