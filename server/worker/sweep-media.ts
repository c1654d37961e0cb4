import type { Db } from "@/lib/db/client";
import { sweepFiles } from "@/lib/media/sweep";
import { storage } from "@/lib/storage/storage";

/** Removes files that nothing names. */
export const runSweep = (db: Db): Promise<number> =>
  sweepFiles({ db, actor: { kind: "system", job: "sweep-media" }, now: new Date() }, storage());
