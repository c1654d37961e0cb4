import { listDueTimes } from "@/lib/articles/queries";
import { publishDue } from "@/lib/articles/schedule-commands";
import { listAnnounced } from "@/lib/cache/outbox";
import type { PageStore } from "@/lib/cache/page-store";
import { tag } from "@/lib/cache/tags";
import type { Ctx } from "@/lib/context";
import type { Db } from "@/lib/db/client";
import { findNextEnd } from "@/lib/front/queries";
import { log } from "@/lib/log";

/** After a fault the database is asked again by the first request this much later. */
const AGAIN_MS = 1000;
/** How much earlier than its commit an announcement may have been written. */
const COMMIT_MS = 60_000;

/** What shows something that has an end: a place on the home page, the line of breaking news. */
const ENDING = [tag.home, tag.bar];

/**
 * Decides on reading what is public: a request after the time of a scheduled article publishes it before it is
 * answered, and one after the end of a placement gets a page without it, whether a worker lives or not. Until then it
 * costs one comparison.
 */
export class DueTimes {
  /** When the next article is due or the next placement over, by this process' clock; before the first look, now. */
  #at = 0;
  /** Ends up to here, by the database's clock, are off this process' pages. */
  #ended = new Date(0);
  /** One look at the database at a time, so that an older answer never replaces a newer one. */
  #queue: Promise<void> = Promise.resolve();
  #settling: Promise<void> | undefined;
  #lookWaits = false;

  constructor(
    readonly db: Db,
    readonly store: PageStore,
  ) {}

  isDue = (now = Date.now()) => now >= this.#at;

  /** Publishes what is due, drops what it makes stale, and finds the next time. Never fails; who comes meanwhile waits. */
  settle(): Promise<void> {
    this.#settling ??= this.#inTurn(() => this.#settle()).finally(() => {
      this.#settling = undefined;
    });
    return this.#settling;
  }

  /** Something changed that may have a time. */
  async look(): Promise<void> {
    if (this.#lookWaits) return;
    this.#lookWaits = true;
    await this.#inTurn(async () => {
      this.#lookWaits = false;
      const { at } = await this.#next();
      // A time that has passed is only left behind by settling: a worker may have published and not be heard of yet.
      if (!this.isDue()) this.#at = at;
    });
  }

  async #settle() {
    const { now, times } = await listDueTimes(this.db, 1);
    const ctx: Ctx = { db: this.db, actor: { kind: "system", job: "publish-due" }, now };
    const published = await publishDue(ctx, { wait: true });
    // A worker may have been first, and its announcement may still be on the way.
    const since = Math.min(times[0]?.getTime() ?? now.getTime(), now.getTime()) - COMMIT_MS;
    const announced = await listAnnounced(this.db, "article.published", new Date(since));
    const end = await findNextEnd(this.db, this.#ended);
    const ended = end && end <= now ? ENDING : [];
    this.store.expireTags([...published.flatMap(({ tags }) => tags), ...announced, ...ended]);
    this.#ended = now;
    const next = await this.#next();
    // What is in the past now is still held by another, or cannot be published: not every request shall try it.
    this.#at = next.at > Date.now() - AGAIN_MS ? next.at : Date.now() + AGAIN_MS;
    // It became due meanwhile: who came after its time waits for this very look.
    if (next.time && next.time > now && this.isDue()) await this.#settle();
  }

  /** When to look next by this process' clock: early by at most the time of the query, never late. */
  async #next(): Promise<{ at: number; time?: Date }> {
    const asked = Date.now();
    const [{ now, times }, end] = await Promise.all([listDueTimes(this.db, 1), findNextEnd(this.db, this.#ended)]);
    const [time] = [...times, ...(end ? [end] : [])].sort((a, b) => a.getTime() - b.getTime());
    return time ? { at: asked + time.getTime() - now.getTime(), time } : { at: Number.POSITIVE_INFINITY };
  }

  #inTurn(step: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(step).catch((error) => {
      log.error({ err: error }, "it could not be decided what is due");
      this.#at = Date.now() + AGAIN_MS;
    });
    return this.#queue;
  }
}
