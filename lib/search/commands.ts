import "server-only";
import { inArray, sql } from "drizzle-orm";
import type { Tx } from "@/lib/db/client";
import { idList } from "@/lib/db/id-list";
import { articleSearch } from "@/lib/db/schema";
import { writingDictionary } from "./dictionaries";
import { type Findable, searchDocument } from "./document";
import { ofOutlet, quote } from "./lexemes";

/** A public article as it is found. */
export type Indexed = Findable & { id: string };

/** Statements of this many rows stay below what a message of Postgres may hold. */
const ROWS_A_STATEMENT = 200;

/** Writes public articles into the index, in the transaction that changed them. */
export async function writeIndex(tx: Tx, list: Indexed[]): Promise<void> {
  if (list.length === 0) return;
  const { id: dictionaryId, dictionary } = await writingDictionary(tx);
  const rows = list.map(({ id, ...article }) => ({
    articleId: id,
    publishedAt: article.publishedAt,
    dictionaryId,
    tsv: searchDocument(article, dictionary),
  }));
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
    await tx
      .insert(articleSearch)
      .values(rows.slice(from, from + ROWS_A_STATEMENT))
      .onConflictDoUpdate({
        target: articleSearch.articleId,
        set: {
          publishedAt: sql`excluded.published_at`,
          dictionaryId: sql`excluded.dictionary_id`,
          tsv: sql`excluded.tsv`,
        },
      });
  }
}

/** Takes articles that are public no more out of the index. */
export const removeFromIndex = (tx: Tx, ids: string[]) =>
  tx.delete(articleSearch).where(inArray(articleSearch.articleId, ids));

/** Articles that stand under `there` now are found there, and no longer under `here`. */
export const moveInIndex = (tx: Tx, ids: string[], here: string, there: string) =>
  tx.execute(sql`
    update article_search s
    set tsv = ts_delete(s.tsv, ${ofOutlet(here)}) || ${quote(ofOutlet(there))}::tsvector
    from articles a
    where a.id = s.article_id and a.category_id = ${there}::uuid and s.article_id in (${idList(ids)})`);

/** Reads stored articles anew and brings the index into step with them: what is not public is taken out. */
export async function reindexArticles(tx: Tx, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await tx.execute<{
    id: string;
    title: string;
    summary: string;
    body_html: string;
    kind: string;
    level: number;
    category_id: string;
    publish_at: string;
    tags: string[];
    symbols: string[];
  }>(sql`
    select a.id, a.title, a.summary, a.body_html, a.kind, a.level, a.category_id, a.publish_at,
      array(select t.name from article_tags x join tags t on t.id = x.tag_id where x.article_id = a.id) tags,
      array(select m.symbol from mentions m where m.article_id = a.id) symbols
    from articles a
    where a.id in (${idList(ids)}) and a.status = 'published'`);
  const found = new Set(rows.map(({ id }) => id));
  const gone = ids.filter((id) => !found.has(id));
  if (gone.length > 0) await removeFromIndex(tx, gone);
  await writeIndex(
    tx,
    rows.map((row) => ({
      ...{ id: row.id, title: row.title, summary: row.summary, bodyHtml: row.body_html, kind: row.kind },
      ...{ level: row.level, categoryId: row.category_id, publishedAt: new Date(row.publish_at) },
      ...{ tags: row.tags, symbols: row.symbols },
    })),
  );
}
