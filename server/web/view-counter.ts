import type { IncomingMessage } from "node:http";
import { isbot } from "isbot";
import type { Db } from "@/lib/db/client";
import { log } from "@/lib/log";
import { recordCounts } from "@/lib/stats/commands";
import { Tally } from "@/lib/stats/tally";

/** What is lost at most when the process is killed. */
const WRITE_MS = 5000;
const MOST_AGENTS = 5000;

/** Browsers come in few spellings, so each is judged once. */
const judged = new Map<string, boolean>();

function isPerson(agent: string | undefined): boolean {
  if (!agent) return false;
  const known = judged.get(agent);
  if (known !== undefined) return known;
  if (judged.size >= MOST_AGENTS) judged.clear();
  const person = !isbot(agent);
  judged.set(agent, person);
  return person;
}

/**
 * Whether a request is somebody looking at a page: a GET for a document by a browser. One that our own rules made it
 * fetch ahead counts, because opening the page then asks for nothing more; one that another site or a proxy wanted
 * does not. A question whether the page is still fresh (304) is a look at it.
 */
export function isView({ method, headers }: Pick<IncomingMessage, "method" | "headers">): boolean {
  if (method !== "GET" || !isPerson(headers["user-agent"])) return false;
  const wanted = headers["sec-fetch-dest"];
  if (wanted !== undefined && wanted !== "document") return false;
  if (headers["sec-purpose"] === undefined && headers.purpose === undefined) return true;
  return headers["sec-fetch-site"] === "same-origin";
}

/** Counts in memory and writes every few seconds. Knows no cookie, no address and no person. */
export class ViewCounter {
  readonly #tally = new Tally();
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> | undefined;

  constructor(
    readonly db: Db,
    readonly waitMs = WRITE_MS,
  ) {}

  count(req: IncomingMessage, key: string, status: number) {
    if (!isView(req)) return;
    this.#tally.count(key, status);
    this.#wait();
  }

  /** Writes what was counted; what cannot be written is tried again with the next batch. */
  write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing ??= this.#write().finally(() => {
      this.#writing = undefined;
      if (!this.#tally.isEmpty) this.#wait();
    });
    return this.#writing;
  }

  async close() {
    await this.#writing;
    await this.write();
    clearTimeout(this.#timer);
  }

  #wait() {
    this.#timer ??= setTimeout(() => void this.write(), this.waitMs);
  }

  async #write() {
    if (this.#tally.isEmpty) return;
    const counts = this.#tally.take();
    try {
      await recordCounts(this.db, counts, new Date());
    } catch (error) {
      log.warn({ err: error }, "views could not be written; they are tried again");
      this.#tally.putBack(counts);
    }
  }
}
