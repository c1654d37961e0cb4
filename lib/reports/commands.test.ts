import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { auditLog, reports } from "@/lib/db/schema";
import { answerReport, fileReport } from "@/lib/reports/commands";
import { findReportByToken } from "@/lib/reports/queries";
import { fileReportInput } from "@/lib/reports/validation";
import { testDb } from "@/lib/testing/db";
import { actorOf, makeArticle, makeUser } from "@/lib/testing/factories";

const database = testDb();
const now = new Date("2026-11-25T08:00:00Z");
const reader = (at = now) => ({ db: database.db, actor: { kind: "system", job: "reader" } as const, now: at });
const as = async (role: "editor" | "author") => ({
  ...reader(),
  actor: actorOf(role, (await makeUser(database.db, { role })).id),
});
const published = () => makeArticle(database.db, { status: "published" });
const said = { quote: "原文", message: "有误", contact: "a@example.com", website: "" };
const only = async (articleId: string) =>
  (await database.db.select().from(reports).where(eq(reports.articleId, articleId)))[0]!;

describe("a report", () => {
  test("is found by its link alone, of which only a hash is kept", async () => {
    const { id, slug } = await published();
    const { token } = await fileReport(reader(), { ...said, articleId: id }, "192.0.2.1");
    const row = await only(id);
    expect(JSON.stringify(row)).not.toContain(token);
    expect(await findReportByToken(database.db, token)).toMatchObject({ slug, status: "open", isCorrected: false });
    expect(await findReportByToken(database.db, `${token.slice(1)}A`)).toBeNull();
    const [step] = await database.db.select().from(auditLog).where(eq(auditLog.subjectId, row.id));
    expect(step).toMatchObject({ action: "report.filed", actor: "system:reader" });
    expect(JSON.stringify(step)).not.toContain("192.0.2.1");
  });

  test.each([
    ["of a draft", async () => (await makeArticle(database.db)).id, {}, "not_found"],
    [
      "of a withdrawn article",
      async () => (await makeArticle(database.db, { status: "withdrawn" })).id,
      {},
      "not_found",
    ],
    ["that fills the field nobody sees", async () => (await published()).id, { website: "x" }, "forbidden"],
  ])("%s is refused", async (_what, make, set, code) => {
    const articleId = await make();
    const attempt = fileReport(reader(), { ...said, articleId, ...set }, "192.0.2.2");
    await expect(attempt).rejects.toMatchObject({ code });
    expect(await database.db.$count(reports, eq(reports.articleId, articleId))).toBe(0);
  });

  test("is one of eight from an address in a quarter of an hour; other addresses and later ones get through", async () => {
    const { id } = await published();
    const input = { ...said, articleId: id };
    const attempts = Array.from({ length: 12 }, () => fileReport(reader(), input, "2001:db8::1"));
    const results = await Promise.allSettled(attempts);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(8);
    await expect(fileReport(reader(), input, "2001:db8::ffff")).rejects.toMatchObject({ code: "throttled" });
    await fileReport(reader(), input, "2001:db8:1::1");
    await fileReport(reader(new Date(now.getTime() + 15 * 60_000)), input, "2001:db8::1");
  });

  test.each([
    ["without a word of what is wrong", { message: "  " }],
    ["with a quotation longer than a sentence can be", { quote: "长".repeat(501) }],
    ["about no article", { articleId: "1" }],
  ])("%s is no report", (_what, set) => {
    const articleId = "0190b0a0-0000-7000-8000-000000000000";
    expect(fileReportInput.safeParse({ ...said, articleId, ...set }).success).toBe(false);
  });
});

describe("an answer", () => {
  test("reaches the reader's link and the audit log, and may be given anew by who has seen the first", async () => {
    const { id } = await published();
    const { token } = await fileReport(reader(), { ...said, articleId: id }, "192.0.2.3");
    const report = await only(id);
    const editor = await as("editor");
    await answerReport(editor, { id: report.id, verdict: "rejected", answer: "原文无误", seen: "open" });
    expect(await findReportByToken(database.db, token)).toMatchObject({ status: "rejected", answer: "原文无误" });

    const another = { id: report.id, verdict: "accepted" as const, answer: "确有误" };
    await expect(answerReport(editor, { ...another, seen: "open" })).rejects.toMatchObject({ code: "conflict" });
    await answerReport(editor, { ...another, seen: "rejected" });
    await answerReport(editor, { ...another, seen: "rejected" });
    const steps = await database.db.select().from(auditLog).where(eq(auditLog.subjectId, report.id));
    expect(steps.map(({ action }) => action)).toEqual(["report.filed", "report.rejected", "report.accepted"]);
  });

  test("is no author's business", async () => {
    const { id } = await published();
    await fileReport(reader(), { ...said, articleId: id }, "192.0.2.4");
    const input = { id: (await only(id)).id, verdict: "accepted" as const, answer: "好", seen: "open" as const };
    await expect(answerReport(await as("author"), input)).rejects.toMatchObject({ code: "forbidden" });
  });
});
