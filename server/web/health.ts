import { sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { log } from "@/lib/log";

/** A database that does not answer a question without work for so long is away for readers. */
const PATIENCE_MS = 2000;
/** For so long an answer holds: a burst of requests asks once. */
const FRESH_MS = 500;

/** Whether the database answers; asked only where something depends on it, never for a finished page. */
export class DatabaseHealth {
  #at = Number.NEGATIVE_INFINITY;
  #asking: Promise<boolean> | undefined;
  #answers = true;

  constructor(readonly db: Db) {}

  /** Waits for an answer only while the database was there the last time: nobody waits for one that is known to be away. */
  async answers(): Promise<boolean> {
    if (performance.now() - this.#at < FRESH_MS) return this.#answers;
    const asking = this.ask();
    return this.#answers ? asking : false;
  }

  /** Asks anew, as after a failure. */
  ask(): Promise<boolean> {
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #ask(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<false>((done) => {
      timer = setTimeout(() => done(false), PATIENCE_MS);
    });
    const asked = this.db.execute(sql`select 1`).then(
      () => true,
      () => false,
    );
    const answers = await Promise.race([asked, late]);
    clearTimeout(timer);
    if (answers && !this.#answers) log.info("the database answers again");
    if (!answers && this.#answers) log.error("the database does not answer; finished pages are still sent");
    this.#answers = answers;
    this.#at = performance.now();
    return answers;
  }
}
