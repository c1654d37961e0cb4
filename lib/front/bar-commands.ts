import "server-only";
import { eq, sql } from "drizzle-orm";
import { recordAudit } from "@/lib/audit/record";
import { announce } from "@/lib/cache/outbox";
import { tag } from "@/lib/cache/tags";
import { actorName, type Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { articles, frontBar } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { BAR_KIND_NAMES, type Bar } from "@/lib/front/bar";
import { LONGEST_BAR_MS } from "@/lib/front/ends";
import { mayArrange } from "@/lib/front/policy";
import { findBar } from "@/lib/front/queries";
import { BAR_TOO_LONG, type LowerBarInput, OVER_FAULT, type RaiseBarInput } from "@/lib/front/validation";
import { requireTarget } from "@/lib/redirects/rules";

/** Both sides of what was done: taking it back is raising `before`, or lowering `after`. */
type Done = { before: Bar | null; after: Bar | null; tags: string[] };

/** A browser's clock and the way here may take so long. */
const SLACK_MS = 60_000;
const invalid = (fields: Record<string, string>) => new AppError("invalid", "请检查标出的地方", fields);

/** Puts a line of breaking news above the fronts, in the place of the one there is. */
export async function raiseBar(ctx: Ctx, input: RaiseBarInput): Promise<Done> {
  const endsAt = new Date(input.endsAt);
  return change(ctx, input.seen, async (tx, before) => {
    if (endsAt <= ctx.now) throw invalid({ endsAt: OVER_FAULT });
    if (endsAt.getTime() - ctx.now.getTime() > LONGEST_BAR_MS + SLACK_MS) throw invalid({ endsAt: BAR_TOO_LONG });
    const target = await targetOf(tx, ctx, input);
    const { kind, text } = input;
    await tx.delete(frontBar);
    await tx.insert(frontBar).values({
      ...{ kind, text, endsAt, ...target },
      // Its time is the news', not that of the last hand on it.
      startsAt: before?.text === text ? new Date(before.startsAt) : ctx.now,
      raisedBy: actorName(ctx.actor),
    });
    const after = await findBar(tx);
    await recordAudit(tx, ctx, {
      ...{ action: "bar.raised", subjectType: "front", subjectId: "bar" },
      change: { ...recorded({ text, ...target }), kind: BAR_KIND_NAMES[kind], link: target.toPath, endsAt },
    });
    return after;
  });
}

/** Takes the line away before its time. */
export async function lowerBar(ctx: Ctx, input: LowerBarInput): Promise<Done> {
  return change(ctx, input.seen, async (tx, before) => {
    await tx.delete(frontBar);
    await recordAudit(tx, ctx, {
      ...{ action: "bar.lowered", subjectType: "front", subjectId: "bar" },
      change: { ...(before && recorded(before)), endsAt: before?.endsAt },
    });
    return null;
  });
}

/** Words about an article are those of the article, and must be able to go with it; the audit log keeps what it is. */
const recorded = ({ text, articleId }: { text: string; articleId: string | null }) =>
  articleId ? { articleId } : { title: text };

async function change(
  ctx: Ctx,
  seen: string | null,
  write: (tx: Tx, before: Bar | null) => Promise<Bar | null>,
): Promise<Done> {
  if (!mayArrange(ctx.actor)) throw new AppError("forbidden", "突发条由编辑放上和撤下");
  return ctx.db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('front_bar'))`);
    const before = await findBar(tx);
    if ((before?.id ?? null) !== seen)
      throw new AppError(
        "conflict",
        before ? `${before.raisedBy}刚放上了“${before.text}”，请看过再改` : "突发条已经撤下或到时间了，请看过再改",
      );
    const after = await write(tx, before);
    const tags = [tag.bar];
    await announce(tx, after ? "bar.raised" : "bar.lowered", tags);
    return { before, after, tags };
  });
}

type Target = { articleId: string | null; toPath: string | null };

/** What the line leads to. An address of an article is kept as the article, so that both move and vanish together. */
async function targetOf(tx: Tx, ctx: Ctx, { articleId, to }: RaiseBarInput): Promise<Target> {
  if (!articleId && to === "") return { articleId: null, toPath: null };
  const { target, path } = articleId
    ? { target: { articleId }, path: null }
    : await requireTarget(tx, to).catch((error: unknown) => {
        throw error instanceof AppError && error.fields.to
          ? invalid({ to: error.fields.to.replace("新地址", "链接") })
          : error;
      });
  if (!target.articleId) return { articleId: null, toPath: path };
  const { status, publishAt } = articles;
  const [row] = await tx
    .select({ status, publishAt })
    .from(articles)
    .where(eq(articles.id, target.articleId))
    .for("share");
  if (row?.status !== "published" || !row.publishAt || row.publishAt > ctx.now)
    throw invalid({ to: "这篇文章现在没有公开，读者打不开" });
  return { articleId: target.articleId, toPath: null };
}
