import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/context";
import { articles, auditLog, previewLinks } from "@/lib/db/schema";
import { createPreviewLink, revokePreviewLink } from "@/lib/previews/commands";
import { findSharedArticle, listPreviewLinks, previewTokenHash } from "@/lib/previews/queries";
import { createPreviewLinkInput } from "@/lib/previews/validation";
import { testDb } from "@/lib/testing/db";
import { actorOf, makeArticle, makeUser } from "@/lib/testing/factories";

const database = testDb();
const now = new Date("2026-11-24T02:00:00Z");
const later = (days: number, ms = 0) => new Date(now.getTime() + days * 86_400_000 + ms);
const as = (actor: Actor, at = now) => ({ db: database.db, actor, now: at });
const open = async (token: string, at = now) => (await findSharedArticle(database.db, token, at))?.row.id ?? null;

async function shared(set: Parameters<typeof makeArticle>[1] = {}, days = 7) {
  const user = await makeUser(database.db);
  const actor = actorOf("editor", user.id);
  const { id } = await makeArticle(database.db, set);
  return { id, actor, user, ...(await createPreviewLink(as(actor), { id, days })) };
}

describe("a preview link", () => {
  test("opens its draft until its time is over; only a hash of it is stored", async () => {
    const { id, token, link, user } = await shared();
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await open(token)).toBe(id);
    expect(await open(token, later(7, -1))).toBe(id);
    expect(await open(token, later(7))).toBeNull();
    const rows = await database.db.select().from(previewLinks).where(eq(previewLinks.articleId, id));
    expect(rows).toMatchObject([{ tokenHash: previewTokenHash(token), createdBy: user.id, expiresAt: later(7) }]);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(await listPreviewLinks(database.db, id, now)).toMatchObject([{ link, creator: user.name }]);
    expect(await listPreviewLinks(database.db, id, later(7))).toEqual([]);
  });

  test("of which a character was changed, or that was made up, opens nothing", async () => {
    const { token, link } = await shared();
    for (const wrong of [`${token.slice(0, -1)}${token.endsWith("A") ? "E" : "A"}`, token.toLowerCase(), link, "", "x"])
      expect(await open(wrong), wrong).toBeNull();
  });

  test("ends when it is revoked; both acts are in the audit log", async () => {
    const { id, token, link, actor } = await shared();
    await revokePreviewLink(as(actor), { id, link });
    expect(await open(token)).toBeNull();
    await expect(revokePreviewLink(as(actor), { id, link })).rejects.toMatchObject({ code: "not_found" });
    const audit = await database.db.select().from(auditLog).where(eq(auditLog.subjectId, id)).orderBy(auditLog.id);
    expect(audit).toMatchObject([
      { action: "preview-link.created", actor: `user:${actor.id}`, change: { link } },
      { action: "preview-link.revoked", actor: `user:${actor.id}`, change: { link } },
    ]);
    expect(JSON.stringify(audit)).not.toContain(token);
  });

  test("is not revoked by way of another article", async () => {
    const [mine, other] = [await shared(), await shared()];
    const attempt = revokePreviewLink(as(mine.actor), { id: mine.id, link: other.link });
    await expect(attempt).rejects.toMatchObject({ code: "not_found" });
    expect(await open(other.token)).toBe(other.id);
  });

  test.each(["withdrawn", "trashed"] as const)("shows nothing once the article is %s", async (status) => {
    const { id, token, actor } = await shared();
    await database.db.update(articles).set({ status }).where(eq(articles.id, id));
    expect(await open(token)).toBeNull();
    await expect(createPreviewLink(as(actor), { id, days: 7 })).rejects.toMatchObject({ code: "invalid" });
  });

  test("a new one clears away those that are over, and there is a limit", async () => {
    const { id, actor } = await shared({}, 1);
    for (let n = 1; n < 20; n++) await createPreviewLink(as(actor), { id, days: 7 });
    await expect(createPreviewLink(as(actor), { id, days: 7 })).rejects.toMatchObject({ code: "invalid" });
    await createPreviewLink(as(actor, later(2)), { id, days: 7 });
    expect(await database.db.$count(previewLinks, eq(previewLinks.articleId, id))).toBe(20);
  });

  test("lives 1, 7 or 30 days", () => {
    const id = "01900000-0000-7000-8000-000000000000";
    const takes = (days: unknown) => createPreviewLinkInput.safeParse({ id, days }).success;
    expect([1, 7, 30, "7"].map(takes)).toEqual([true, true, true, true]);
    expect([0, 2, 365, "", "x", null].map(takes)).toEqual([false, false, false, false, false, false]);
  });
});

describe("who may share", () => {
  test("an author their own draft, not one that is under review, nor another's", async () => {
    const user = await makeUser(database.db, { role: "author" });
    const author = actorOf("author", user.id);
    const draft = await makeArticle(database.db, { createdBy: user.id });
    const { link } = await createPreviewLink(as(author), { id: draft.id, days: 1 });
    await database.db.update(articles).set({ status: "in_review" }).where(eq(articles.id, draft.id));
    await expect(createPreviewLink(as(author), { id: draft.id, days: 1 })).rejects.toMatchObject({ code: "forbidden" });
    await expect(revokePreviewLink(as(author), { id: draft.id, link })).rejects.toMatchObject({ code: "forbidden" });
    const other = await makeArticle(database.db);
    await expect(createPreviewLink(as(author), { id: other.id, days: 1 })).rejects.toMatchObject({ code: "not_found" });
  });

  test("no contributor, who is an outsider too", async () => {
    const user = await makeUser(database.db, { role: "contributor" });
    const draft = await makeArticle(database.db, { createdBy: user.id });
    await expect(
      createPreviewLink(as(actorOf("contributor", user.id)), { id: draft.id, days: 1 }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});
