import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Db } from "@/lib/db/client";
import { newestDictionary } from "./dictionaries";
import { parseQuery } from "./parse-query";
import { buildTsquery } from "./tsquery";

/** Whether one row's public text has the words; and the same for finding rows by the readers' index. */
export type TextCondition = { has: SQL; among: SQL };

/** The words of a query in the texts of public articles, as readers find them; null when there is nothing to ask. */
export async function textCondition(db: Db, words: string, articleId: PgColumn): Promise<TextCondition | null> {
  const dictionary = (await newestDictionary(db))?.dictionary;
  const terms = parseQuery(words).terms.map((term) => ({ ...term, instead: [] }));
  const tsquery = dictionary && terms.some((term) => !term.isExcluded) ? buildTsquery(terms, [], dictionary) : "";
  if (tsquery === "") return null;
  const found = sql`from article_search s where s.tsv @@ ${tsquery}::tsquery`;
  return {
    has: sql`exists (select 1 ${found} and s.article_id = ${articleId})`,
    among: sql`${articleId} in (select s.article_id ${found})`,
  };
}
