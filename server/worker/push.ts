import type { Sql } from "postgres";
import { OUTBOX_CHANNEL } from "@/lib/cache/outbox";
import type { Db } from "@/lib/db/client";
import type { JobName } from "@/lib/jobs/queues";
import { PUSH_CHANNEL } from "@/lib/pushes/commands";
import { deliver } from "@/lib/pushes/deliver";
import { configuredPeers } from "@/lib/pushes/peers";

/** What is published within this time is told together. */
const COLLECT_MS = 1000;
/** While another worker is at a channel: it may have looked for the last time just before the news came. */
const BUSY_MS = 1000;

type Queues = {
  work: (name: JobName, options: { pollingIntervalSeconds: number }, run: () => Promise<void>) => Promise<unknown>;
  send: (name: JobName, startAfter?: Date) => Promise<unknown>;
  everyFew: (name: JobName) => void;
  failed: (error: unknown) => void;
};

/**
 * Tells everybody that the settings name what changes, about a second after it did; nothing runs where none is named.
 * @returns what ends the collecting
 */
export async function startPushes(db: Db, sql: Sql, { work, send, everyFew, failed }: Queues): Promise<() => void> {
  const peers = configuredPeers();
  if (peers.length === 0) return () => {};
  const jobs = peers.map((peer) => ({ peer, name: `push-${peer.channel}` as const }));
  for (const { peer, name } of jobs) {
    await work(name, { pollingIntervalSeconds: 0.5 }, async () => {
      const end = await deliver(db, peer, () => new Date());
      if (end === "busy") await send(name, new Date(Date.now() + BUSY_MS));
    });
    everyFew(name);
  }
  let collecting: NodeJS.Timeout | undefined;
  const tell = () => {
    collecting = undefined;
    for (const { name } of jobs) void send(name).catch(failed);
  };
  const hear = () => {
    collecting ??= setTimeout(tell, COLLECT_MS);
  };
  for (const channel of [OUTBOX_CHANNEL, PUSH_CHANNEL]) await sql.listen(channel, hear, hear);
  return () => clearTimeout(collecting);
}
