import "server-only";
import { createHash } from "node:crypto";
import { findSpan } from "@/lib/archive/queries";
import type { Db } from "@/lib/db/client";
import { listLetters } from "@/lib/securities/board-queries";
import { countListParts, LIST_NAMES, listDays, markList, readList } from "@/lib/sitemaps/list-queries";
import { countAhead, listMonths, readArticles } from "@/lib/sitemaps/month-queries";
import { findMonthPart, partsOf } from "@/lib/sitemaps/months";
import type { SitemapEntry } from "@/lib/sitemaps/xml";
import * as urls from "@/lib/urls";

/** A sitemap that can be sent. `mark` is another whenever its bytes are; it is known before they are made. */
export type SitemapPart = { mark: string; read: () => AsyncIterable<SitemapEntry[]> };

const PAGES = [
  ...[urls.homePath, urls.livePath, urls.categoriesPath, urls.stocksPath, urls.archivePath, urls.mostReadPath],
  ...[urls.mostReadWeekPath, urls.correctionsPath],
];
const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])(?:-(?:[2-9]|[1-9]\d+))?$/;
const YEAR = /^archive-(\d{4})$/;
const LIST = new RegExp(`^(${LIST_NAMES.join("|")})(?:-([2-9]|[1-9]\\d+))?$`);

/** What stands still or changes all the time: of these pages no time of change can be said. */
const bare = (path: string): SitemapEntry => ({ path, changedAt: null });

async function listPages(db: Db): Promise<SitemapEntry[]> {
  return [...PAGES, ...(await listLetters(db)).map(({ letter }) => urls.stockLetterPath(letter))].map(bare);
}

/** The pages of a year of the archive: itself, its months, its days. */
async function listYear(db: Db, year: number): Promise<SitemapEntry[]> {
  const span = await findSpan(db);
  if (!span || year < Number(span.first.slice(0, 4)) || year > Number(span.last.slice(0, 4))) return [];
  const days = await listDays(db, year);
  const ofYear = urls.archivePartPath(String(year));
  const newest = new Map([[ofYear, bare(ofYear)]]);
  for (const day of days) {
    for (const path of [ofYear, day.path.slice(0, -3)]) newest.set(path, { path, changedAt: day.changedAt });
  }
  return [...newest.values(), ...days];
}

/** What is short is read at once; its text is its mark. */
function short(entries: SitemapEntry[]): SitemapPart | null {
  if (entries.length === 0) return null;
  const mark = createHash("sha256").update(JSON.stringify(entries)).digest("base64url");
  return {
    mark,
    async *read() {
      yield entries;
    },
  };
}

/** The sitemap of this name; null when there is none. */
export async function findPart(db: Db, name: string): Promise<SitemapPart | null> {
  if (MONTH.test(name)) {
    const found = await findMonthPart(db, name);
    if (!found) return null;
    const { month, part } = found;
    const ahead = await countAhead(db, month.month);
    const mark = [month.mark, ahead, part.from.at, part.from.id, part.to.at, part.to.id].join(" ");
    return { mark, read: () => readArticles(db, part.from, part.to) };
  }
  const [, list, number = "1"] = LIST.exec(name) ?? [];
  if (list) {
    const { count, mark } = await markList(db, list, Number(number));
    return count === 0 ? null : { mark, read: () => readList(db, list, Number(number)) };
  }
  const year = YEAR.exec(name)?.[1];
  if (year) return short(await listYear(db, Number(year)));
  return name === "pages" ? short(await listPages(db)) : null;
}

const partPath = (name: string) => `/sitemaps/${name}.xml`;

/** Every sitemap that there is, and when it last changed where that is known. */
export async function listParts(db: Db): Promise<SitemapEntry[]> {
  const [span, months, ...counts] = await Promise.all([
    findSpan(db),
    listMonths(db),
    ...LIST_NAMES.map((name) => countListParts(db, name)),
  ]);
  const lists = LIST_NAMES.flatMap((name, at) =>
    Array.from({ length: counts[at]! }, (_, n) => (n === 0 ? name : `${name}-${n + 1}`)),
  );
  const [first, last] = span ? [Number(span.first.slice(0, 4)), Number(span.last.slice(0, 4))] : [1, 0];
  const years = Array.from({ length: last - first + 1 }, (_, n) => `archive-${first + n}`);
  const entries = ["pages", ...lists, ...years].map((name) => bare(partPath(name)));
  for (const month of months) {
    const { changedAt } = month;
    for (const { name } of await partsOf(db, month)) entries.push({ path: partPath(name), changedAt });
  }
  return entries;
}
