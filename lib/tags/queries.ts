import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { tags } from "@/lib/db/schema";

/** The tag that stands at this address; what took another's place is found by `findTagPlace`. */
export async function findTag(db: Db, slug: string) {
  const [row] = await db
    .select({ id: tags.id, slug: tags.slug, name: tags.name, description: tags.description })
    .from(tags)
    .where(and(eq(tags.slug, slug), isNull(tags.mergedIntoId)));
  return row ?? null;
}
