import "server-only";
import { eq } from "drizzle-orm";
import {
  content,
  freeSlug,
  requireCategory,
  requireFreeSlug,
  requireOwnCategory,
  writeLists,
} from "@/lib/articles/content";
import { requireNoSoloChange } from "@/lib/articles/four-eyes";
import { can } from "@/lib/articles/policy";
import { requireBody, requireNoFault } from "@/lib/articles/publishable";
import { type ArticleRow, lockAddresses, staleTags, wasPublic } from "@/lib/articles/stored";
import type {
  CreateArticleInput,
  MoveArticleInput,
  PublishArticleInput,
  UnpublishArticleInput,
  UpdateArticleInput,
} from "@/lib/articles/validation";
import type { AuditRow } from "@/lib/articles/was-taken";
import { finish, moveArticle, openArticle, takeStep, type Written } from "@/lib/articles/write";
import type { Ctx } from "@/lib/context";
import { articles } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { moveArticleAddress } from "@/lib/redirects/commands";

/** Makes a draft. Nobody but the desk sees it. */
export async function createArticle(ctx: Ctx, input: CreateArticleInput): Promise<Written> {
  if (!can(ctx.actor, "create")) throw new AppError("forbidden", "没有写稿权限");
  return ctx.db.transaction(async (tx) => {
    const categoryId = await requireCategory(tx, input.categoryId);
    requireOwnCategory(ctx, categoryId);
    await lockAddresses(tx);
    const slug = await freeSlug(tx, ctx, input.slug, input.title);
    const [article] = await tx
      .insert(articles)
      .values({
        ...content({ ...input, categoryId }),
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
    const before = await openArticle(tx, ctx, "edit", input);
    const old = before.article;
    const categoryId = await requireCategory(tx, input.categoryId);
    if (categoryId !== old.categoryId) requireOwnCategory(ctx, categoryId);
    await lockAddresses(tx);
    const slug = input.slug || old.slug;
    if (slug !== old.slug) await requireFreeSlug(tx, slug, old.id);

    const stale = await staleTags(tx, before);
    const next = content({ ...input, categoryId });
    if (old.status === "scheduled") requireBody(next);
    await requireNoSoloChange(tx, old, next);
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
    const changed = Object.keys(next).filter((key) => next[key as keyof typeof next] !== old[key as keyof ArticleRow]);
    const moved = slug !== old.slug && { slug: { from: old.slug, to: slug } };
    const change = { fields: changed, ...moved, ...(reason && { reason }) };
    return finish(tx, ctx, { action: "article.updated", article: article!, change, stale, reason });
  });
}

/** Publishes now, or schedules when `publishAt` is still ahead. A withdrawn story keeps its first date. */
export async function publishArticle(ctx: Ctx, input: PublishArticleInput): Promise<Written> {
  const wanted = input.publishAt ? new Date(input.publishAt) : null;
  const left = ({ action, change }: AuditRow) =>
    wanted
      ? (action === "article.scheduled" || action === "article.published") &&
        new Date(String(change.publishAt)).getTime() === wanted.getTime()
      : action === "article.published";
  return takeStep(ctx, "publish", input, left, async (tx, before) => {
    const old = before.article;
    if (old.status === "published") throw new AppError("invalid", "文章已经发布");
    if (old.status === "trashed") throw new AppError("invalid", "文章在回收站里，请先恢复");
    requireBody(old);
    await requireNoFault(tx, old);
    const first = old.status === "withdrawn" ? old.publishAt : null;
    const publishAt = wanted ?? first ?? ctx.now;
    const status = publishAt > ctx.now ? "scheduled" : "published";
    // Until its time comes it stays withdrawn for readers, who knew it.
    const isUp = status === "published" && ({ withdrawnReason: null, withdrawnAt: null } as const);
    const set = { status, publishAt, ...isUp } as const;
    return moveArticle(tx, ctx, before, set, { action: `article.${status}` });
  });
}

/** Takes a story back: its address answers 410 with the reason. A scheduled one becomes a draft again. */
export async function unpublishArticle(ctx: Ctx, input: UnpublishArticleInput): Promise<Written> {
  const { reason } = input;
  const left = ({ action, change }: AuditRow) =>
    (action === "article.withdrawn" || action === "article.unscheduled") && change.reason === reason;
  return takeStep(ctx, "unpublish", input, left, async (tx, before) => {
    const { status } = before.article;
    if (status === "scheduled") {
      const set = { status: "draft", publishAt: null } as const;
      return moveArticle(tx, ctx, before, set, { action: "article.unscheduled", reason });
    }
    if (status !== "published") throw new AppError("invalid", "文章没有发布，无须撤回");
    const set = { status: "withdrawn", withdrawnReason: reason, withdrawnAt: ctx.now } as const;
    return moveArticle(tx, ctx, before, set, { action: "article.withdrawn", reason });
  });
}

export async function trashArticle(ctx: Ctx, input: MoveArticleInput): Promise<Written> {
  const left = ({ action }: AuditRow) => action === "article.trashed";
  return takeStep(ctx, "trash", input, left, async (tx, before) => {
    const { status } = before.article;
    if (status === "trashed") throw new AppError("invalid", "文章已在回收站");
    return moveArticle(tx, ctx, before, { status: "trashed", trashedFrom: status }, { action: "article.trashed" });
  });
}

/** Puts a trashed article back where it was. One whose hour passed in the bin becomes a draft: nobody said "publish". */
export async function restoreArticle(ctx: Ctx, input: MoveArticleInput): Promise<Written> {
  const left = ({ action }: AuditRow) => action === "article.restored";
  return takeStep(ctx, "restore", input, left, async (tx, before) => {
    const { status, trashedFrom, publishAt } = before.article;
    if (status !== "trashed") throw new AppError("invalid", "文章不在回收站");
    const missed = trashedFrom === "scheduled" && publishAt !== null && publishAt <= ctx.now;
    const set = missed
      ? { status: "draft" as const, publishAt: null, trashedFrom: null }
      : { status: trashedFrom ?? ("draft" as const), trashedFrom: null };
    return moveArticle(tx, ctx, before, set, { action: "article.restored" });
  });
}
