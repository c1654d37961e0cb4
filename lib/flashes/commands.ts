import "server-only";
import { eq, sql } from "drizzle-orm";
import { createArticle, publishArticle, updateArticle } from "@/lib/articles/commands";
import { findForDesk } from "@/lib/articles/desk-queries";
import { can } from "@/lib/articles/policy";
import { lockArticle, staleTags } from "@/lib/articles/stored";
import type { AuditRow } from "@/lib/articles/was-taken";
import { moveArticle, takeStep, type Written } from "@/lib/articles/write";
import { mapSurvivors } from "@/lib/categories/survivors";
import { sanitizeArticleHtml } from "@/lib/content/sanitize";
import type { Ctx } from "@/lib/context";
import type { Db, Tx } from "@/lib/db/client";
import { articles } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { flashHtml, isPlainBody } from "@/lib/flashes/text";
import { UNDO_MS, UNDO_REASON } from "@/lib/flashes/undo";
import type { PublishFlashInput, UndoFlashInput, UpdateFlashInput } from "@/lib/flashes/validation";
import { turnDown } from "@/lib/securities/commands";
import { alreadySaved } from "@/lib/writing/already-saved";
import { EMPTY_FIELDS, fieldsOf, sameFields } from "@/lib/writing/fields";
import { findVersion } from "@/lib/writing/queries";

/** A key pressed in the last second still has to reach the server, over a slow line too. */
const ON_THE_WAY_MS = 15_000;
/** A flash is a draft for as long as its transaction lasts. */
const PUBLISHED_VERSION = 2;

/** Commands open a transaction of their own; inside this one that is a savepoint. */
const within = (ctx: Ctx, tx: Tx): Ctx => ({ ...ctx, db: tx as unknown as Db });

const formOf = ({ id, title, text, level, categoryId, symbols }: PublishFlashInput) => ({
  ...{ slug: "", summary: "", tags: [], sourceName: "", originalUrl: "", editorName: "", kind: "flash" as const },
  ...{ id, title, level, categoryId, symbols, bodyHtml: flashHtml(text) },
});

/**
 * Makes a flash and publishes it, both or neither. Saying the same again under the same number, because the answer was
 * lost on the way, publishes nothing and is answered with the flash as it stands.
 */
export async function publishFlash(ctx: Ctx, input: PublishFlashInput): Promise<Written> {
  return ctx.db.transaction(async (tx) => {
    // A flash that does not exist yet has no row that could be locked.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`writing:${input.id}`}, 0))`);
    const earlier = await findEarlier(tx, ctx, input);
    if (earlier) return earlier;
    await turnDown(tx, ctx, input.id, input.refused ?? []);
    const { article } = await createArticle(within(ctx, tx), formOf(input));
    return publishArticle(within(ctx, tx), { id: article.id, version: article.version });
  });
}

async function findEarlier(tx: Tx, ctx: Ctx, input: PublishFlashInput): Promise<Written | null> {
  const [known] = await tx.select({ by: articles.createdBy }).from(articles).where(eq(articles.id, input.id));
  if (!known) return null;
  const stored = await lockArticle(tx, input.id);
  if (ctx.actor.kind !== "user" || known.by !== ctx.actor.id || !can(ctx.actor, "view", stored.article))
    throw new AppError("forbidden", "没有权限这样做");
  const first = await findVersion(tx as unknown as Db, input.id, PUBLISHED_VERSION);
  const form = formOf(input);
  const sent = fieldsOf({
    ...EMPTY_FIELDS,
    ...form,
    slug: first?.slug,
    symbols: [...new Set(form.symbols)],
    bodyHtml: sanitizeArticleHtml(form.bodyHtml),
  });
  const standing = await mapSurvivors(tx, [sent.categoryId, first?.categoryId ?? sent.categoryId]);
  const placed = <Fields extends { categoryId: string }>(fields: Fields) => ({
    ...fields,
    categoryId: standing.get(fields.categoryId) ?? fields.categoryId,
  });
  if (!first || !sameFields(placed(first), placed(sent)))
    throw new AppError("conflict", "这条快讯已经发出，文字和这里的不一样。再按一次发布，就另发一条");
  return { article: stored.article, tags: await staleTags(tx, stored) };
}

/** Takes a flash back right after it was sent: it is withdrawn, and says so at its address. */
export const undoFlash = (ctx: Ctx, input: UndoFlashInput): Promise<Written> => {
  const left = ({ action, change }: AuditRow) => action === "article.withdrawn" && change.reason === UNDO_REASON;
  return takeStep(ctx, "unpublish", input, left, async (tx, before) => {
    const { kind, status, publishAt } = before.article;
    if (kind !== "flash" || status !== "published") throw new AppError("invalid", "这条没有发布，无须撤回");
    if (!publishAt || ctx.now.getTime() - publishAt.getTime() > UNDO_MS + ON_THE_WAY_MS)
      throw new AppError("invalid", "已经过了 30 秒。请打开这条快讯，用“撤回”并写明原因");
    const set = { status: "withdrawn", withdrawnReason: UNDO_REASON } as const;
    return moveArticle(tx, ctx, before, set, { action: "article.withdrawn", reason: UNDO_REASON });
  });
};

/** Changes what a flash says and its level; everything else of it stays. */
export async function updateFlash(ctx: Ctx, { text, ...input }: UpdateFlashInput): Promise<Written> {
  return ctx.db.transaction(async (tx) => {
    const found = await findForDesk(tx as unknown as Db, input.id);
    if (found?.article.kind !== "flash") throw new AppError("not_found", "快讯不存在");
    const { article, tags, symbols } = found;
    if (!isPlainBody(article.bodyHtml)) throw new AppError("invalid", "这条的正文带格式，请打开来改");
    const form = { ...article, tags, symbols, ...input, bodyHtml: flashHtml(text) };
    return (await alreadySaved(tx, ctx, form)) ?? updateArticle(within(ctx, tx), form);
  });
}
