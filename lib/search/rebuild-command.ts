import "server-only";
import { recordAudit } from "@/lib/audit/record";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { listNames, makeDictionary, newestDictionary } from "./dictionaries";
import { mayRebuildIndex } from "./policy";

/** Asks for all articles to be cut with the names of now; the worker does it. Asked again meanwhile, nothing happens. */
export async function rebuildIndex(ctx: Ctx): Promise<{ version: string }> {
  if (!mayRebuildIndex(ctx.actor)) throw new AppError("forbidden", "没有权限重建索引");
  return ctx.db.transaction(async (tx) => {
    const newest = await newestDictionary(tx);
    if (newest && newest.completedAt === null) return { version: newest.dictionary.version };
    const { dictionary } = await makeDictionary(tx, await listNames(tx));
    const { version } = dictionary;
    await recordAudit(tx, ctx, { action: "search.reindex", subjectType: "search", subjectId: version, change: {} });
    return { version };
  });
}
