import { type SQL, sql } from "drizzle-orm";
import { deskLines } from "@/lib/db/schema";

/** More words than these narrow nothing down. */
const MOST_WORDS = 8;

/** A word as the function `title_key` of the database spells titles: widths and case levelled. */
type Word = { key: string; grams: string[] };

/** The same numbers as the function `title_grams`: of a longer word its pairs, of a single character itself. */
function gramsOf(key: string): string[] {
  const points = [...key].map((letter) => BigInt(letter.codePointAt(0)!));
  const grams =
    points.length === 1 ? [points[0]! << 21n] : points.slice(1).map((next, i) => (points[i]! << 21n) | next);
  return [...new Set(grams)].map(String);
}

/** The words that are looked for in titles. */
export const titleWords = (text = ""): Word[] =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, MOST_WORDS)
    .map((key) => ({ key, grams: gramsOf(key) }));

/** Whether a title has all the words, letter by letter. */
export const hasWords = (words: Word[]): SQL =>
  sql.join(
    words.map(({ key }) => sql`position(${key} in title_key(${deskLines.title})) > 0`),
    sql` and `,
  );

/** What the index of titles can answer; titles that have the pairs apart from each other are still among them. */
export const mayHaveWords = (words: Word[]): SQL => {
  const grams = [...new Set(words.flatMap((word) => word.grams))];
  return sql`title_grams(${deskLines.title}) @> ${`{${grams.join(",")}}`}::bigint[]`;
};
