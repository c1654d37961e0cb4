import "server-only";
import { desc, eq, gte, lt, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { articles, tags } from "@/lib/db/schema";
import { articleAnswers } from "@/lib/redirects/queries";
import { spellingsOf } from "@/lib/redirects/spelling";
import { searchParams } from "@/lib/search/filters";
import { findPage } from "@/lib/search/find-page";
import { distance, type Named } from "@/lib/search/name-book";
import { loadNames } from "@/lib/search/names-queries";
import { findTagPlace } from "@/lib/tags/survivors";

/** What a missing address probably meant: a page, what it is called, and what speaks for it. Decoded path. */
export type Suggestion = { to: string; name: string; why: string };

/** Looked at on each side of where a slug would stand among the others. */
const NEIGHBOURS = 6;
/** Of the longer slug, so much may differ. */
const DIFFERENCE = 0.3;
/** A number of an agency's story; shorter ones are in every address. */
const NUMBER = /\d{9,}/;
/** Parts that say where in a site something stood, not what it was. */
const PLACES = /^(?:articles?|category|tags?|stocks?|news|index|archive|search|a|p|\d{1,4}|html?)$/i;

/** @param path decoded, under which nothing stands */
export async function suggestTarget(db: Db, path: string): Promise<Suggestion | null> {
  const parts = spellingsOf(path)
    .at(-1)!
    .split("/")
    .filter((part) => part !== "" && !PLACES.test(part));
  const last = parts.at(-1);
  if (!last) return null;
  return (
    (await byNumber(db, path)) ??
    (await byName(db, parts)) ??
    (await byNeighbour(db, last)) ??
    (await byWords(db, last)) ??
    (await byNearName(db, last))
  );
}

const ofArticle = (found: { slug: string; title: string }, why: string): Suggestion => ({
  to: `/articles/${found.slug}`,
  name: `《${found.title}》`,
  why,
});
const ofNamed = (named: Named, why: string): Suggestion => ({
  to: named.kind === "security" ? `/stock/${named.symbol}` : `/category/${named.slug}`,
  name: named.name,
  why,
});

async function byNumber(db: Db, path: string): Promise<Suggestion | null> {
  const number = NUMBER.exec(path)?.[0];
  if (!number) return null;
  const [found] = await db
    .select({ slug: articles.slug, title: articles.title })
    .from(articles)
    .where(sql`${articles.slug} in (${number}, ${`NW${number}`}) and ${articleAnswers}`)
    .limit(1);
  return found ? ofArticle(found, "编号相同") : null;
}

/** A security, outlet or tag that one of the parts names as a whole, by name, pinyin or code; the last part first. */
async function byName(db: Db, parts: string[]): Promise<Suggestion | null> {
  const names = await loadNames(db);
  for (const part of [...parts].reverse()) {
    const [named] = names.named(part, 1);
    if (named) return ofNamed(named, "名称或代码相同");
    const place = await findTagPlace(db, part.toLowerCase());
    if (!place) continue;
    const [tag] = await db.select({ name: tags.name }).from(tags).where(eq(tags.slug, place.slug));
    if (tag) return { to: `/tag/${place.slug}`, name: `标签“${tag.name}”`, why: "名称相同" };
  }
  return null;
}

/** The slug that differs least, among those that begin alike: mail programs cut addresses, people mistype their ends. */
async function byNeighbour(db: Db, slug: string): Promise<Suggestion | null> {
  const columns = { slug: articles.slug, title: articles.title };
  const near = [
    ...(await db
      .select(columns)
      .from(articles)
      .where(sql`${gte(articles.slug, slug)} and ${articleAnswers}`)
      .orderBy(articles.slug)
      .limit(NEIGHBOURS)),
    ...(await db
      .select(columns)
      .from(articles)
      .where(sql`${lt(articles.slug, slug)} and ${articleAnswers}`)
      .orderBy(desc(articles.slug))
      .limit(NEIGHBOURS)),
  ];
  const [best] = near
    .map((found) => {
      const bound = Math.floor(Math.max(found.slug.length, slug.length) * DIFFERENCE);
      return { found, bound, far: distance(found.slug.toLowerCase(), slug.toLowerCase(), bound) };
    })
    .filter(({ far, bound }) => far <= bound)
    .sort((a, b) => a.far - b.far);
  return best ? ofArticle(best.found, "地址只差几个字") : null;
}

/** An article with these words in its title. */
async function byWords(db: Db, part: string): Promise<Suggestion | null> {
  const words = part.replace(/[-_+.]+/g, " ").trim();
  if (!/\p{Script=Han}{2}/u.test(words)) return null;
  const { hits } = await findPage(db, searchParams.parse({ q: words, sort: "best" }));
  const hit = hits[0];
  const title = hit?.title.map(({ text }) => text).join("");
  const isMarked = hit?.title.some(({ isHit }) => isHit);
  return hit && title && isMarked ? ofArticle({ slug: hit.slug, title }, "标题里有这些词") : null;
}

async function byNearName(db: Db, part: string): Promise<Suggestion | null> {
  const [named] = (await loadNames(db)).nearest(part, 1);
  return named ? ofNamed(named, "名称相近") : null;
}
