import "server-only";
import { and, asc, gt, like, ne, sql } from "drizzle-orm";
import { rewriteBody } from "@/lib/articles/rewrite";
import type { Ctx } from "@/lib/context";
import type { Db } from "@/lib/db/client";
import { articles } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { PICTURE_LINK_TEXT } from "@/lib/importers/jekyll/images";
import { addMedia, type MediaRow } from "@/lib/media/commands";
import { type Fetched, fetchForeign, hostPauses } from "@/lib/media/foreign/fetch";
import { type PictureLink, pictureLinks, withFigures } from "@/lib/media/foreign/links";
import { nameOf } from "@/lib/media/foreign/name";
import { isHostFault, reasonOf } from "@/lib/media/foreign/reasons";
import type { Storage } from "@/lib/storage/types";

const BATCH = 50;
const PER_HOST_MS = 1000;
/** A host that failed this often in a row is left alone until the next run. */
const HOST_TRIES = 3;
const MARK = `>${PICTURE_LINK_TEXT}`;

export type FetchReport = { articles: number; pictures: number; refused: number; isStopped: boolean };
type Options = {
  /** Stop after so many changed articles. */
  limit?: number;
  /** Stop after the picture at hand. */
  signal?: AbortSignal;
  fetch?: (url: string) => Promise<Fetched>;
  /** Links that were dealt with, of all that there are. */
  onProgress?: (done: number, total: number) => void;
  onRefused?: (url: string, reason: string, slug: string) => void;
};

/** Asks each host once a second; `isAllowed` decides which addresses may be asked at all. */
export function politeFetch(isAllowed?: (address: string) => boolean) {
  const beforeRequest = hostPauses(PER_HOST_MS);
  return (url: string) => fetchForeign(url, { beforeRequest, isAllowed });
}

/** How many links there are in all articles. */
async function countLinks(db: Db): Promise<number> {
  const length = sql`length(${articles.bodyHtml})`;
  const without = sql`length(replace(${articles.bodyHtml}, ${MARK}, ''))`;
  const [row] = await db
    .select({ count: sql<number>`coalesce(sum((${length} - ${without}) / ${MARK.length}), 0)::int` })
    .from(articles)
    .where(isLinking);
  return row!.count;
}

const isLinking = and(like(articles.bodyHtml, `%${MARK}%`), ne(articles.status, "trashed"));

const listLinking = (db: Db, after: string | null) =>
  db
    .select({ id: articles.id, slug: articles.slug, bodyHtml: articles.bodyHtml })
    .from(articles)
    .where(and(isLinking, after ? gt(articles.id, after) : undefined))
    .orderBy(asc(articles.id))
    .limit(BATCH);

/**
 * Fetches the pictures that articles only link and puts them in their place, one article after the other: stopped at
 * any moment, the next run goes on with what is still a link. What is refused stays one.
 */
export async function fetchForeignImages(ctx: Ctx, storage: Storage, options: Options = {}): Promise<FetchReport> {
  const { limit = Number.POSITIVE_INFINITY, signal, fetch = politeFetch(), onProgress, onRefused } = options;
  const report: FetchReport = { articles: 0, pictures: 0, refused: 0, isStopped: false };
  const known = new Map<string, { picture: MediaRow } | { reason: string }>();
  const hostFaults = new Map<string, number>();
  const total = await countLinks(ctx.db);
  let done = 0;
  // A run takes hours; what it writes says when it was written.
  const at = (): Ctx => ({ ...ctx, now: new Date() });

  async function take({ url, caption }: PictureLink) {
    const host = URL.canParse(url) ? new URL(url).host : "";
    const faults = hostFaults.get(host) ?? 0;
    if (faults >= HOST_TRIES) return { reason: `${host} failed ${HOST_TRIES} times and is left alone in this run` };
    try {
      const fetched = await fetch(url);
      // Servers often name a type that is not the content's; what counts is what the bytes are.
      const upload = { bytes: fetched.bytes, type: "", name: nameOf(fetched.url) };
      const said = { alt: caption, caption, credit: fetched.url.host };
      const { picture } = await addMedia(at(), storage, upload, said);
      hostFaults.delete(host);
      report.pictures += 1;
      return { picture };
    } catch (error) {
      if (isHostFault(error)) hostFaults.set(host, faults + 1);
      return { reason: reasonOf(error) };
    }
  }

  /** An article that somebody saved at this very moment keeps its links until the next run. */
  async function rewrite(id: string, pictures: Map<string, MediaRow>): Promise<boolean> {
    try {
      return (await rewriteBody(at(), id, (html) => withFigures(html, pictures))) !== null;
    } catch (error) {
      if (error instanceof AppError && error.code === "conflict") return false;
      throw error;
    }
  }

  async function work(article: { id: string; slug: string; bodyHtml: string }) {
    const pictures = new Map<string, MediaRow>();
    for (const link of pictureLinks(article.bodyHtml)) {
      if (signal?.aborted) break;
      const outcome = known.get(link.url) ?? (await take(link));
      known.set(link.url, outcome);
      done += 1;
      if ("picture" in outcome) pictures.set(link.url, outcome.picture);
      else {
        report.refused += 1;
        onRefused?.(link.url, outcome.reason, article.slug);
      }
      onProgress?.(done, total);
    }
    if (pictures.size > 0 && (await rewrite(article.id, pictures))) report.articles += 1;
  }

  for (let after: string | null = null; ; ) {
    const batch = await listLinking(ctx.db, after);
    for (const article of batch) {
      await work(article);
      if (signal?.aborted) return { ...report, isStopped: true };
      if (report.articles >= limit) return report;
    }
    if (batch.length === 0) return report;
    after = batch.at(-1)!.id;
  }
}
