import "server-only";
import { can } from "@/lib/articles/policy";
import type { Written } from "@/lib/articles/write";
import { recordAudit } from "@/lib/audit/record";
import { announce } from "@/lib/cache/outbox";
import { tag } from "@/lib/cache/tags";
import type { Ctx } from "@/lib/context";
import type { CorrectionInput } from "@/lib/corrections/validation";
import type { Tx } from "@/lib/db/client";
import { corrections } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { acceptByCorrection } from "@/lib/reports/commands";

/**
 * Says in public what an update corrected. Part of the transaction that wrote the update; the report that led to it is
 * accepted along with it.
 * @returns the update, with the tags of the public record among its stale ones
 */
export async function recordCorrection(tx: Tx, ctx: Ctx, written: Written, input: CorrectionInput): Promise<Written> {
  const { article } = written;
  if (article.status !== "published") throw new AppError("invalid", "只有已发布的文章才写更正");
  if (!can(ctx.actor, "publish", article)) throw new AppError("forbidden", "没有权限写更正");
  const { kind, note, reason, reportId } = input;
  const [correction] = await tx
    .insert(corrections)
    .values({
      ...{ articleId: article.id, version: article.version, kind, note, reason },
      reportId: reportId && (await acceptByCorrection(tx, ctx, reportId, article.id, note)),
      createdAt: ctx.now,
    })
    .returning({ id: corrections.id });
  await recordAudit(tx, ctx, {
    action: "correction.published",
    subjectType: "article",
    subjectId: article.id,
    // The note is text of the article in other words: it is kept in one place, where a takedown finds it.
    change: { correction: correction!.id, kind, reportId },
  });
  await announce(tx, "correction.published", [tag.corrections]);
  return { ...written, tags: [...written.tags, tag.corrections] };
}
