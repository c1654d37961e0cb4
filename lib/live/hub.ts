import "server-only";
import type { Db } from "@/lib/db/client";
import { KEPT_EVENTS, pruneLiveEvents } from "@/lib/live/commands";
import type { LiveFlash } from "@/lib/live/flash";
import { findLiveFlashes, findNewestEvent, listEvents } from "@/lib/live/queries";
import { log } from "@/lib/log";

/** An event as it is sent on: its number and the flash as it was when the event was read, as JSON. */
export type LiveMessage = { number: number; json: string };
export type CaughtUp = { newest: number; messages: LiveMessage[] };

const READ_AT_ONCE = 500;
/** What comes within this time of the last reading is read, and sent, together. */
const REST_MS = 150;
const AGAIN_MS = 1000;
const HOUR_MS = 3_600_000;

type Options = { most?: number; restMs?: number };

/**
 * The newest events of this process, read from the database: any instance, and one that was started anew, can bring a
 * reader up to date. Of each flash only the newest event is kept; it says how the flash is, so what was withdrawn or taken
 * down is in no earlier one.
 */
export class LiveHub {
  /** By flash, oldest event first. */
  readonly #held = new Map<string, LiveMessage>();
  readonly #most: number;
  readonly #restMs: number;
  readonly #listeners = new Set<() => void>();
  /** Every event behind this one is held, unless a newer one of its flash is. */
  #floor = 0;
  #newest = 0;
  #looking: Promise<void> | undefined;
  #lookAgain = false;
  #readAt = 0;
  #timer: NodeJS.Timeout | undefined;
  #hourly: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(
    readonly db: Db,
    { most = KEPT_EVENTS, restMs = REST_MS }: Options = {},
  ) {
    this.#most = most;
    this.#restMs = restMs;
  }

  get newest() {
    return this.#newest;
  }

  /** Reads what was announced before this process began. */
  async start() {
    this.#floor = Math.max(0, (await findNewestEvent(this.db)) - this.#most);
    const [oldest] = await listEvents(this.db, this.#floor, 1);
    if (oldest) this.#floor = oldest.number - 1;
    this.#newest = this.#floor;
    await this.#read();
    const prune = () =>
      pruneLiveEvents(this.db).then(undefined, (error: unknown) =>
        log.warn({ err: error }, "old live events could not be removed"),
      );
    void prune();
    this.#hourly = setInterval(() => void prune(), HOUR_MS).unref();
  }

  /** @param heard is called whenever there is something new */
  subscribe(heard: () => void) {
    this.#listeners.add(heard);
    return () => this.#listeners.delete(heard);
  }

  /** Something was announced: reads it, soon and once for all who say so meanwhile. Never fails. */
  look(): Promise<void> {
    if (this.#closed) return Promise.resolve();
    if (this.#looking) this.#lookAgain = true;
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  /** What a reader lacks who knows everything up to this event; null when that cannot be told any more. */
  since(known: number): CaughtUp | null {
    if (known < this.#floor || known > this.#newest) return null;
    const messages: LiveMessage[] = [];
    if (known < this.#newest)
      for (const message of this.#held.values()) if (message.number > known) messages.push(message);
    return { newest: this.#newest, messages };
  }

  /** The same for a reader whose page may have come from an instance that heard of more. */
  async catchUp(known: number): Promise<CaughtUp | null> {
    if (known > this.#newest) await this.look();
    return this.since(known);
  }

  close() {
    this.#closed = true;
    clearTimeout(this.#timer);
    clearInterval(this.#hourly);
    this.#listeners.clear();
  }

  async #look() {
    do {
      this.#lookAgain = false;
      const rest = this.#readAt + this.#restMs - Date.now();
      if (rest > 0) await new Promise((done) => setTimeout(done, rest).unref());
      this.#lookAgain = false;
      this.#readAt = Date.now();
      try {
        if (await this.#read()) for (const heard of this.#listeners) heard();
      } catch (error) {
        log.error({ err: error }, "live events could not be read; it is tried again");
        this.#timer ??= setTimeout(() => {
          this.#timer = undefined;
          void this.look();
        }, AGAIN_MS).unref();
        return;
      }
    } while (this.#lookAgain && !this.#closed);
  }

  async #read(): Promise<boolean> {
    const before = this.#newest;
    for (;;) {
      const events = await listEvents(this.db, this.#newest, READ_AT_ONCE);
      const ids = new Set(events.flatMap(({ articleId }) => articleId ?? []));
      // Read after the events: as new as the newest of them, or newer.
      const flashes = await findLiveFlashes(this.db, [...ids]);
      for (const { number, articleId } of events) {
        const flash = articleId && flashes.get(articleId);
        if (flash) this.#hold(flash, number);
        this.#newest = number;
      }
      if (events.length < READ_AT_ONCE) return this.#newest > before;
    }
  }

  #hold(flash: LiveFlash, number: number) {
    this.#held.delete(flash.id);
    this.#held.set(flash.id, { number, json: JSON.stringify(flash) });
    if (this.#held.size <= this.#most) return;
    const [id, oldest] = this.#held.entries().next().value!;
    this.#held.delete(id);
    this.#floor = oldest.number;
  }
}
