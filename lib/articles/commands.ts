import "server-only";
import { and, eq, inArray, lte, notInArray, sql } from "drizzle-orm";
import { checkArticle } from "@/lib/articles/checks";
import { can, type Verb } from "@/lib/articles/policy";
import { suggestSlug } from "@/lib/articles/slug";
import {
  alignLists,
  lockAddresses,
  lockArticle,
  type Stored,
  slugFault,
  staleTags,
  wasPublic,
  withLists,
} from "@/lib/articles/stored";
import type {
  CreateArticleInput,
  MoveArticleInput,
  PublishArticleInput,
  UnpublishArticleInput,
  UpdateArticleInput,
} from "@/lib/articles/validation";
import { recordAudit } from "@/lib/audit/record";
import { announce } from "@/lib/cache/outbox";
import { sanitizeArticleHtml } from "@/lib/content/sanitize";
import { countWords, visibleText } from "@/lib/content/text";
import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { articles, articleTags, categories, mentions, revisions, securities } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { recordMediaUse } from "@/lib/media/use";
import { moveArticleAddress } from "@/lib/redirects/commands";
import { recordRevision } from "@/lib/revisions/record";
import { listCodeFaults } from "@/lib/securities/queries";
import { ensureTags } from "@/lib/tags/commands";

type Row = typeof articles.$inferSelect;
/** What was written, and the tags of the pages that no longer hold; the caller clears its own caches of them. */
export type Written = { article: Row; tags: string[] };

/** Makes a draft. Nobody but the desk sees it. */
export async function createArticle(ctx: Ctx, input: CreateArticleInput): Promise<Written> {
  if (!can(ctx.actor, "create")) throw new AppError("forbidden", "没有写稿权限");
  return ctx.db.transaction(async (tx) => {
    await requireCategory(tx, input.categoryId);
    await lockAddresses(tx);
    const slug = await freeSlug(tx, ctx, input.slug, input.title);
    const [article] = await tx
      .insert(articles)
      .values({
        ...content(input),
        ...(input.id && { id: input.id }),
        slug,
        createdBy: ctx.actor.kind === "user" ? ctx.actor.id : null,
        createdAt: ctx.now,
        updatedAt: ctx.now,
      })
      .returning();
    await writeLists(tx, article!.id, input);
    return finish(tx, ctx, { action: "article.created", article: article!, change: { slug } });
  });
}

/** Saves the fields of the form. A published story shows the change at the next request. */
export async function updateArticle(ctx: Ctx, input: UpdateArticleInput, reason = ""): Promise<Written> {
  return ctx.db.transaction(async (tx) => {
    const before = await open(tx, ctx, "edit", input);
    const old = before.article;
    await requireCategory(tx, input.categoryId);
    await lockAddresses(tx);
    const slug = input.slug || old.slug;
    if (slug !== old.slug) await requireFreeSlug(tx, slug, old.id);

    const stale = await staleTags(tx, before);
    const next = content(input);
    if (old.status === "scheduled") requireBody(next);
    const revised =
      old.status === "published" && (["title", "summary", "bodyHtml"] as const).some((key) => next[key] !== old[key]);
    const [article] = await tx
      .update(articles)
      .set({ ...next, slug, version: old.version + 1, updatedAt: ctx.now, ...(revised && { revisedAt: ctx.now }) })
      .where(eq(articles.id, old.id))
      .returning();
    if (slug !== old.slug) {
      const from = { path: `/articles/${old.slug}`, keep: wasPublic(old, ctx.now) };
      await moveArticleAddress(tx, old.id, from, `/articles/${slug}`);
    }
    await writeLists(tx, old.id, input);
    const changed = Object.keys(next).filter((key) => next[key as keyof typeof next] !== old[key as keyof Row]);
    const moved = slug !== old.slug && { slug: { from: old.slug, to: slug } };
    const change = { fields: changed, ...moved, ...(reason && { reason }) };
    return finish(tx, ctx, { action: "article.updated", article: article!, change, stale, reason });
  });
}

/** Publishes now, or schedules when `publishAt` is still ahead. A withdrawn story keeps its first date. */
export async function publishArticle(ctx: Ctx, input: PublishArticleInput): Promise<Written> {
  return ctx.db.transaction(async (tx) => {
    const before = await open(tx, ctx, "publish", input);
    const old = before.article;
    if (old.status === "published") throw new AppError("invalid", "文章已经发布");
    if (old.status === "trashed") throw new AppError("invalid", "文章在回收站里，请先恢复");
    requireBody(old);
    await requireNoFault(tx, old);
    const first = old.status === "withdrawn" ? old.publishAt : null;
    const publishAt = input.publishAt ? new Date(input.publishAt) : (first ?? ctx.now);
    const status = publishAt > ctx.now ? "scheduled" : "published";
    return move(tx, ctx, before, { status, publishAt, withdrawnReason: null }, { action: `article.${status}` });
  });
}

/**
 * Publishes what is scheduled and due, each article in a transaction of its own. May run in any number of processes at
 * once: the row lock and the look at the status under it let exactly one of them publish an article.
 * @param wait for another who is publishing the same article, instead of leaving it to them
 */
export async function publishDue(ctx: Ctx, { wait = false } = {}): Promise<Written[]> {
  const due = and(sql`${articles.status} = 'scheduled'`, lte(articles.publishAt, ctx.now));
  const waiting = await ctx.db.select({ id: articles.id }).from(articles).where(due).orderBy(articles.publishAt);
  const published: Written[] = [];
  for (const { id } of waiting) {
    try {
      const written = await ctx.db.transaction(async (tx) => {
        if (wait) await tx.execute(sql`set local lock_timeout = '3s'`);
        const [article] = await tx
          .select()
          .from(articles)
          .where(and(eq(articles.id, id), due))
          .for("update", wait ? {} : { skipLocked: true });
        if (!article) return null;
        if (!can(ctx.actor, "publish", article)) throw new AppError("forbidden", "没有发布权限");
        const before = await withLists(tx, article);
        return move(tx, ctx, before, { status: "published" }, { action: "article.published" });
      });
      if (written) published.push(written);
    } catch (error) {
      // One article that cannot be published must not keep back the others.
      log.error({ err: error, articleId: id }, "a scheduled article could not be published");
    }
  }
  return published;
}

/** Takes the time back: a scheduled article is a draft again. */
export async function unscheduleArticle(ctx: Ctx, input: MoveArticleInput): Promise<Written> {
  return ctx.db.transaction(async (tx) => {
    const before = await open(tx, ctx, "unpublish", input);
    if (before.article.status !== "scheduled") throw new AppError("invalid", "文章没有定时");
    return move(tx, ctx, before, { status: "draft", publishAt: null }, { action: "article.unscheduled" });
  });
}

/** Takes a story back: its address answers 410 with the reason. A scheduled one becomes a draft again. */
export async function unpublishArticle(ctx: Ctx, input: UnpublishArticleInput): Promise<Written> {
  return ctx.db.transaction(async (tx) => {
    const before = await open(tx, ctx, "unpublish", input);
    const { status } = before.article;
    if (status === "scheduled") {
      return move(
        tx,
        ctx,
        before,
        { status: "draft", publishAt: null },
        { action: "article.unscheduled", reason: input.reason },
      );
    }
    if (status !== "published") throw new AppError("invalid", "文章没有发布，无须撤回");
    const set = { status: "withdrawn", withdrawnReason: input.reason } as const;
    return move(tx, ctx, before, set, { action: "article.withdrawn", reason: input.reason });
  });
}

export async function trashArticle(ctx: Ctx, input: MoveArticleInput): Promise<Written> {
  return ctx.db.transaction(async (tx) => {
    const before = await open(tx, ctx, "trash", input);
    const { status } = before.article;
    if (status === "trashed") throw new AppError("invalid", "文章已在回收站");
    return move(tx, ctx, before, { status: "trashed", trashedFrom: status }, { action: "article.trashed" });
  });
}

/** Puts a trashed article back where it was. One whose hour passed in the bin becomes a draft: nobody said "publish". */
export async function restoreArticle(ctx: Ctx, input: MoveArticleInput): Promise<Written> {
  return ctx.db.transaction(async (tx) => {
    const before = await open(tx, ctx, "restore", input);
    const { status, trashedFrom, publishAt } = before.article;
    if (status !== "trashed") throw new AppError("invalid", "文章不在回收站");
    const missed = trashedFrom === "scheduled" && publishAt !== null && publishAt <= ctx.now;
    const set = missed
      ? { status: "draft" as const, publishAt: null, trashedFrom: null }
      : { status: trashedFrom ?? ("draft" as const), trashedFrom: null };
    return move(tx, ctx, before, set, { action: "article.restored" });
  });
}

/** Locks the article; refuses whom the policy refuses, then whoever has not seen the newest version. */
async function open(tx: Tx, ctx: Ctx, verb: Verb, input: { id: string; version: number }): Promise<Stored> {
  const stored = await lockArticle(tx, input.id);
  const { article } = stored;
  if (!can(ctx.actor, verb, article)) throw new AppError("forbidden", "没有权限这样做");
  if (article.version === input.version) return stored;
  const [last] = await tx
    .select({ name: revisions.actorName })
    .from(revisions)
    .where(and(eq(revisions.articleId, article.id), eq(revisions.version, article.version)));
  throw new AppError(
    "conflict",
    `文章已被${last ? ` ${last.name} ` : "他人"}修改（第 ${article.version} 版），你的改动没有保存`,
  );
}

type Event = { action: string; reason?: string };

/** Changes where the article stands and nothing of its content. */
async function move(tx: Tx, ctx: Ctx, before: Stored, set: Partial<Row>, event: Event): Promise<Written> {
  const old = before.article;
  const stale = await staleTags(tx, before);
  const [article] = await tx
    .update(articles)
    .set({ ...set, version: old.version + 1, updatedAt: ctx.now })
    .where(eq(articles.id, old.id))
    .returning();
  const change = { from: old.status, to: article!.status, publishAt: article!.publishAt, reason: event.reason };
  return finish(tx, ctx, { ...event, article: article!, change, stale });
}

/** The end of every write: lists in step, revision, audit row and the announcement of stale pages. */
async function finish(
  tx: Tx,
  ctx: Ctx,
  write: Event & { article: Row; change: Record<string, unknown>; stale?: string[] },
): Promise<Written> {
  await alignLists(tx, write.article);
  await recordMediaUse(tx, write.article.id, write.article.bodyHtml);
  const after = await withLists(tx, write.article);
  const version = {
    article: write.article,
    tags: after.tags.map((t) => t.name),
    symbols: after.mentions.map((m) => m.symbol),
  };
  await recordRevision(tx, ctx, version, write.reason);
  await recordAudit(tx, ctx, {
    action: write.action,
    subjectType: "article",
    subjectId: write.article.id,
    change: { version: write.article.version, ...write.change },
  });
  const tags = [...new Set([...(write.stale ?? []), ...(await staleTags(tx, after))])];
  await announce(tx, write.action, tags);
  return { article: write.article, tags };
}

/** A story that is public, or becomes so by the clock, has a text. */
function requireBody({ kind, wordCount }: Pick<Row, "kind" | "wordCount">) {
  if (kind === "story" && wordCount === 0)
    throw new AppError("invalid", "正文还空着，不能发布", { bodyHtml: "请写正文" });
}

/** Where the form shows what a check found. */
const FIELD_OF: Record<string, string> = { body: "bodyHtml", image: "bodyHtml" };

/** What blocks in the dialog blocks here too, whoever asks. */
async function requireNoFault(tx: Tx, article: Row) {
  const mismatches = await listCodeFaults(tx, `${article.title}\n${visibleText(article.bodyHtml)}`);
  const fault = checkArticle(article, mismatches).find(({ level }) => level === "block");
  if (fault)
    throw new AppError("invalid", `不能发布：${fault.message}`, {
      [FIELD_OF[fault.place] ?? fault.place]: fault.message,
    });
}

/** The columns that the form fills. The body is sanitised here and nowhere else. */
function content(input: CreateArticleInput) {
  const bodyHtml = sanitizeArticleHtml(input.bodyHtml);
  const { title, summary, kind, level, categoryId, sourceName, originalUrl, editorName } = input;
  return {
    title,
    summary,
    kind,
    level,
    categoryId,
    sourceName,
    originalUrl,
    editorName,
    bodyHtml,
    wordCount: countWords(bodyHtml),
  };
}

async function requireCategory(tx: Tx, id: string) {
  const [category] = await tx.select({ id: categories.id }).from(categories).where(eq(categories.id, id));
  if (!category) throw new AppError("invalid", "请检查标出的地方", { categoryId: "没有这个媒体" });
}

async function requireFreeSlug(tx: Tx, slug: string, articleId: string | null) {
  const fault = await slugFault(tx, slug, articleId);
  if (fault) throw new AppError("invalid", "请检查标出的地方", { slug: fault });
}

/** The wanted slug, or the first free one made from the title. */
async function freeSlug(tx: Tx, ctx: Ctx, wanted: string, title: string): Promise<string> {
  if (wanted) {
    await requireFreeSlug(tx, wanted, null);
    return wanted;
  }
  const suggestion = suggestSlug(title, ctx.now);
  for (let n = 1; ; n++) {
    const slug = n === 1 ? suggestion : `${suggestion}-${n}`;
    if (!(await slugFault(tx, slug, null))) return slug;
  }
}

/** Writes tags and direct mentions as the form has them. What an importer found about sectors stays. */
async function writeLists(tx: Tx, articleId: string, input: CreateArticleInput) {
  const tagIds = (await ensureTags(tx, input.tags)).map(({ id }) => id);
  await tx
    .delete(articleTags)
    .where(
      and(eq(articleTags.articleId, articleId), tagIds.length > 0 ? notInArray(articleTags.tagId, tagIds) : undefined),
    );
  if (tagIds.length > 0)
    await tx
      .insert(articleTags)
      .values(tagIds.map((tagId) => ({ articleId, tagId })))
      .onConflictDoNothing();

  const symbols = [...new Set(input.symbols)].sort();
  const known =
    symbols.length > 0
      ? await tx.select({ symbol: securities.symbol }).from(securities).where(inArray(securities.symbol, symbols))
      : [];
  const unknown = symbols.filter((symbol) => !known.some((row) => row.symbol === symbol));
  if (unknown.length > 0)
    throw new AppError("invalid", "请检查标出的地方", { symbols: `没有这些证券：${unknown.join("、")}` });
  await tx
    .delete(mentions)
    .where(
      and(
        eq(mentions.articleId, articleId),
        eq(mentions.relation, "direct"),
        symbols.length > 0 ? notInArray(mentions.symbol, symbols) : undefined,
      ),
    );
  if (symbols.length > 0) {
    await tx
      .insert(mentions)
      .values(symbols.map((symbol) => ({ articleId, symbol, relation: "direct" as const, origin: "editor" as const })))
      .onConflictDoUpdate({ target: [mentions.articleId, mentions.symbol], set: { relation: sql`excluded.relation` } });
  }
}
