import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { publishArticle, trashArticle, unpublishArticle } from "@/lib/articles/commands";
import { listActs, listCorrectionsOf } from "@/lib/corrections/queries";
import { auditLog, corrections, reports, revisions } from "@/lib/db/schema";
import { fileReport } from "@/lib/reports/commands";
import { testDb } from "@/lib/testing/db";
import { actorOf, articleForm, makeArticle, makeUser } from "@/lib/testing/factories";
import { saveWriting } from "@/lib/writing/commands";

const database = testDb();
const now = new Date("2026-11-25T08:00:00Z");
const hire = async () => actorOf("editor", (await makeUser(database.db)).id);
const as = (actor: Awaited<ReturnType<typeof hire>>, at = now) => ({ db: database.db, actor, now: at });
const correction = { kind: "facts" as const, note: "下限误写为 6.7 万元，应为 7.6 万元。", reason: "录入笔误" };
const form = (article: { id: string; slug: string; categoryId: string }, version = 1) => ({
  ...articleForm({ categoryId: article.categoryId, slug: article.slug }),
  ...{ id: article.id, version, seq: 1, pastes: [] },
});
const published = () => makeArticle(database.db, { status: "published", slug: `g-${randomUUID()}` });

describe("a correction", () => {
  test("is public with the update that made it, tied to its version, and the record's pages are stale", async () => {
    const article = await published();
    const written = await saveWriting(as(await hire()), { ...form(article), correction });

    expect(await listCorrectionsOf(database.db, article.id)).toMatchObject([{ ...correction, version: 2, at: now }]);
    expect(written.tags).toEqual(expect.arrayContaining(["corrections", `article:${article.id}`]));
    const { items } = await listActs(database.db);
    expect(items[0]).toMatchObject({ act: "correction", slug: article.slug, note: correction.note });
    const [version] = await database.db.select().from(revisions).where(eq(revisions.articleId, article.id));
    expect(version).toMatchObject({ version: 2, reason: "事实更正" });
  });

  test("whose answer was lost is recorded once", async () => {
    const article = await published();
    const editor = await hire();
    const input = { ...form(article), correction };
    await saveWriting(as(editor), input);
    await saveWriting(as(editor), input);
    expect(await database.db.$count(corrections, eq(corrections.articleId, article.id))).toBe(1);
  });

  test("of what is not public is refused, and the update with it", async () => {
    const article = await makeArticle(database.db, { title: "草稿" });
    const attempt = saveWriting(as(await hire()), { ...form(article), correction });
    await expect(attempt).rejects.toMatchObject({ code: "invalid" });
    expect(await database.db.$count(revisions, eq(revisions.articleId, article.id))).toBe(0);
  });

  test("for a report accepts it and answers the reader; a report of another article does not fit", async () => {
    const [article, other] = [await published(), await published()];
    const said = { quote: "每吨 6.7 万元", message: "应为 7.6", contact: "", website: "" };
    const editor = await hire();
    const ctx = as(editor);
    await fileReport(ctx, { ...said, articleId: article.id }, "192.0.2.7");
    const [report] = await database.db.select().from(reports).where(eq(reports.articleId, article.id));
    const misplaced = saveWriting(ctx, { ...form(other), correction: { ...correction, reportId: report!.id } });
    await expect(misplaced).rejects.toMatchObject({ code: "not_found" });

    await saveWriting(ctx, { ...form(article), correction: { ...correction, reportId: report!.id } });

    const [answered] = await database.db.select().from(reports).where(eq(reports.id, report!.id));
    expect(answered).toMatchObject({ status: "accepted", answer: `已更正：${correction.note}`, answeredBy: editor.id });
    const steps = await database.db.select().from(auditLog).where(eq(auditLog.subjectId, report!.id));
    expect(steps.map(({ action }) => action)).toEqual(["report.filed", "report.accepted"]);
  });
});

describe("the public record", () => {
  test("shows a withdrawal at its time whatever is saved later, and neither once the story is back or in the bin", async () => {
    const article = await published();
    const editor = await hire();
    await saveWriting(as(editor), { ...form(article), correction });
    const of = async () =>
      (await listActs(database.db, { limit: 500 })).items.filter((a) => a.articleId === article.id);

    const withdrawnAt = new Date(now.getTime() + 60_000);
    const id = article.id;
    const { tags } = await unpublishArticle(as(editor, withdrawnAt), { id, version: 2, reason: "来源不实" });
    await saveWriting(as(editor, new Date(now.getTime() + 120_000)), { ...form(article, 3), title: "改题", seq: 2 });
    expect(tags).toContain("corrections");
    expect(await of()).toMatchObject([{ act: "withdrawal", at: withdrawnAt, reason: "来源不实" }]);

    await publishArticle(as(editor), { id, version: 4 });
    expect((await of()).map(({ act }) => act)).toEqual(["correction"]);
    await trashArticle(as(editor), { id, version: 5 });
    expect(await of()).toEqual([]);
  });

  test("is read page by page without a gap, whatever act stands at the border", async () => {
    const editor = await hire();
    for (let n = 0; n < 4; n++) {
      const article = await published();
      const at = new Date(Date.UTC(2026, 10, 26) + n * 60_000);
      await saveWriting(as(editor, at), { ...form(article), correction });
      const second = await published();
      await unpublishArticle(as(editor, at), { id: second.id, version: 1, reason: "不实" });
    }
    const whole = (await listActs(database.db, { limit: 500 })).items;
    const seen: string[] = [];
    for (let after: (typeof whole)[number] | undefined; ; ) {
      const page = await listActs(database.db, { after, limit: 3 });
      seen.push(...page.items.map(({ act, id }) => `${act} ${id}`));
      after = page.items.at(-1);
      if (!page.hasMore) break;
    }
    expect(seen).toEqual(whole.map(({ act, id }) => `${act} ${id}`));
    expect(seen.length).toBeGreaterThan(8);
  });
});
