import "server-only";
import { eq } from "drizzle-orm";
import type { Db, Tx } from "@/lib/db/client";
import { media, siteSettings } from "@/lib/db/schema";
import { mediaPath, shownSize } from "@/lib/media/addresses";
import { type Logo, SITE_DEFAULTS, type Site } from "@/lib/settings/defaults";

/** What the site says of itself now. */
export async function findSite(db: Db | Tx): Promise<Site> {
  const [row] = await db
    .select({
      settings: siteSettings,
      logo: { id: media.id, generation: media.generation, width: media.width, height: media.height },
    })
    .from(siteSettings)
    .leftJoin(media, eq(media.id, siteSettings.logoId));
  if (!row) return SITE_DEFAULTS;
  const { id: _, logoId: __, updatedAt: ___, ...settings } = row.settings;
  const logo: Logo | null = row.logo && {
    id: row.logo.id,
    src: mediaPath(row.logo, "480.webp"),
    ...shownSize(row.logo),
  };
  return { ...settings, logo };
}

/** Whether a picture stands in the masthead. */
export async function isLogo(db: Db | Tx, mediaId: string): Promise<boolean> {
  const rows = await db.select({ id: siteSettings.id }).from(siteSettings).where(eq(siteSettings.logoId, mediaId));
  return rows.length > 0;
}
