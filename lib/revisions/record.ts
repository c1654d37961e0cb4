import "server-only";
import { type Actor, actorKey, actorName } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { type articles, revisions } from "@/lib/db/schema";

type Version = {
  article: typeof articles.$inferSelect;
  tags: string[];
  symbols: string[];
};

/** Keeps everything that an editor can change, as it stands after this write. */
export async function recordRevision(tx: Tx, ctx: { actor: Actor; now: Date }, version: Version, reason = "") {
  const { article } = version;
  await tx.insert(revisions).values({
    articleId: article.id,
    version: article.version,
    title: article.title,
    summary: article.summary,
    bodyHtml: article.bodyHtml,
    fields: {
      slug: article.slug,
      kind: article.kind,
      level: article.level,
      categoryId: article.categoryId,
      sourceName: article.sourceName,
      originalUrl: article.originalUrl,
      editorName: article.editorName,
      publishAt: article.publishAt?.toISOString() ?? null,
      tags: version.tags,
      symbols: version.symbols,
    },
    status: article.status,
    actor: actorKey(ctx.actor),
    actorName: actorName(ctx.actor),
    reason,
    createdAt: ctx.now,
  });
}
