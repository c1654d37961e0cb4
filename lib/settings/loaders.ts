import "server-only";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { cache } from "react";
import { requireActorAt } from "@/lib/auth/require";
import { keepUntilExpired } from "@/lib/cache/kept-value";
import { tagPage } from "@/lib/cache/tag-page";
import { tag } from "@/lib/cache/tags";
import { getDb } from "@/lib/db/client";
import { mayChangeSettings } from "@/lib/settings/policy";
import { findSite } from "@/lib/settings/queries";

/** What the site says of itself, for every page; read once in this process until somebody changes it. */
export const loadSite = cache(async () => {
  await connection();
  tagPage([tag.site]);
  return keepUntilExpired(tag.site, () => findSite(getDb()));
});

/** For the form. */
export async function loadSettings() {
  const actor = await requireActorAt("/admin/settings");
  if (!mayChangeSettings(actor)) notFound();
  return findSite(getDb());
}
