import "server-only";
import sharp from "sharp";
import type { Db } from "@/lib/db/client";
import { log } from "@/lib/log";
import { processMedia } from "@/lib/media/process";
import { listWaiting } from "@/lib/media/queries";
import type { Storage } from "@/lib/storage/types";

const PAUSE_MS = 1000;
const STOP_MS = 1500;
/** After a fault of database or storage, which others have as well. */
const PAUSE_AFTER_FAULT_MS = 10_000;

/** Processes what waits, one picture at a time, until it is stopped; several processes may do so side by side. */
export function startMediaPump(db: Db, storage: Storage): () => Promise<void> {
  // The rest of the machine belongs to readers.
  sharp.concurrency(1);
  sharp.cache(false);
  let stopped = false;
  let wake = () => {};
  const pause = (ms: number) =>
    new Promise<void>((done) => {
      const timer = setTimeout(done, ms);
      timer.unref();
      wake = () => {
        clearTimeout(timer);
        done();
      };
    });

  async function run() {
    while (!stopped) {
      try {
        let worked = false;
        for (const id of await listWaiting(db, 20)) {
          if (stopped) return;
          const ctx = { db, actor: { kind: "system", job: "media" } as const, now: new Date() };
          worked = (await processMedia(ctx, storage, id)) || worked;
        }
        if (!worked && !stopped) await pause(PAUSE_MS);
      } catch (error) {
        if (stopped) return;
        log.error({ err: error }, "pictures could not be processed");
        await pause(PAUSE_AFTER_FAULT_MS);
      }
    }
  }
  const ended = run();
  return async () => {
    stopped = true;
    wake();
    // What is begun may be left: it is taken up again at the next start.
    await Promise.race([ended, new Promise((done) => setTimeout(done, STOP_MS).unref())]);
  };
}
