import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { findNewestChange, listChanges } from "@/lib/changes/queries";
import type { Db } from "@/lib/db/client";
import { pushChannels, pushes } from "@/lib/db/schema";
import type { Channel } from "@/lib/pushes/channels";
import { planPushes } from "@/lib/pushes/plan";

const BATCH = 500;

/** Begins a channel at what is newest now: an archive is for sitemaps, a push is for news. */
export async function beginChannel(db: Db, channel: Channel) {
  const [known] = await db.select().from(pushChannels).where(eq(pushChannels.channel, channel));
  if (known) return;
  const takenUpTo = (await findNewestChange(db))?.number ?? 0;
  await db.insert(pushChannels).values({ channel, takenUpTo }).onConflictDoNothing();
}

/**
 * Takes the next changes into what waits for a channel. Both commit together with how far it got, so that none is lost
 * and none is taken twice, whoever is killed and however many do it.
 * @returns how many changes were taken
 */
export async function takeChanges(db: Db, channel: Channel): Promise<number> {
  const ofChannel = eq(pushChannels.channel, channel);
  const [state] = await db.select({ takenUpTo: pushChannels.takenUpTo }).from(pushChannels).where(ofChannel);
  if (!state) return 0;
  const changes = await listChanges(db, state.takenUpTo, BATCH);
  const last = changes.at(-1);
  if (!last) return 0;
  const { tell, forget } = await planPushes(db, channel, changes);
  return db.transaction(async (tx) => {
    const moved = await tx
      .update(pushChannels)
      .set({ takenUpTo: last.number })
      .where(and(ofChannel, eq(pushChannels.takenUpTo, state.takenUpTo)))
      .returning({ channel: pushChannels.channel });
    if (moved.length === 0) return 0;
    if (forget.length > 0)
      await tx.delete(pushes).where(and(eq(pushes.channel, channel), inArray(pushes.target, forget)));
    await tx.execute(sql`
      insert into pushes (channel, target, article_id, change)
      select ${channel}, target, article_id, change
      from jsonb_to_recordset(${JSON.stringify(tell.map(({ articleId, ...rest }) => ({ ...rest, article_id: articleId })))}::jsonb) as t(target text, article_id uuid, change bigint)
      -- What was refused may be taken now that it is another.
      on conflict (channel, target) do update set change = excluded.change, refused_at = null, fault = '', tries = 0
        where pushes.change < excluded.change`);
    return changes.length;
  });
}
