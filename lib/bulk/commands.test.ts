import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { updateArticle } from "@/lib/articles/commands";
import { findForDesk } from "@/lib/articles/desk-queries";
import { startBulk, stopBulk, undoBulk } from "@/lib/bulk/commands";
import { planBulk } from "@/lib/bulk/plan-queries";
import { findBulk } from "@/lib/bulk/queries";
import { resumeBulk, runBulk } from "@/lib/bulk/run";
import type { Act, StartInput } from "@/lib/bulk/validation";
import type { Actor, Ctx, Role } from "@/lib/context";
import { articles, auditLog, bulkItems, users } from "@/lib/db/schema";
import { testDb } from "@/lib/testing/db";
import { articleForm, makeArticle, makeCategory, makeUser } from "@/lib/testing/factories";

const database = testDb();
type Made = Awaited<ReturnType<typeof makeArticle>>;

async function hire(role: Role): Promise<Ctx & { actor: Actor & { kind: "user" } }> {
  const { id, name } = await makeUser(database.db, { role });
  return { db: database.db, actor: { kind: "user", id, name, role, categories: [] }, now: new Date() };
}
const stateOf = async (id: string) => (await findForDesk(database.db, id))!;
const items = (...made: Made[]) => made.map(({ id, version }) => ({ id, version }));

/** Begins an act and does all of it; gives its id and how it ended. */
async function act(ctx: Ctx & { actor: { kind: "user"; id: string } }, input: Omit<StartInput, "id">) {
  const id = randomUUID();
  await startBulk(ctx, { ...input, id } as StartInput);
  await runBulk(ctx.db, id);
  return (await findBulk(ctx.db, id, ctx.actor))!;
}
async function undo(ctx: Ctx & { actor: { kind: "user"; id: string } }, undoes: string) {
  const id = randomUUID();
  await undoBulk(ctx, { id, undoes });
  await runBulk(ctx.db, id);
  return (await findBulk(ctx.db, id, ctx.actor))!;
}

let editor: Awaited<ReturnType<typeof hire>>;
beforeAll(async () => {
  editor = await hire("editor");
});

describe("an act upon many", () => {
  test("changes each article by its own command; every audit row names the act", async () => {
    const { db } = database;
    const made = [await makeArticle(db), await makeArticle(db)];
    const report = await act(editor, { act: "publish", items: items(...made) });
    expect(report).toMatchObject({ done: 2, failed: 0, waiting: 0, isFinished: true, mayUndo: true });
    for (const { id } of made) {
      expect((await stateOf(id)).article).toMatchObject({ status: "published", version: 2 });
      const rows = await db.select().from(auditLog).where(eq(auditLog.subjectId, id));
      expect(rows).toMatchObject([
        { action: "article.published", actor: `user:${editor.actor.id}`, change: { bulk: report.id } },
      ]);
    }
  });

  test("leaves alone what changed meanwhile, and what a command refuses, and says why", async () => {
    const { db } = database;
    const [fine, changed, empty, published] = [
      await makeArticle(db),
      await makeArticle(db),
      await makeArticle(db, { bodyHtml: "", wordCount: 0 }),
      await makeArticle(db, { status: "published" }),
    ];
    await updateArticle(
      { ...editor },
      { ...articleForm({ categoryId: changed!.categoryId }), id: changed!.id, version: 1 },
    );
    const report = await act(editor, { act: "publish", items: items(fine!, changed!, empty!, published!) });
    expect(report).toMatchObject({ done: 1, failed: 3, isFinished: true });
    expect(report.faults.map(({ fault }) => fault)).toEqual([
      expect.stringContaining("文章已被"),
      "正文还空着，不能发布",
      "文章已经发布",
    ]);
    expect((await stateOf(changed!.id)).article.status).toBe("draft");
  });

  test("an author's act does not reach others' articles, nor publish their own", async () => {
    const { db } = database;
    const author = await hire("author");
    const own = await makeArticle(db, { createdBy: author.actor.id });
    const others = await makeArticle(db);
    expect(await act(author, { act: "trash", items: items(own, others) })).toMatchObject({ done: 1, failed: 1 });
    expect((await stateOf(others.id)).article.status).toBe("draft");
    const second = await makeArticle(db, { createdBy: author.actor.id });
    expect(await act(author, { act: "publish", items: items(second) })).toMatchObject({ done: 0, failed: 1 });
  });

  test("ends for who is not of the newsroom any more", async () => {
    const { db } = database;
    const leaver = await hire("editor");
    const made = await makeArticle(db);
    const id = randomUUID();
    await startBulk(leaver, { id, act: "trash", items: items(made) });
    await db.update(users).set({ disabledAt: new Date() }).where(eq(users.id, leaver.actor.id));
    await runBulk(db, id);
    expect(await findBulk(db, id, leaver.actor)).toMatchObject({ failed: 1, faults: [{ fault: "账号已停用" }] });
    expect((await stateOf(made.id)).article.status).toBe("draft");
  });

  test("sent twice it is one, and no other person is told of it", async () => {
    const { db } = database;
    const made = await makeArticle(db);
    const input: StartInput = { id: randomUUID(), act: "trash", items: items(made) };
    await startBulk(editor, input);
    await startBulk(editor, input);
    await runBulk(db, input.id);
    expect(await findBulk(db, input.id, editor.actor)).toMatchObject({ done: 1, waiting: 0, failed: 0 });
    expect(await findBulk(db, input.id, (await hire("admin")).actor)).toBeNull();
  });

  test("several processes share it; each article is done once", async () => {
    const { db } = database;
    const { id: categoryId } = await makeCategory(db);
    const made: Made[] = [];
    for (let n = 0; n < 30; n++) made.push(await makeArticle(db, { categoryId }));
    const id = randomUUID();
    await startBulk(editor, { id, act: "publish", items: items(...made) });
    await Promise.all([runBulk(db, id), runBulk(db, id), resumeBulk(db)]);
    expect(await findBulk(db, id, editor.actor)).toMatchObject({ done: 30, failed: 0, isFinished: true });
    for (const { id } of made) expect((await stateOf(id)).article.version).toBe(2);
  });

  test("goes on where a killed process left it", async () => {
    const { db } = database;
    const made = [await makeArticle(db), await makeArticle(db), await makeArticle(db)];
    const id = randomUUID();
    await startBulk(editor, { id, act: "trash", items: items(...made) });
    let seen = 0;
    const killed = runBulk(db, id, () => {
      if (++seen === 1) throw new Error("killed");
    });
    await expect(killed).rejects.toThrow("killed");
    expect(await findBulk(db, id, editor.actor)).toMatchObject({ done: 1, waiting: 2, isFinished: false });
    await resumeBulk(db);
    expect(await findBulk(db, id, editor.actor)).toMatchObject({ done: 3, waiting: 0, isFinished: true });
  });

  test("stopped, it leaves the rest alone; what was done can be taken back", async () => {
    const { db } = database;
    const made = [await makeArticle(db), await makeArticle(db)];
    const id = randomUUID();
    await startBulk(editor, { id, act: "trash", items: items(...made) });
    const [first] = await db.select().from(bulkItems).where(eq(bulkItems.bulkId, id)).orderBy(bulkItems.position);
    await runBulk(db, id, () => {
      throw new Error("killed");
    }).catch(() => {});
    await stopBulk(editor, id);
    await runBulk(db, id);
    const report = await findBulk(db, id, editor.actor);
    expect(report).toMatchObject({ done: 1, failed: 1, isFinished: true, faults: [{ fault: "已停止" }] });
    expect(await undo(editor, id)).toMatchObject({ done: 1, failed: 0 });
    expect((await stateOf(first!.articleId)).article.status).toBe("draft");
    await expect(stopBulk(await hire("editor"), id)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("taking an act back", () => {
  type Case = [string, Act, Parameters<typeof makeArticle>[1], object];
  const at = new Date("2026-11-20T00:00:00Z");
  const ahead = new Date(Date.now() + 86_400_000);
  test.each<Case>([
    ["trash of a draft", "trash", {}, { status: "draft", trashedFrom: null }],
    ["trash of a story", "trash", { status: "published", publishAt: at }, { status: "published", publishAt: at }],
    [
      "restoring",
      "restore",
      { status: "trashed", trashedFrom: "withdrawn", publishAt: at },
      { status: "trashed", trashedFrom: "withdrawn" },
    ],
    [
      "withdrawing",
      "unpublish",
      { status: "published", publishAt: at },
      { status: "published", publishAt: at, withdrawnReason: null },
    ],
    [
      "withdrawing what today's checks would not let out",
      "unpublish",
      { status: "published", publishAt: at, bodyHtml: '<figure><img src="/media/x.webp" alt=""></figure><p>文</p>' },
      { status: "published", publishAt: at },
    ],
    ["unscheduling", "unpublish", { status: "scheduled", publishAt: ahead }, { status: "scheduled", publishAt: ahead }],
    [
      "publishing what was withdrawn",
      "publish",
      { status: "withdrawn", publishAt: at, withdrawnReason: "来源有误" },
      { status: "withdrawn", publishAt: at, withdrawnReason: "来源有误" },
    ],
    // Its address has answered with the story, so it must go on answering.
    ["publishing a draft", "publish", {}, { status: "withdrawn", withdrawnReason: "编辑撤销了这次发布。" }],
  ])("%s", async (_name, name, set, expected) => {
    const made = await makeArticle(database.db, set);
    const done = await act(editor, { act: name, items: items(made), reason: "来源有误" } as StartInput);
    expect(done).toMatchObject({ done: 1, failed: 0 });
    expect(await undo(editor, done.id)).toMatchObject({ act: "undo", done: 1, failed: 0, mayUndo: false });
    expect((await stateOf(made.id)).article).toMatchObject({ ...expected, version: 3 });
  });

  test("another outlet, and only the tags that were not there before", async () => {
    const { db } = database;
    const made = await makeArticle(db);
    const other = await makeCategory(db);
    const form = articleForm({ categoryId: made.categoryId, tags: ["原有"] });
    const { article } = await updateArticle(editor, { ...form, id: made.id, version: 1 });
    const moved = await act(editor, { act: "recategorise", items: items(article), categoryId: other.id } as StartInput);
    expect((await stateOf(made.id)).article.categoryId).toBe(other.id);
    await undo(editor, moved.id);
    const back = await stateOf(made.id);
    expect(back.article.categoryId).toBe(made.categoryId);
    const tagged = await act(editor, { act: "tag", items: items(back.article), tags: ["原有", "新加"] } as StartInput);
    expect((await stateOf(made.id)).tags.sort()).toEqual(["原有", "新加"].sort());
    await undo(editor, tagged.id);
    expect((await stateOf(made.id)).tags).toEqual(["原有"]);
  });

  test("leaves alone what somebody changed since; and is done once", async () => {
    const { db } = database;
    const made = [await makeArticle(db), await makeArticle(db)];
    const done = await act(editor, { act: "publish", items: items(...made) });
    const form = articleForm({ categoryId: made[0]!.categoryId });
    await updateArticle(editor, { ...form, id: made[0]!.id, version: 2 });
    expect(await undo(editor, done.id)).toMatchObject({ done: 1, failed: 1 });
    expect((await stateOf(made[0]!.id)).article.status).toBe("published");
    await expect(undo(editor, done.id)).rejects.toMatchObject({ message: "已经撤销过了" });
    await expect(undo(await hire("editor"), done.id)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the plan", () => {
  test("counts what will change and says why the rest will not", async () => {
    const { db } = database;
    const { id: categoryId } = await makeCategory(db);
    const make = (set: Parameters<typeof makeArticle>[1]) => makeArticle(db, { categoryId, ...set });
    const made = [
      await make({ title: "可发" }),
      await make({ title: "已发", status: "published" }),
      await make({ title: "空", bodyHtml: "", wordCount: 0 }),
      await make({ title: "无说明", bodyHtml: '<figure><img src="/media/x.webp" alt=""></figure><p>文</p>' }),
      await make({ title: "定时", status: "scheduled", publishAt: new Date(Date.now() + 86_400_000) }),
      await make({ title: "回收", status: "trashed", trashedFrom: "draft" }),
    ];
    const plan = await planBulk(editor, { act: "publish", selection: { ids: made.map(({ id }) => id) } });
    expect(plan).toMatchObject({ total: 6, isCut: false, scheduled: 1 });
    expect(plan.ready).toEqual(items(made[0]!, made[4]!));
    expect(Object.fromEntries(plan.refused.map(({ reason, count }) => [reason, count]))).toEqual({
      已经发布: 1,
      正文还空着: 1,
      有图片没有替代文字: 1,
      在回收站里: 1,
    });
    const report = await act(editor, { act: "publish", items: plan.ready });
    expect(report).toMatchObject({ done: 2, failed: 0 });
  });

  test("of a whole list takes the first five hundred", async () => {
    const { db, sql } = database;
    const { id } = await makeCategory(db);
    await sql`insert into articles (id, slug, title, category_id, updated_at)
      select gen_random_uuid(), 'plan-' || n, '题' || n, ${id}, timestamptz '2026-01-01Z' + n * interval '1 second' from generate_series(1, 501) n`;
    const plan = await planBulk(editor, { act: "trash", selection: { query: `category=${id}` } });
    expect(plan).toMatchObject({ total: 500, isCut: true });
    const [oldest] = await db.select().from(articles).where(eq(articles.slug, "plan-1"));
    expect(plan.ready.some((item) => item.id === oldest!.id)).toBe(false);
  });

  test("an author is not told of others' articles", async () => {
    const made = await makeArticle(database.db, { title: "别人的" });
    const author = await hire("author");
    const plan = await planBulk(author, { act: "trash", selection: { ids: [made.id] } });
    expect(plan).toMatchObject({ ready: [], refused: [{ reason: "没有权限", count: 1, examples: [] }] });
    const whole = await planBulk(author, { act: "trash", selection: { query: "" } });
    expect(whole.total).toBe(0);
  });
});
