import "server-only";
import { and, count, desc, eq, gt, isNotNull, isNull, max, min, ne, or, sum } from "drizzle-orm";
import { beijingDay } from "@/lib/dates";
import type { Db } from "@/lib/db/client";
import { articles, pushChannels, pushes, pushRequests } from "@/lib/db/schema";
import type { Channel } from "@/lib/pushes/channels";
import { articlePath } from "@/lib/urls";

const DAYS = 7;
const MOST_TROUBLES = 5;
const MOST_REFUSED = 10;

/** How a channel stands, for whoever runs the site: what it told, what waits, and what the other side said against it. */
export async function findChannelStatus(db: Db, channel: Channel, now: Date) {
  const since = new Date(now.getTime() - DAYS * 24 * 3_600_000);
  const recent = and(eq(pushRequests.channel, channel), gt(pushRequests.at, since));
  const isRefused = and(eq(pushes.channel, channel), isNotNull(pushes.refusedAt));
  const [state] = await db.select().from(pushChannels).where(eq(pushChannels.channel, channel));
  const [told] = await db
    .select({ at: max(pushRequests.at), addresses: sum(pushRequests.addresses), refused: sum(pushRequests.refused) })
    .from(pushRequests)
    .where(and(recent, eq(pushRequests.outcome, "told")));
  const troubles = await db
    .select({
      answer: pushRequests.answer,
      outcome: pushRequests.outcome,
      times: count(),
      first: min(pushRequests.at),
      last: max(pushRequests.at),
    })
    .from(pushRequests)
    .where(and(recent, or(ne(pushRequests.outcome, "told"), gt(pushRequests.refused, 0))))
    .groupBy(pushRequests.answer, pushRequests.outcome)
    .orderBy(desc(max(pushRequests.at)))
    .limit(MOST_TROUBLES);
  const refusals = await db
    .select({ target: pushes.target, fault: pushes.fault, slug: articles.slug, title: articles.title })
    .from(pushes)
    .leftJoin(articles, eq(articles.id, pushes.articleId))
    .where(isRefused)
    .orderBy(desc(pushes.refusedAt), desc(pushes.change))
    .limit(MOST_REFUSED);
  return {
    channel,
    /** When it last told something that was taken, within a week; how many addresses in it. */
    toldAt: told?.at ?? null,
    told: Number(told?.addresses ?? 0) - Number(told?.refused ?? 0),
    waiting: await db.$count(pushes, and(eq(pushes.channel, channel), isNull(pushes.refusedAt))),
    refused: await db.$count(pushes, isRefused),
    pausedUntil: state?.pausedUntil && state.pausedUntil > now ? state.pausedUntil : null,
    /** How many more the other side takes today; null where it has not said. */
    quotaLeft: state?.quotaDay === beijingDay(now) ? state.quotaLeft : null,
    troubles: troubles.map(({ first, last, ...trouble }) => ({ ...trouble, first: first!, last: last! })),
    refusals: refusals.map(({ target, fault, slug, title }) => ({
      path: slug === null ? target : articlePath(slug),
      title,
      fault,
    })),
  };
}
export type ChannelStatus = Awaited<ReturnType<typeof findChannelStatus>>;
