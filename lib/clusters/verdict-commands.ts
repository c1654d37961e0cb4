import "server-only";
import { and, eq, inArray, or, sql } from "drizzle-orm";
import { recordAudit } from "@/lib/audit/record";
import { announce } from "@/lib/cache/outbox";
import { tag } from "@/lib/cache/tags";
import { actorKey, actorName, type Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { articles, clusterVerdicts } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { alignClusters, lockClusters } from "./commands";
import { maySettle } from "./policy";
import { listClustersOf } from "./queries";
import type { MergeInput, SplitInput } from "./validation";

type Article = typeof articles.$inferSelect;

async function requirePublic(tx: Tx, id: string): Promise<Article> {
  // Shared: nobody's text is changed, and whoever changes one waits for the clusters anyway.
  const [article] = await tx.select().from(articles).where(eq(articles.id, id)).for("share");
  if (!article) throw new AppError("not_found", "文章不存在");
  return article;
}

function requireRight(ctx: Ctx, article: Article) {
  if (!maySettle(ctx.actor, article)) throw new AppError("forbidden", "没有权限这样做");
  if (article.status !== "published") throw new AppError("invalid", "文章没有发布，不在任何同题里");
}

const inOrder = (a: string, b: string): [string, string] => (a < b ? [a, b] : [b, a]);

async function say(tx: Tx, ctx: Ctx, verdict: "same" | "other", pairs: [string, string][]) {
  const by = { actor: actorKey(ctx.actor), actorName: actorName(ctx.actor), at: ctx.now };
  await tx
    .insert(clusterVerdicts)
    .values(pairs.map((pair) => inOrder(...pair)).map(([firstId, secondId]) => ({ firstId, secondId, verdict, ...by })))
    .onConflictDoUpdate({
      target: [clusterVerdicts.firstId, clusterVerdicts.secondId],
      set: {
        ...{ verdict: sql`excluded.verdict`, actor: sql`excluded.actor` },
        ...{ actorName: sql`excluded.actor_name`, at: sql`excluded.at` },
      },
    });
}

/** Forgets that editors said this of some pair between two groups. */
async function unsay(tx: Tx, verdict: "same" | "other", some: string[], others: string[]) {
  const { firstId, secondId } = clusterVerdicts;
  const across = or(
    and(inArray(firstId, some), inArray(secondId, others)),
    and(inArray(firstId, others), inArray(secondId, some)),
  );
  await tx.delete(clusterVerdicts).where(and(eq(clusterVerdicts.verdict, verdict), across));
}

async function settle(tx: Tx, ctx: Ctx, action: string, id: string, change: Record<string, unknown>) {
  const tags = [...new Set([...(await alignClusters(tx, [id])), tag.article(id)])];
  await recordAudit(tx, ctx, { action, subjectType: "article", subjectId: id, change });
  await announce(tx, action, tags);
  return { tags };
}

/** An article leaves its cluster, and no text ever brings it back to those that are in it now. */
export async function splitStory(ctx: Ctx, { id }: SplitInput): Promise<{ tags: string[] }> {
  return ctx.db.transaction(async (tx) => {
    requireRight(ctx, await requirePublic(tx, id));
    await lockClusters(tx);
    const others = (await listClustersOf(tx, [id])).map(({ articleId }) => articleId).filter((one) => one !== id);
    // Said again, because the answer was lost on the way.
    if (others.length === 0) return { tags: [] };
    await say(
      tx,
      ctx,
      "other",
      others.map((other) => [id, other]),
    );
    return settle(tx, ctx, "cluster.split", id, { articles: others });
  });
}

/** Two articles tell one story, with all that each is told together with, whatever their texts say. */
export async function mergeStories(ctx: Ctx, { id, withId }: MergeInput): Promise<{ tags: string[] }> {
  return ctx.db.transaction(async (tx) => {
    if (id === withId) throw new AppError("invalid", "不能与自己合并");
    const [article, other] = [await requirePublic(tx, id), await requirePublic(tx, withId)];
    requireRight(ctx, article);
    if (other.status !== "published") throw new AppError("invalid", "只能与已发布的文章合并");
    await lockClusters(tx);
    const groupOf = async (one: string) => {
      const rows = await listClustersOf(tx, [one]);
      return rows.length > 0 ? rows.map(({ articleId }) => articleId) : [one];
    };
    const [own, theirs] = [await groupOf(id), await groupOf(withId)];
    if (own.includes(withId)) return { tags: [] };
    await unsay(tx, "other", own, theirs);
    await say(tx, ctx, "same", [[id, withId]]);
    return settle(tx, ctx, "cluster.merged", id, { articles: [withId] });
  });
}
