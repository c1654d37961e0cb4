import "server-only";
import { and, asc, desc, eq, gt, isNull } from "drizzle-orm";
import type { Db, Tx } from "@/lib/db/client";
import { categories, categoryLogos, media } from "@/lib/db/schema";
import { outletPolicy } from "@/lib/indexing/queries";
import { mediaPath, shownSize } from "@/lib/media/addresses";

const entry = { id: categories.id, slug: categories.slug, name: categories.name };

/** The outlet that stands at this address; where another one stood leads there (`findSurvivorBySlug`). */
export async function findCategory(db: Db, slug: string) {
  const [row] = await db
    .select({
      ...entry,
      description: categories.description,
      count: categories.publishedCount,
      policy: outletPolicy,
      logo: { id: media.id, generation: media.generation, width: media.width, height: media.height },
    })
    .from(categories)
    .leftJoin(categoryLogos, eq(categoryLogos.categoryId, categories.id))
    .leftJoin(media, eq(media.id, categoryLogos.mediaId))
    .where(and(eq(categories.slug, slug), isNull(categories.mergedIntoId)));
  return row ? { ...row, logo: row.logo && showLogo(row.logo) } : null;
}

/** A logo as pages show it: the small size, with the room that it takes. */
export const showLogo = (logo: { id: string; generation: number; width: number; height: number }) => ({
  id: logo.id,
  src: mediaPath(logo, "480.webp"),
  ...shownSize(logo),
});

/** The name of an outlet whose logo this picture is, or null. */
export async function findLogoHolder(db: Db | Tx, mediaId: string): Promise<string | null> {
  const [row] = await db
    .select({ name: categories.name })
    .from(categoryLogos)
    .innerJoin(categories, eq(categories.id, categoryLogos.categoryId))
    .where(eq(categoryLogos.mediaId, mediaId))
    .limit(1);
  return row?.name ?? null;
}

/** What was merged away is not listed, also while its articles are still on their way. */
const isListed = and(gt(categories.publishedCount, 0), isNull(categories.mergedIntoId));

/** The A–Z directory: every outlet that has something to read. */
export const listDirectory = (db: Db) =>
  db
    .select({ ...entry, pinyin: categories.pinyin, count: categories.publishedCount, newestAt: categories.newestAt })
    .from(categories)
    .where(isListed)
    .orderBy(asc(categories.pinyin), asc(categories.slug));

/** Outlets by their newest article. */
export const listFreshest = (db: Db, limit: number) =>
  db
    .select(entry)
    .from(categories)
    .where(isListed)
    .orderBy(desc(categories.newestAt), asc(categories.slug))
    .limit(limit);
