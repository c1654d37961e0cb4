import { randomInt, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { createArticle, updateArticle } from "@/lib/articles/commands";
import type { Db } from "@/lib/db/client";
import {
  accountLinks,
  apiTokens,
  articles,
  bulkActs,
  bulkItems,
  categoryAliases,
  deskViews,
  frontBar,
  media,
  previewLinks,
  redirects,
  relinks,
  reports,
  tagAliases,
  taxonomyActs,
} from "@/lib/db/schema";
import { findArrangement } from "@/lib/front/queries";
import { previewTokenHash } from "@/lib/previews/queries";
import { articleForm, makeArticle, makeCategory, makeSecurity, makeTag, makeUser } from "@/lib/testing/factories";
import { linkHash } from "@/lib/users/queries";

type Parties = { me: string; email: string; other: string; categoryId: string };
const soon = () => new Date(Date.now() + 3_600_000);

/** Makes what one request is about; each cell of the matrix gets things of its own. */
export function thingsFor(db: Db, parties: Parties) {
  const { categoryId } = parties;
  /** A stranger's own things are nobody's. */
  const by = (owner: string) => owner || null;
  const article = (owner: string, set: Partial<typeof articles.$inferInsert> = {}) =>
    makeArticle(db, { createdBy: by(owner), categoryId, ...set });
  return {
    ...parties,
    article,
    /** The form of a story as it is sent. */
    form: (id: string, version: number) => ({ ...articleForm({ categoryId }), id, version, seq: 1 }),
    user: () => makeUser(db),
    async picture(owner: string, set: Partial<typeof media.$inferInsert> = {}) {
      const values = { mime: "image/png", bytes: 10, width: 4, height: 4, status: "ready" as const };
      const [row] = await db
        .insert(media)
        .values({ ...values, createdBy: by(owner), sha256: randomUUID(), name: "图.png", ...set })
        .returning();
      return row!;
    },
    /** A draft of two versions, the first of which may be brought back. */
    async rewritten(owner: string) {
      const ctx = { db, actor: { kind: "system", job: "import" } as const, now: new Date() };
      const form = articleForm({ categoryId });
      const { id, slug } = (await createArticle(ctx, form)).article;
      await updateArticle(ctx, { ...form, id, slug, version: 1, title: "第二版" });
      await db
        .update(articles)
        .set({ createdBy: by(owner) })
        .where(eq(articles.id, id));
      return { id, version: 2, revision: 1 };
    },
    async shared(owner: string) {
      const { id } = await article(owner);
      const token = `${randomUUID()}0000000`;
      await db.insert(previewLinks).values({ tokenHash: previewTokenHash(token), articleId: id, expiresAt: soon() });
      return { id, link: previewTokenHash(token), token };
    },
    /** A reader's report of a published story. */
    async report(owner: string) {
      const { id: articleId, version } = await article(owner, { status: "published", publishAt: new Date() });
      const values = { articleId, version, quote: "", message: "有误", tokenHash: randomUUID() };
      const [row] = await db.insert(reports).values(values).returning();
      return row!;
    },
    frontVersion: async () => (await findArrangement(db)).version,
    /** The line of breaking news there is, or is none, now. */
    async barId(endsAt: Date | null) {
      await db.delete(frontBar);
      if (!endsAt) return null;
      const values = { kind: "breaking" as const, text: "突发", startsAt: new Date(), endsAt, raisedBy: "测试" };
      const [row] = await db.insert(frontBar).values(values).returning();
      return row!.id;
    },
    async redirect() {
      const [row] = await db
        .insert(redirects)
        .values({ fromPath: `/old/${randomUUID()}`, toPath: "/live" })
        .returning();
      return row!;
    },
    outlet: () => makeCategory(db),
    async outletAlias() {
      const { id } = await makeCategory(db);
      const alias = randomUUID();
      await db.insert(categoryAliases).values({ alias, categoryId: id, origin: "desk" });
      return { id, alias };
    },
    security: () => makeSecurity(db, `SZ${String(randomInt(1e6)).padStart(6, "0")}`),
    /** A look at stored articles that is over. */
    async relink() {
      const values = { actor: "user:1", actorName: "测试", articles: 0, finishedAt: new Date() };
      const [row] = await db.insert(relinks).values(values).returning();
      return row!.id;
    },
    topic: () => makeTag(db),
    /** A partner's. */
    async token() {
      const [row] = await db
        .insert(apiTokens)
        .values({ name: "合作方", tokenHash: randomUUID(), hint: "fn_", scopes: ["read"] })
        .returning();
      return { id: row!.id, version: row!.version };
    },
    async topicAlias() {
      const { id } = await makeTag(db);
      const key = randomUUID();
      await db.insert(tagAliases).values({ key, alias: key, tagId: id, origin: "desk" });
      return { id, key };
    },
    /** A split whose articles are all where they go. */
    async taxonomyAct(subject: "category" | "tag") {
      const make = subject === "category" ? makeCategory : makeTag;
      const [from, to] = [await make(db), await make(db)];
      const id = randomUUID();
      await db.insert(taxonomyActs).values({
        ...{ id, kind: "split", subject, fromId: from.id, toIds: [to.id], retires: false, articles: 0 },
        ...{ actor: "user:1", actorName: "测试", plannedAt: new Date(), finishedAt: new Date() },
      });
      return { id };
    },
    async view(owner: string, isShared: boolean) {
      const values = { ownerId: owner || parties.other, name: randomUUID().slice(0, 18), query: "", isShared };
      const [row] = await db.insert(deskViews).values(values).returning();
      return row!;
    },
    /** An act upon one story: finished, or with nobody who goes on with it. */
    async bulk(owner: string, isDone: boolean) {
      const { id: articleId, version } = await article(owner, { status: "trashed", trashedFrom: "draft" });
      const id = randomUUID();
      await db.insert(bulkActs).values({
        ...{ id, userId: owner || parties.other, act: "trash" as const, input: {} },
        finishedAt: isDone ? new Date() : null,
      });
      await db.insert(bulkItems).values({
        ...{ bulkId: id, position: 0, articleId, version, state: isDone ? ("done" as const) : ("waiting" as const) },
        ...(isDone && { madeVersion: version, before: {} }),
      });
      return { id };
    },
    /** What became of the stories of an act: each one's own command decides. */
    async cameOfBulk(id: string) {
      const rows = await db.select().from(bulkItems).where(eq(bulkItems.bulkId, id));
      if (rows.every(({ state }) => state === "done")) return "ok";
      const faults = [...new Set(rows.map(({ fault }) => fault))].join();
      return faults === "没有权限这样做" ? "forbidden" : faults;
    },
    /** A one-time link that works. */
    async link(purpose: "invite" | "password") {
      const token = randomUUID();
      const person = purpose === "password" ? await makeUser(db) : null;
      await db.insert(accountLinks).values({
        ...{ tokenHash: linkHash(token), purpose, email: person?.email ?? `${token}@example.com` },
        ...{ role: purpose === "invite" ? ("author" as const) : null, userId: person?.id ?? null },
        ...{ createdBy: "测试", expiresAt: soon() },
      });
      return { token, link: linkHash(token) };
    },
  };
}
export type Things = ReturnType<typeof thingsFor>;
