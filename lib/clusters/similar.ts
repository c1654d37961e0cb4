import "server-only";
import { eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { articles, categories } from "@/lib/db/schema";
import { keysOf, wanted } from "./keys";
import { findByKeys, readStories } from "./queries";
import { compareStories, type Likeness, type Story } from "./same-story";
import { pairsOf } from "./text";

/** From here on an editor is shown that something is like what lies before them. */
const SHOWN_FROM = 0.4;

/** How alike two headlines are (Dice, by pairs of letters). */
function likeTitles(a: string, b: string): number {
  const [x, y] = [pairsOf(a), pairsOf(b)];
  const shared = [...x].filter((pair) => y.has(pair)).length;
  return (2 * shared) / Math.max(1, x.size + y.size);
}

/** @property score how alike, by texts or headlines, from 0 to 1 */
export type Similar = { id: string; score: number; likeness: Likeness };

/**
 * What is like a text, most alike first, whatever it is: the same story, another one by the same template, an earlier
 * one of the same matter.
 * @param where what else is asked of the signature `s` and its article `a`
 */
export async function findSimilar(db: Db, story: Story, [from, to]: [Date, Date], where: SQL, limit: number) {
  const keys = wanted(keysOf(story.profile), from, to);
  const near = sql`s.at between ${from.toISOString()}::timestamptz and ${to.toISOString()}::timestamptz and ${where}`;
  const others = await readStories(db, await findByKeys(db, keys, near));
  return others
    .map((other): Similar => {
      const likeness = compareStories(story, other);
      return {
        id: other.id,
        likeness,
        score: Math.max(likeness.share, likeTitles(story.profile.title, other.profile.title)),
      };
    })
    .filter(({ score }) => score >= SHOWN_FROM)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
}

/** What a line about an article shows to the newsroom. */
const line = {
  id: articles.id,
  slug: articles.slug,
  title: articles.title,
  kind: articles.kind,
  status: articles.status,
  trashedFrom: articles.trashedFrom,
  createdBy: articles.createdBy,
  categoryId: articles.categoryId,
  outlet: categories.name,
  at: sql<Date>`coalesce(${articles.publishAt}, ${articles.updatedAt})`.mapWith(articles.updatedAt),
};

/** Some articles, in no order. */
export const listLines = async (db: Db, ids: string[]) =>
  ids.length === 0
    ? []
    : db
        .select(line)
        .from(articles)
        .innerJoin(categories, eq(categories.id, articles.categoryId))
        .where(inArray(articles.id, ids));
