import "server-only";
import { flashText } from "@/lib/articles/cards";
import { standingOf } from "@/lib/articles/standing";
import { tag } from "@/lib/cache/tags";
import type { Db } from "@/lib/db/client";
import { opening, plainText, withoutAttribution } from "@/lib/excerpt";
import type { OutletPolicy } from "@/lib/indexing/policy";
import { followOldPath } from "@/lib/redirects/queries";
import { articlePath } from "@/lib/urls";
import { type CardRow, findCard } from "./queries";

export type Embed = {
  slug: string;
  title: string;
  summary: string;
  publishAt: string;
  outlet: { slug: string; name: string };
  /** The story's first picture, as small as it is made. */
  picture: { path: string; width: number; height: number; alt: string } | null;
  policy: OutletPolicy;
};
/** @property tags what ends the answer */
export type FoundEmbed = { tags: string[] } & (
  | { state: "public"; embed: Embed }
  | { state: "withdrawn"; reason: string }
  | { state: "taken-down" | "missing" }
  | { state: "moved"; slug: string }
);

const SUMMARY_LENGTH = 120;
const THUMB = 480;

function summaryOf({ kind, title, summary, openingHtml, categoryName, sourceName }: CardRow): string {
  const written = withoutAttribution(summary, [categoryName, sourceName]);
  if (written) return written;
  return kind === "flash"
    ? flashText(title, plainText(openingHtml.replace(/<[^>]*$/, "")))
    : opening(openingHtml, SUMMARY_LENGTH);
}

function pictureOf(figure: string | null): Embed["picture"] {
  const [img = ""] = /<img [^>]*>/.exec(figure ?? "") ?? [];
  const read = (name: string) => plainText(new RegExp(` ${name}="([^"]*)"`).exec(img)?.[1] ?? "");
  const [src, width, height] = [read("src"), Number(read("width")), Number(read("height"))];
  if (!src || !width || !height) return null;
  const shown = Math.min(width, THUMB);
  return {
    path: src.replace(/^(\/media\/[^/]+\/)\d+(\.webp)/, `$1${THUMB}$2`),
    width: shown,
    height: Math.max(1, Math.round((height * shown) / width)),
    alt: read("alt"),
  };
}

/** The slug of a path of the site that is an article's. */
const slugIn = (path: string | null) => {
  const [, slug] = /^\/articles\/([^/]+)$/.exec(path ?? "") ?? [];
  return slug && decodeURIComponent(slug);
};

/** What the card at this slug shows, and on what that depends. */
export async function findEmbed(db: Db, slug: string): Promise<FoundEmbed> {
  const path = decodeURIComponent(articlePath(slug));
  const row = await findCard(db, slug);
  if (!row) {
    const old = await followOldPath(db, path);
    const tags = [tag.path(path), ...old.tags];
    const now = slugIn(old.to);
    return now ? { tags, state: "moved", slug: now } : { tags, state: "missing" };
  }
  const tags = [tag.path(path), tag.article(row.id), tag.outlet(row.categoryId)];
  const standing = standingOf(row, new Date());
  if (standing === "withdrawn") return { tags, state: "withdrawn", reason: row.withdrawnReason ?? "" };
  if (standing === "taken-down") return { tags, state: "taken-down" };
  if (standing === "hidden" || !row.publishAt) return { tags, state: "missing" };
  const embed = {
    ...{ slug: row.slug, title: row.title, summary: summaryOf(row), publishAt: row.publishAt.toISOString() },
    outlet: { slug: row.categorySlug, name: row.categoryName },
    picture: pictureOf(row.figure),
    policy: row.policy,
  };
  return { tags, state: "public", embed };
}

/** The slug that a decoded path of this site means, also one of the past; null when it is no story's. */
export async function slugAt(db: Db, path: string): Promise<string | null> {
  const [, slug] = /^\/(?:articles|embed)\/([^/]+)\/?$/.exec(path) ?? [];
  return slug ?? slugIn((await followOldPath(db, path)).to) ?? null;
}
