import "server-only";
import { eq, sql } from "drizzle-orm";
import { beijingDay, startOfBeijingDay } from "@/lib/dates";
import type { Db, Tx } from "@/lib/db/client";
import { pushChannels, pushRequests } from "@/lib/db/schema";
import { log } from "@/lib/log";
import type { ChannelRow } from "@/lib/pushes/lease";
import type { Verdict } from "@/lib/pushes/verdict";

/** Also for who says 0. */
const SHORTEST_PAUSE_MS = 1000;
const FIRST_PAUSE_MS = 10_000;
const LONGEST_PAUSE_MS = 3_600_000;
const DAY_MS = 24 * 3_600_000;

/** What one request told: the newest change of each target by then, and its address. */
export type Sent = { target: string; change: number; url: string };

/** What is left of today's quota; nothing: wait for the midnight at which it begins anew, in Beijing. */
const quotaOf = (quotaLeft: number, now: Date) => ({
  ...{ quotaLeft, quotaDay: beijingDay(now) },
  ...(quotaLeft <= 0 && { pausedUntil: new Date(startOfBeijingDay(now).getTime() + DAY_MS) }),
});

/** As long as the other side said; else ten seconds, twice as long after each failure, an hour at most. */
function pausedAfter({ failures }: ChannelRow, now: Date, pauseMs: number | null = null) {
  const own = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(failures, 20));
  return { failures: failures + 1, pausedUntil: new Date(now.getTime() + Math.max(SHORTEST_PAUSE_MS, pauseMs ?? own)) };
}

const listOf = (channel: string, sent: (Sent & { fault?: string })[]) => sql`
  jsonb_to_recordset(${JSON.stringify(sent.map(({ target, change, fault }) => ({ target, change, fault })))}::jsonb)
    as sent(target text, change bigint, fault text)
  where p.channel = ${channel} and p.target = sent.target`;

/** What changed again while it was being told stays, to be told anew. */
const forget = (tx: Tx, channel: string, sent: Sent[]) =>
  tx.execute(sql`delete from pushes p using ${listOf(channel, sent)} and p.change <= sent.change`);

const refuse = (tx: Tx, channel: string, sent: (Sent & { fault: string })[], now: Date) =>
  tx.execute(sql`
    update pushes p set refused_at = ${now.toISOString()}::timestamptz, fault = sent.fault, tries = p.tries + 1
    from ${listOf(channel, sent)} and p.change <= sent.change`);

const keep = (tx: Tx, channel: string, sent: Sent[], fault: string) =>
  tx.execute(sql`update pushes p set tries = p.tries + 1, fault = ${fault} from ${listOf(channel, sent)}`);

/** Writes down what became of a request, in one transaction: right after the answer, and nothing else before it. */
export async function noteVerdict(db: Db, state: ChannelRow, sent: Sent[], verdict: Verdict, now: Date) {
  const { channel } = state;
  const set: Partial<ChannelRow> = { failures: 0, pausedUntil: null };
  let refused: (Sent & { fault: string })[] = [];
  await db.transaction(async (tx) => {
    if (verdict.outcome === "told") {
      refused = sent.flatMap((one) => {
        const fault = verdict.refused?.get(one.url);
        return fault === undefined ? [] : [{ ...one, fault }];
      });
      const bad = new Set(refused.map(({ target }) => target));
      await forget(
        tx,
        channel,
        sent.filter(({ target }) => !bad.has(target)),
      );
      if (verdict.quotaLeft !== undefined) Object.assign(set, quotaOf(verdict.quotaLeft, now));
    } else if (verdict.outcome === "refused") {
      refused = sent.map((one) => ({ ...one, fault: verdict.answer }));
      if (verdict.forUs) Object.assign(set, pausedAfter(state, now));
    } else {
      await keep(tx, channel, sent, verdict.answer);
      if (verdict.outcome === "tomorrow") Object.assign(set, quotaOf(0, now));
      else if (!verdict.smaller) Object.assign(set, pausedAfter(state, now, verdict.pauseMs));
    }
    if (refused.length > 0) await refuse(tx, channel, refused, now);
    await tx.update(pushChannels).set(set).where(eq(pushChannels.channel, channel));
    await tx.insert(pushRequests).values({
      ...{ channel, at: now, addresses: sent.length, refused: refused.length, answer: verdict.answer },
      outcome: verdict.outcome === "tomorrow" ? "later" : verdict.outcome,
    });
  });
  if (verdict.outcome !== "told" || refused.length > 0)
    log.warn(
      { channel, outcome: verdict.outcome, answer: verdict.answer, refused: refused.length },
      "a push was not taken",
    );
}
