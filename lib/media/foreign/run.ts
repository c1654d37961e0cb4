import "server-only";
import { and, asc, gt, like, ne } from "drizzle-orm";
import { rewriteBody } from "@/lib/articles/rewrite";
import type { Ctx } from "@/lib/context";
import type { Db } from "@/lib/db/client";
import { articles } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { PICTURE_LINK_TEXT } from "@/lib/importers/jekyll/images";
import { addMedia, type MediaRow } from "@/lib/media/commands";
import { type Fetched, fetchForeign, hostPauses } from "@/lib/media/foreign/fetch";
import { type PictureLink, pictureLinks, withFigures } from "@/lib/media/foreign/links";
import type { Storage } from "@/lib/storage/types";

const BATCH = 50;
const PER_HOST_MS = 1000;

export type FetchReport = { articles: number; pictures: number; refused: { url: string; reason: string }[] };
type Options = {
  limit?: number;
  fetch?: (url: string) => Promise<Fetched>;
  onArticle?: (slug: string, fetched: number, refused: number) => void;
};

const politely = () => {
  const beforeRequest = hostPauses(PER_HOST_MS);
  return (url: string) => fetchForeign(url, { beforeRequest });
};

const listLinking = (db: Db, after: string | null) =>
  db
    .select({ id: articles.id, slug: articles.slug, bodyHtml: articles.bodyHtml })
    .from(articles)
    .where(
      and(
        like(articles.bodyHtml, `%>${PICTURE_LINK_TEXT}%`),
        ne(articles.status, "trashed"),
        after ? gt(articles.id, after) : undefined,
      ),
    )
    .orderBy(asc(articles.id))
    .limit(BATCH);

/** The last part of an address's path, without an ending that the content might contradict. */
function nameOf(url: URL): string {
  const last = url.pathname.split("/").at(-1) ?? "";
  try {
    return (
      decodeURIComponent(last)
        .replace(/\.[a-z0-9]+$/i, "")
        .slice(0, 100) || url.host
    );
  } catch {
    return url.host;
  }
}

/** Fetches the pictures that articles only link and puts them in their place. What is refused stays a link. */
export async function fetchForeignImages(ctx: Ctx, storage: Storage, options: Options = {}): Promise<FetchReport> {
  const { limit = Number.POSITIVE_INFINITY, fetch = politely(), onArticle } = options;
  const report: FetchReport = { articles: 0, pictures: 0, refused: [] };
  const known = new Map<string, MediaRow | null>();

  async function take({ url, caption }: PictureLink): Promise<MediaRow | null> {
    const before = known.get(url);
    if (before !== undefined) return before;
    let picture: MediaRow | null = null;
    try {
      const fetched = await fetch(url);
      // Servers often name a type that is not the content's; what counts is what the bytes are.
      const upload = { bytes: fetched.bytes, type: "", name: nameOf(fetched.url) };
      picture = (await addMedia(ctx, storage, upload, { alt: caption, caption, credit: fetched.url.host })).picture;
      report.pictures += 1;
    } catch (error) {
      report.refused.push({ url, reason: error instanceof Error ? error.message : String(error) });
    }
    known.set(url, picture);
    return picture;
  }

  /** An article that somebody saved at this very moment keeps its links until the next run. */
  async function rewrite(id: string, pictures: Map<string, MediaRow>): Promise<boolean> {
    try {
      return (await rewriteBody(ctx, id, (html) => withFigures(html, pictures))) !== null;
    } catch (error) {
      if (error instanceof AppError && error.code === "conflict") return false;
      throw error;
    }
  }

  for (let after: string | null = null; ; ) {
    const batch = await listLinking(ctx.db, after);
    if (batch.length === 0) return report;
    for (const article of batch) {
      const links = pictureLinks(article.bodyHtml);
      if (links.length === 0) continue;
      const pictures = new Map<string, MediaRow>();
      for (const link of links) {
        const picture = await take(link);
        if (picture) pictures.set(link.url, picture);
      }
      if (pictures.size > 0 && (await rewrite(article.id, pictures))) report.articles += 1;
      onArticle?.(article.slug, pictures.size, links.length - pictures.size);
      if (report.articles >= limit) return report;
    }
    after = batch.at(-1)!.id;
  }
}
