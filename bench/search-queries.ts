import type { Db } from "@/lib/db/client";
import { newestDictionary } from "@/lib/search/dictionaries";
import { type SearchParams, searchParams } from "@/lib/search/filters";
import { findPage } from "@/lib/search/find-page";
import { loadNames } from "@/lib/search/names-queries";
import { parseQuery } from "@/lib/search/parse-query";
import { countHits, listBest, listNewest } from "@/lib/search/queries";
import { understand } from "@/lib/search/understand";
import { COMMON_WORD, KNOWN_NAME, PHRASE, RARE_WORD } from "./search-texts";

type Measure = (name: string, step: () => unknown) => Promise<void>;

const QUERIES: [string, Partial<SearchParams>][] = [
  ["no hit", { q: "独角鲸" }],
  ["rare (1 in 20,000)", { q: RARE_WORD }],
  ["common (30 %)", { q: COMMON_WORD }],
  ["two words (30 % and 10 %)", { q: `${COMMON_WORD} ${PHRASE[0]}` }],
  ["phrase (1 %, apart in 10 %)", { q: `“${PHRASE.join("")}”` }],
  ["phrase of common words that never stand so", { q: `“${COMMON_WORD}${PHRASE[1]}”` }],
  ["excluded: common without another", { q: `${COMMON_WORD} -${PHRASE[0]}` }],
  ["a security by its initials (0.5 %)", { q: "gzmt" }],
  ["a security by its name", { q: KNOWN_NAME }],
  ["common, one outlet", { q: COMMON_WORD, outlet: ["meiti3"] }],
  ["common, flashes of level 3", { q: COMMON_WORD, kind: "flash", level: ["3"] }],
  ["common, one year eight years ago", { q: COMMON_WORD, from: "2018-01-01", to: "2018-12-31" }],
  ["common, best first", { q: COMMON_WORD, sort: "best" }],
];

/** Page 1, a page far back, the count and the whole page of each query. */
export async function measureSearches(db: Db, measure: Measure) {
  const names = await loadNames(db);
  const dictionary = (await newestDictionary(db))!.dictionary;
  const far = { at: new Date("2017-06-01T00:00:00Z"), id: "ffffffff-ffff-ffff-ffff-ffffffffffff" };
  for (const [name, given] of QUERIES) {
    const params = searchParams.parse(given);
    const asked = understand(parseQuery(params.q), params, names, dictionary, new Date());
    if (params.sort === "best") {
      await measure(`${name}: hits`, () => listBest(db, asked, asked.titleQuery, 0));
      continue;
    }
    await measure(`${name}: hits`, () => listNewest(db, asked, null));
    if (name.startsWith("common (30")) await measure(`${name}: nine years back`, () => listNewest(db, asked, far));
    await measure(`${name}: count`, () => countHits(db, asked));
  }
  console.log("\nWhole pages (all statements, excerpts, marks; no HTML)\n");
  for (const [name, given] of QUERIES) await measure(name, () => findPage(db, searchParams.parse(given)));
  console.log("\nSuggestions, ten thousand names in memory\n");
  for (const text of ["gz", "gzmt", "中国", "茅台", "600", "第3"])
    await measure(`“${text}”`, () => [names.suggest(text, "security", 6), names.suggest(text, "outlet", 3)]);
}
