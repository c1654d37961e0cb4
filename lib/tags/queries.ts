import "server-only";
import { eq } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { tags } from "@/lib/db/schema";

export async function findTag(db: Db, slug: string) {
  const [row] = await db
    .select({ id: tags.id, slug: tags.slug, name: tags.name })
    .from(tags)
    .where(eq(tags.slug, slug));
  return row ?? null;
}
