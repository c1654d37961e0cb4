import { listDueTimes } from "@/lib/articles/queries";
import { publishDue } from "@/lib/articles/schedule-commands";
import { listAnnounced } from "@/lib/cache/outbox";
import type { PageStore } from "@/lib/cache/page-store";
import type { Ctx } from "@/lib/context";
import type { Db } from "@/lib/db/client";
import { log } from "@/lib/log";

/** After a fault the database is asked again by the first request this much later. */
const AGAIN_MS = 1000;
/** How much earlier than its commit an announcement may have been written. */
const COMMIT_MS = 60_000;

/**
 * Decides on reading what is public: a request after the time of a scheduled article publishes it before it is
 * answered, whether a worker lives or not. Until then it costs one comparison.
 */
export class DueArticles {
  /** When the next article is due, by this process' clock; before the first look, now. */
  #at = 0;
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
    this.store.expireTags([...published.flatMap(({ tags }) => tags), ...announced]);
    const next = await this.#next();
    // What is in the past now is still held by another, or cannot be published: not every request shall try it.
    this.#at = next.at > Date.now() - AGAIN_MS ? next.at : Date.now() + AGAIN_MS;
    // It became due meanwhile: who came after its time waits for this very look.
    if (next.publishAt && next.publishAt > now && this.isDue()) await this.#settle();
  }

  /** When to look next by this process' clock: early by at most the time of the query, never late. */
  async #next(): Promise<{ at: number; publishAt?: Date }> {
    const asked = Date.now();
    const { now, times } = await listDueTimes(this.db, 1);
    const publishAt = times[0];
    return { at: publishAt ? asked + publishAt.getTime() - now.getTime() : Number.POSITIVE_INFINITY, publishAt };
  }

  #inTurn(step: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(step).catch((error) => {
      log.error({ err: error }, "it could not be decided what is due");
      this.#at = Date.now() + AGAIN_MS;
    });
    return this.#queue;
  }
}
