import "server-only";
import { and, asc, eq, gt, inArray } from "drizzle-orm";
import type { Ctx } from "@/lib/context";
import { auditLog, installation, media } from "@/lib/db/schema";
import { note } from "@/lib/media/commands";
import { everyKey } from "@/lib/media/keys";
import type { Storage } from "@/lib/storage/types";

const DAY_MS = 24 * 60 * 60 * 1000;
const BATCH = 200;
/** Where the last sweep ended in the audit log. */
const MARK = "media_swept";

/** What the audit log says before a file is stored and after a picture is gone; both name the generation. */
const isTelling = and(eq(auditLog.subjectType, "media"), inArray(auditLog.action, ["media.storing", "media.deleted"]));

type Told = { id: number; at: Date; subjectId: string; change: Record<string, unknown> };

/**
 * Removes files that nothing names: of an upload that a crash ended, of a file that was replaced or deleted while its
 * sizes were made. It looks only after what this database says was stored a day ago or earlier, so a bucket that
 * others use as well, or a database that was brought back from yesterday, loses nothing.
 * @returns how many files were removed
 */
export async function sweepFiles(ctx: Ctx, storage: Storage): Promise<number> {
  let removed = 0;
  for (;;) {
    const told = await listTold(ctx);
    for (const one of told) removed += await sweep(ctx, storage, one);
    const last = told.at(-1);
    if (!last) return removed;
    await ctx.db
      .insert(installation)
      .values({ key: MARK, value: last.id })
      .onConflictDoUpdate({ target: installation.key, set: { value: last.id } });
  }
}

/** The next entries that no sweep has seen, up to the first one that is younger than a day. */
async function listTold({ db, now }: Ctx): Promise<Told[]> {
  const [mark] = await db.select().from(installation).where(eq(installation.key, MARK));
  const { id, at, subjectId, change } = auditLog;
  const rows = await db
    .select({ id, at, subjectId, change })
    .from(auditLog)
    .where(and(isTelling, gt(id, Number(mark?.value ?? 0))))
    .orderBy(asc(id))
    .limit(BATCH);
  const young = rows.findIndex((row) => now.getTime() - row.at.getTime() < DAY_MS);
  return young < 0 ? rows : rows.slice(0, young);
}

/**
 * Of several entries on a picture only the last counts: a day has to pass after that one. Under the picture's lock:
 * whoever replaces its file stores the new one under the same.
 */
const sweep = (ctx: Ctx, storage: Storage, { id: entry, subjectId: id, change }: Told) =>
  ctx.db.transaction(async (tx) => {
    if (await tx.$count(auditLog, and(isTelling, eq(auditLog.subjectId, id), gt(auditLog.id, entry)))) return 0;
    const [picture] = await tx
      .select({ generation: media.generation })
      .from(media)
      .where(eq(media.id, id))
      .for("update");
    const gone: string[] = [];
    for (let generation = 1; generation <= Number(change.generation); generation++) {
      if (generation === picture?.generation) continue;
      for (const key of everyKey({ id, generation })) {
        if (await storage.exists(key)) gone.push(key);
        // In any case: half a file that a killed process left does not count as one.
        await storage.delete(key);
      }
    }
    if (gone.length > 0) await note(tx, ctx, "media.swept", id, { files: gone });
    return gone.length;
  });
