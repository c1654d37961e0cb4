import "server-only";
import { and, eq } from "drizzle-orm";
import { requireSecondPerson } from "@/lib/articles/four-eyes";
import { can, type Verb } from "@/lib/articles/policy";
import { type ArticleRow, alignLists, lockArticle, type Stored, staleTags, withLists } from "@/lib/articles/stored";
import { type AuditRow, wasTaken } from "@/lib/articles/was-taken";
import { recordAudit } from "@/lib/audit/record";
import { announce } from "@/lib/cache/outbox";
import { tag } from "@/lib/cache/tags";
import { alignClusters } from "@/lib/clusters/commands";
import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { articles, revisions } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { recordLiveEvent } from "@/lib/live/commands";
import { recordMediaUse } from "@/lib/media/use";
import { recordRevision } from "@/lib/revisions/record";
import { removeFromIndex, writeIndex } from "@/lib/search/commands";
import { writeAutoMentions } from "@/lib/securities/write-mentions";

/** What was written, and the tags of the pages that no longer hold; the caller clears its own caches of them. */
export type Written = { article: ArticleRow; tags: string[] };

/** The version that a writer has seen. */
type Seen = { id: string; version: number };

/** Locks the article; refuses whom the policy refuses, then whoever has not seen the newest version. */
export const openArticle = async (tx: Tx, ctx: Ctx, verb: Verb, input: Seen): Promise<Stored> =>
  admit(tx, ctx, verb, input, await lockArticle(tx, input.id));

async function admit(tx: Tx, ctx: Ctx, verb: Verb, input: Seen, stored: Stored): Promise<Stored> {
  const { article } = stored;
  if (article.takenDownAt) throw new AppError("invalid", "这篇文章已按要求删除，不能再改");
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

/**
 * One step that changes where an article stands. Taken again, because its answer was lost on the way, it is answered
 * like the first time and changes nothing.
 * @param left whether a row of the audit log is what the step leaves behind
 */
export const takeStep = (
  ctx: Ctx,
  verb: Verb,
  input: Seen,
  left: (row: AuditRow) => boolean,
  take: (tx: Tx, before: Stored) => Promise<Written>,
): Promise<Written> =>
  ctx.db.transaction(async (tx) => {
    const stored = await lockArticle(tx, input.id);
    if (await wasTaken(tx, ctx, input, stored.article, left))
      return { article: stored.article, tags: await staleTags(tx, stored) };
    return take(tx, await admit(tx, ctx, verb, input, stored));
  });

type Event = { action: string; reason?: string };

/** Changes where the article stands and nothing of its content. */
export async function moveArticle(
  tx: Tx,
  ctx: Ctx,
  before: Stored,
  set: Partial<ArticleRow>,
  event: Event,
): Promise<Written> {
  const old = before.article;
  const stale = await staleTags(tx, before);
  const [article] = await tx
    .update(articles)
    .set({ ...set, version: old.version + 1, updatedAt: ctx.now })
    .where(eq(articles.id, old.id))
    .returning();
  await requireSecondPerson(tx, ctx, old, article!);
  const change = { from: old.status, to: article!.status, publishAt: article!.publishAt, reason: event.reason };
  return finish(tx, ctx, { ...event, article: article!, change, stale });
}

/** Readers find what is public, as it is now. */
async function alignIndex(tx: Tx, { article, tags, mentions }: Stored) {
  if (article.status !== "published") return void (await removeFromIndex(tx, [article.id]));
  const found = { tags: tags.map(({ name }) => name), symbols: mentions.map(({ symbol }) => symbol) };
  await writeIndex(tx, [{ ...article, ...found, publishedAt: article.publishAt! }]);
}

/**
 * The end of every write: mentions, lists, index and clusters in step, revision, audit row, announcement to open and stale
 * pages.
 */
export async function finish(
  tx: Tx,
  ctx: Ctx,
  write: Event & { article: ArticleRow; change: Record<string, unknown>; stale?: string[] },
): Promise<Written> {
  if (!write.article.takenDownAt) await writeAutoMentions(tx, [{ ...write.article, listedAt: null }]);
  await alignLists(tx, write.article);
  await recordMediaUse(tx, write.article.id, write.article.bodyHtml);
  const after = await withLists(tx, write.article);
  await alignIndex(tx, after);
  const version = {
    article: write.article,
    tags: after.tags.map((t) => t.name),
    // What the text names by itself follows the text, in every version.
    symbols: after.mentions.filter((m) => m.origin !== "auto").map((m) => m.symbol),
  };
  await recordRevision(tx, ctx, version, write.reason);
  await recordAudit(tx, ctx, {
    action: write.action,
    subjectType: "article",
    subjectId: write.article.id,
    change: { version: write.article.version, ...write.change },
  });
  // It is a flash that readers see, or was one until now; of one that is taken down they forget the withdrawal too.
  const own = [...(write.stale ?? []), ...(await staleTags(tx, after))];
  const isTakenDown = write.article.kind === "flash" && write.article.takenDownAt !== null;
  if (own.includes(tag.live) || isTakenDown) await recordLiveEvent(tx, write.article.id);
  // Last of all: it keeps others waiting until this commits.
  const around = await alignClusters(tx, [write.article.id]);
  const tags = [...new Set([...own, ...around])];
  await announce(tx, write.action, tags);
  return { article: write.article, tags };
}
