import "server-only";
import { sql } from "drizzle-orm";
import { readPlace } from "@/lib/archive/calendar";
import { tag } from "@/lib/cache/tags";
import { decodeCursor } from "@/lib/cursor";
import type { Db, Tx } from "@/lib/db/client";
import { encodePath, followOldPath } from "@/lib/redirects/queries";
import { spellingsOf } from "@/lib/redirects/spelling";
import { archivePath, stocksPath } from "@/lib/urls";

/** Where what is missing may stand, best first, as encoded paths; and the tags of what decides that. */
export type Ways = { to: string[]; tags: string[] };

/** Each is rendered before a reader is sent there. */
const MOST_WAYS = 5;
/** Whose addresses keep the case of what they name; of all others a page is written in small letters. */
const NAMED = /^\/(?:articles|tag)\//i;
/** A page of the directory of securities, which is there while one stands under its letter. */
const LETTER = /^\/stock\/a-z\/[a-z0]$/i;

/**
 * Where an address may lead under which nothing stands: what its other spellings lead to, and the beginning of a list
 * that it was a further page of. A way may still lead nowhere: who follows it sees.
 */
export async function findWays(db: Db | Tx, decodedPath: string): Promise<Ways> {
  const own = encodePath(decodedPath);
  const to = new Set<string>();
  const tags = new Set<string>();
  let wasArchive = false;
  for (const spelling of spellingsOf(decodedPath)) {
    tags.add(tag.path(spelling));
    const old = await followOldPath(db, spelling);
    for (const name of old.tags) tags.add(name);
    for (const way of [old.to, encodePath(spelling), inSmallLetters(spelling)]) {
      if (way === null || !mayBeOurs(decodeURIComponent(way))) continue;
      to.add(way);
      const list = listOf(way);
      if (list) to.add(list);
    }
    wasArchive ||= await isEmptied(db, spelling.toLowerCase());
    if (LETTER.test(spelling)) to.add(stocksPath);
    if (to.size > MOST_WAYS) break;
  }
  if (wasArchive) {
    to.add(archivePath);
    tags.add(tag.archive);
  }
  to.delete(own);
  return { to: [...to].slice(0, MOST_WAYS), tags: [...tags] };
}

/** Whether a page of ours may stand there: what copying left behind is in no part of our addresses. */
const mayBeOurs = (path: string) =>
  path === "/" ||
  (!/(?:\/amp|\.amp|\.s?html?)$/i.test(path) && /^(?:\/[\p{L}\p{N}_][\p{L}\p{N}\p{M}._~-]*)+$/u.test(path));

/** A page's address in the case that pages have: small letters, capitals in a security's code, cursors as they are. */
function inSmallLetters(path: string): string | null {
  if (NAMED.test(path)) return null;
  const [, first = "", ...rest] = path.split("/");
  const isStock = first.toLowerCase() === "stock" && rest[0]?.toLowerCase() !== "a-z";
  const parts = rest.map((part, at) => (isStock && at === 0 ? part.toUpperCase() : part.toLowerCase()));
  return encodePath(["", first.toLowerCase(), ...parts].join("/"));
}

/** The list that an address is a further page of, where it may have been one. */
function listOf(path: string): string | null {
  const [, list, cursor] = /^(.*)\/before\/([^/]+)$/.exec(path) ?? [];
  if (list === undefined || cursor === undefined) return null;
  const isCursor = list.endsWith("/history") ? /^\d+$/.test(cursor) : decodeCursor(cursor) !== null;
  return isCursor ? list || "/" : null;
}

/** A part of the archive whose news is all withdrawn: it had a page, which is before or after all news now. */
async function isEmptied(db: Db | Tx, path: string): Promise<boolean> {
  const parts = path.split("/").slice(1);
  const place = parts[0] === "archive" ? readPlace(parts.slice(1)) : null;
  if (!place || place.kind === "newest" || (place.kind === "day" && place.rest.length > 0)) return false;
  const [from, months] =
    place.kind === "year"
      ? [`${place.year}-01-01`, 12]
      : place.kind === "month"
        ? [`${place.year}-${String(place.month).padStart(2, "0")}-01`, 1]
        : [place.day, 0];
  const start = sql`${`${from}T00:00:00+08:00`}::timestamptz`;
  const end = months > 0 ? sql`${start} + make_interval(months => ${months})` : sql`${start} + interval '1 day'`;
  const [row] = await db.execute<{ was: boolean }>(sql`
    select exists (select 1 from articles where status in ('withdrawn', 'trashed')
      and publish_at >= ${start} and publish_at < ${end} and publish_at <= now()) was`);
  return row?.was === true;
}
