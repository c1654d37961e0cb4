import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { createArticle, publishArticle, unpublishArticle, updateArticle } from "@/lib/articles/commands";
import { isFourEyesOn, setFourEyes } from "@/lib/articles/four-eyes";
import { submitArticle } from "@/lib/articles/review-commands";
import { publishDue } from "@/lib/articles/schedule-commands";
import type { Actor } from "@/lib/context";
import { articles } from "@/lib/db/schema";
import { testDb } from "@/lib/testing/db";
import { actorOf, articleForm, makeCategory } from "@/lib/testing/factories";

const database = testDb();
const now = new Date("2026-11-24T02:00:00Z");
const as = (actor: Actor, at = now) => ({ db: database.db, actor, now: at });
const [writer, second, admin] = [actorOf("editor"), actorOf("editor"), actorOf("admin")];
const PUBLISH_ALONE = { code: "invalid", message: expect.stringContaining("第二个人") };

async function flash(level = 3, kind: "flash" | "story" = "flash") {
  const { id: categoryId } = await makeCategory(database.db);
  const form = articleForm({ categoryId, kind, level });
  const { article } = await createArticle(as(writer), form);
  return { ...article, form: { ...form, slug: article.slug, id: article.id } };
}
const statusOf = async (id: string) =>
  (await database.db.select({ status: articles.status }).from(articles).where(eq(articles.id, id)))[0]?.status;

describe("while the rule is on", () => {
  beforeEach(() => setFourEyes(as(admin), { on: true }));

  test("who wrote a flash of level 3 does not publish it, not at once, not by the clock, not after handing it in", async () => {
    const { id } = await flash();
    await expect(publishArticle(as(writer), { id, version: 1 })).rejects.toMatchObject(PUBLISH_ALONE);
    const later = "2026-11-24T04:00:00Z";
    await expect(publishArticle(as(writer), { id, version: 1, publishAt: later })).rejects.toMatchObject(PUBLISH_ALONE);
    await submitArticle(as(writer), { id, version: 1 });
    await expect(publishArticle(as(writer), { id, version: 2 })).rejects.toMatchObject(PUBLISH_ALONE);
    expect(await statusOf(id)).toBe("in_review");
    await publishArticle(as(second), { id, version: 2 });
    expect(await statusOf(id)).toBe("published");
  });

  test("a second person who rewrites it becomes its writer", async () => {
    const { id, form } = await flash();
    await updateArticle(as(second), { ...form, version: 1, title: "改过的标题" });
    await expect(publishArticle(as(second), { id, version: 2 })).rejects.toMatchObject(PUBLISH_ALONE);
    await publishArticle(as(writer), { id, version: 2 });
    expect(await statusOf(id)).toBe("published");
  });

  test("one person neither raises what is out nor rewrites what waits for its hour; a correction waits for nobody", async () => {
    const minor = await flash(2);
    await publishArticle(as(writer), { id: minor.id, version: 1 });
    await expect(updateArticle(as(writer), { ...minor.form, version: 2, level: 3 })).rejects.toMatchObject({
      code: "invalid",
    });
    const timed = await flash();
    await publishArticle(as(second), { id: timed.id, version: 1, publishAt: "2026-11-24T04:00:00Z" });
    await expect(updateArticle(as(writer), { ...timed.form, version: 2, title: "另一个" })).rejects.toMatchObject({
      code: "invalid",
    });
    await publishDue(as({ kind: "system", job: "publish-due" }, new Date("2026-11-24T04:00:01Z")));
    expect(await statusOf(timed.id)).toBe("published");
    await updateArticle(as(writer), { ...timed.form, version: 3, title: "更正后的标题" });
    expect(await statusOf(timed.id)).toBe("published");
  });

  test("what was withdrawn comes back by a second person only", async () => {
    const { id } = await flash();
    await publishArticle(as(second), { id, version: 1 });
    await unpublishArticle(as(writer), { id, version: 2, reason: "有误" });
    await expect(publishArticle(as(writer), { id, version: 3 })).rejects.toMatchObject(PUBLISH_ALONE);
    await publishArticle(as(second), { id, version: 3 });
    expect(await statusOf(id)).toBe("published");
  });

  test.each([
    ["a flash of level 2", 2, "flash"],
    ["a story of level 3", 3, "story"],
  ] as const)("%s needs nobody else", async (_what, level, kind) => {
    const { id } = await flash(level, kind);
    await publishArticle(as(writer), { id, version: 1 });
    expect(await statusOf(id)).toBe("published");
  });
});

test("the rule is off until an administrator turns it on", async () => {
  await setFourEyes(as(admin), { on: false });
  expect(await isFourEyesOn(database.db)).toBe(false);
  await expect(setFourEyes(as(writer), { on: true })).rejects.toMatchObject({ code: "forbidden" });
  const { id } = await flash();
  await publishArticle(as(writer), { id, version: 1 });
  expect(await statusOf(id)).toBe("published");
});
