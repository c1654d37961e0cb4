import "server-only";
import { eq, like, or } from "drizzle-orm";
import type { Tx } from "@/lib/db/client";
import { importFiles } from "@/lib/db/schema";
import { groupKey } from "./jekyll/file-name";

/** Ledger reason of a file whose story was taken down. Its bytes are not kept, now or when it comes again. */
export const TAKEN_DOWN = "已按要求删除，不再导入";

/**
 * Paths of every file that tells an article's story: also of those that were put aside, which the ledger does not tie
 * to it.
 */
export async function listFilesOf(tx: Tx, articleId: string): Promise<string[]> {
  const { path } = importFiles;
  const own = await tx.selectDistinct({ path }).from(importFiles).where(eq(importFiles.articleId, articleId));
  const keys = new Set(own.map((file) => groupKey(file.path)));
  if (keys.size === 0) return [];
  const named = [...keys].map((key) => like(path, `%${key.replace(/^~/, "").replace(/[\\%_]/g, "\\$&")}%`));
  const all = await tx
    .selectDistinct({ path })
    .from(importFiles)
    .where(or(...named));
  return [...new Set([...own, ...all].map((file) => file.path))].filter((file) => keys.has(groupKey(file)));
}
