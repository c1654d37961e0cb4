import "server-only";
import { answerPage, headPage, tagPage } from "@/lib/cache/tag-page";
import { getDb } from "@/lib/db/client";
import { env } from "@/lib/env";
import { loadSite } from "@/lib/settings/loaders";
import { embedPath } from "@/lib/urls";
import { writeCard } from "./card";
import { findEmbed } from "./find-embed";

/** The card at this slug as a finished page, or where it stands today. Kept like a page, under the tags of what it shows. */
export async function loadEmbed(slug: string): Promise<{ html: string } | { movedTo: string }> {
  const [found, site] = await Promise.all([findEmbed(getDb(), slug), loadSite()]);
  tagPage(found.tags);
  if (found.state === "moved") return { movedTo: embedPath(found.slug) };
  if (found.state !== "public") answerPage(found.state === "missing" ? 404 : 410);
  const { html, headers } = writeCard(found, slug, { site, siteUrl: env().siteUrl });
  headPage(headers);
  return { html };
}
