import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/lib/db/client";
import { redirects } from "@/lib/db/schema";

/** From now on the old address of an article leads to it, and its new one to itself again. Decoded paths. */
export async function moveArticleAddress(
  tx: Tx,
  articleId: string,
  from: { path: string; keep: boolean },
  toPath: string,
) {
  await tx.delete(redirects).where(and(eq(redirects.fromPath, toPath), eq(redirects.articleId, articleId)));
  if (from.keep) await tx.insert(redirects).values({ fromPath: from.path, articleId, origin: "moved" });
}
