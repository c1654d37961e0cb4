import { sql } from "drizzle-orm";
import { check, integer, jsonb, pgTable, smallint, text, uuid } from "drizzle-orm/pg-core";
import { updatedAt } from "./columns";
import { media } from "./media";

export type FooterLink = { label: string; href: string };

/** What the site says of itself: one row, made by the first change; until then the defaults of lib/settings hold. */
export const siteSettings = pgTable(
  "site_settings",
  {
    id: smallint("id").primaryKey().default(1),
    name: text("name").notNull(),
    tagline: text("tagline").notNull(),
    description: text("description").notNull(),
    contact: text("contact").notNull(),
    licence: text("licence").notNull(),
    /** Accent on the paper of the day and of the night, `#rrggbb`. */
    accentDay: text("accent_day").notNull(),
    accentNight: text("accent_night").notNull(),
    logoId: uuid("logo_id").references(() => media.id, { onDelete: "restrict" }),
    footerLinks: jsonb("footer_links").notNull().$type<FooterLink[]>(),
    /** Bumped by every write; who has not seen the newest loses with `conflict`. */
    version: integer("version").notNull().default(1),
    updatedAt: updatedAt(),
  },
  (t) => [check("site_settings_one_row", sql`${t.id} = 1`)],
);
