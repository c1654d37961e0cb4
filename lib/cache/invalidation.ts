import { eq, sql as raw } from "drizzle-orm";
import { beijingDay } from "@/lib/dates";
import type { Connection } from "@/lib/db/client";
import { outbox } from "@/lib/db/schema";
import { log } from "@/lib/log";
import { OUTBOX_CHANNEL } from "./outbox";
import type { PageStore } from "./page-store";
import { tag } from "./tags";

const HOUR = 3_600_000;
const BEIJING_OFFSET = 8 * HOUR;

/** Milliseconds until the next midnight in Beijing, which keeps one offset all year. */
export const untilMidnight = (now: number) => 24 * HOUR - ((now + BEIJING_OFFSET) % (24 * HOUR));

/**
 * Drops from this process' page cache what commands of any process announce. After a lost connection nothing is known
 * of what was missed, so everything is dropped.
 * @param heard is called after each announcement, and after a connection is there (again)
 */
export async function followInvalidations({ db, sql }: Connection, store: PageStore, heard: () => void = () => {}) {
  const expire = async (id: number) => {
    try {
      const [row] = await db.select({ payload: outbox.payload }).from(outbox).where(eq(outbox.id, id));
      if (row) store.expireTags(row.payload.tags);
      else store.expireAll();
    } catch (error) {
      log.error({ error, id }, "an announcement could not be read; the page cache is emptied");
      store.expireAll();
    }
    heard();
  };
  const prune = () =>
    db
      .delete(outbox)
      .where(raw`${outbox.createdAt} < now() - interval '1 day'`)
      .then(undefined, (error: unknown) => log.warn({ error }, "old outbox rows could not be removed"));

  const listening = await sql.listen(
    OUTBOX_CHANNEL,
    (id) => void expire(Number(id)),
    () => {
      store.expireAll();
      heard();
    },
  );
  let midnight: NodeJS.Timeout;
  const atMidnight = () => {
    midnight = setTimeout(() => {
      store.expireTags([tag.today, tag.turnsOld(beijingDay(new Date()))]);
      atMidnight();
    }, untilMidnight(Date.now()) + 50).unref();
  };
  atMidnight();
  void prune();
  const hourly = setInterval(() => void prune(), HOUR).unref();

  return async () => {
    clearTimeout(midnight);
    clearInterval(hourly);
    await listening.unlisten().catch(() => {});
  };
}
