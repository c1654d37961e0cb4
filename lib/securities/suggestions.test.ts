import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { publishArticle } from "@/lib/articles/commands";
import { reviewArticle } from "@/lib/articles/review-queries";
import { auditLog, mentionRejections, securities } from "@/lib/db/schema";
import { testDb } from "@/lib/testing/db";
import { actorOf, makeArticle, makeSecurity, makeUser } from "@/lib/testing/factories";
import { rejectSuggestion, restoreSuggestion } from "./commands";

const database = testDb();
const now = new Date("2026-11-24T02:00:00Z");
const as = (role: "editor" | "author", id?: string) => ({ db: database.db, actor: actorOf(role, id), now });
const input = (articleId: string | null, set: { bodyHtml?: string; symbols?: string[] } = {}) => ({
  articleId,
  title: "银行股走强",
  summary: "",
  bodyHtml: "<p>招商银行与工商银行上涨，招商银行领先。</p>",
  kind: "story" as const,
  categoryId: "x",
  sourceName: "",
  symbols: [] as string[],
  ...set,
});

beforeAll(async () => {
  for (const [symbol, name] of [
    ["SH600036", "招商银行"],
    ["SH601398", "工商银行"],
    ["SH600519", "贵州茅台"],
  ] as const)
    await makeSecurity(database.db, symbol, name);
});

describe("suggestions", () => {
  test("what was turned down is remembered for the article, by whom it was, and can come back", async () => {
    const { id } = await makeArticle(database.db);
    const symbols = async () => (await reviewArticle(as("editor"), input(id))).suggestions.map(({ symbol }) => symbol);
    expect(await symbols()).toEqual(["SH600036", "SH601398"]);
    const rejection = { articleId: id, symbol: "SH601398" };
    const editor = as("editor", (await makeUser(database.db)).id);
    await rejectSuggestion(editor, rejection);
    await rejectSuggestion(editor, rejection);
    expect(await symbols()).toEqual(["SH600036"]);
    expect((await reviewArticle(as("editor"), input(id))).rejected).toEqual([{ symbol: "SH601398", name: "工商银行" }]);
    expect((await reviewArticle(as("editor"), input(null))).suggestions).toHaveLength(2);
    await restoreSuggestion(as("editor"), rejection);
    expect(await symbols()).toEqual(["SH600036", "SH601398"]);
    const audit = await database.db.select().from(auditLog).where(eq(auditLog.subjectId, id)).orderBy(auditLog.id);
    expect(audit.map(({ action }) => action)).toEqual(["mention.rejected", "mention.restored"]);
  });

  test("what is confirmed is named and not suggested; a security that is new is found at once", async () => {
    const review = await reviewArticle(as("editor"), input(null, { symbols: ["SH600036"] }));
    expect(review.confirmed).toEqual([{ symbol: "SH600036", name: "招商银行" }]);
    expect(review.suggestions.map(({ symbol }) => symbol)).toEqual(["SH601398"]);
    await database.db.insert(securities).values({ symbol: "HK01579", name: "颐海国际" });
    const found = await reviewArticle(as("editor"), input(null, { bodyHtml: "<p>颐海国际（1579.HK）公告。</p>" }));
    expect(found.suggestions).toMatchObject([{ symbol: "HK01579", count: 1, paragraph: 1 }]);
  });

  test("another's article is neither reviewed nor decided upon by an author", async () => {
    const { id } = await makeArticle(database.db, { createdBy: actorOf("editor").id });
    const author = as("author");
    await expect(reviewArticle(author, input(id))).rejects.toMatchObject({ code: "forbidden" });
    const decision = { articleId: id, symbol: "SH600036" };
    for (const command of [rejectSuggestion, restoreSuggestion]) {
      await expect(command(author, decision)).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await database.db.$count(mentionRejections, eq(mentionRejections.articleId, id))).toBe(0);
  });
});

test("a code that is another's blocks: in the review, and in the command whoever asks", async () => {
  await makeSecurity(database.db, "SH600518", "康美药业");
  const bodyHtml = "<p>贵州茅台（600518）公告。</p>";
  const { id } = await makeArticle(database.db, { bodyHtml, wordCount: 9 });
  const review = await reviewArticle(as("editor"), input(id, { bodyHtml }));
  expect(review.checks.find(({ name }) => name === "codeAndName")).toMatchObject({ level: "block", place: "body" });
  await expect(publishArticle(as("editor"), { id, version: 1 })).rejects.toMatchObject({
    code: "invalid",
    message: expect.stringContaining("康美药业"),
  });
});
