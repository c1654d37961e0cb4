import { cpus } from "node:os";
import type { Sql } from "postgres";
import { PageStore, registerStore } from "@/lib/cache/page-store";
import * as lexeme from "@/lib/search/lexemes";
import { seedSecurities } from "@/lib/securities/seed";
import { progress, withDatabase } from "./database";
import { MEASURED, measureWith, tableHead } from "./measure";
import { copyNewsroom, copyRows } from "./newsroom";
import { measureRelated } from "./related";
import { measureSearches } from "./search-queries";
import { makeTexts } from "./search-texts";

const ARTICLES = 1_000_000;

type Line = { id: string; at: string; kind: string; level: number; outlet: string };

/** The index of all public articles, made without the index and indexed afterwards: what a first reindex would leave. */
async function copyIndex(sql: Sql, texts: string[], onRow: (done: number) => void) {
  await sql`insert into search_dictionaries (version, names, completed_at) values ('1.bench', '{贵州茅台}', now())`;
  const [{ id: dictionary }] = (await sql`select max(id) id from search_dictionaries`) as unknown as [{ id: number }];
  const [index] = await sql<{ indexdef: string }[]>`
    select indexdef from pg_indexes where indexname = 'article_search_words_idx'`;
  await sql`drop index article_search_words_idx`;
  let done = 0;
  let last = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const lines = await sql<Line[]>`
      select id, publish_at::text at, kind, level, category_id outlet from articles
      where status = 'published' and id > ${last} order by id limit 20000`;
    if (lines.length === 0) break;
    await copyRows(
      sql,
      "article_search (article_id, published_at, dictionary_id, tsv)",
      rowsOf(lines, texts, dictionary, done),
    );
    done += lines.length;
    last = lines.at(-1)!.id;
    onRow(done);
  }
  await sql`set maintenance_work_mem = '1GB'`;
  const from = performance.now();
  await sql.unsafe(index!.indexdef);
  await sql`vacuum (analyze) article_search`;
  return { done, seconds: Math.round((performance.now() - from) / 1000) };
}

function* rowsOf(lines: Line[], texts: string[], dictionary: number, done: number): Generator<string> {
  for (const [n, { id, at, kind, level, outlet }] of lines.entries()) {
    const number = done + n;
    const date = new Date(at);
    const facets = [
      lexeme.ofKind(kind),
      lexeme.ofLevel(level),
      lexeme.ofOutlet(outlet),
      lexeme.ofMonth(date),
      lexeme.ofDay(date),
      ...(number % 200 === 0 ? [lexeme.ofSecurity("SH600519")] : []),
    ];
    // Which text an article has is spread over all of time.
    const text = texts[(number * 7919) % texts.length]!;
    const tsv = `${text} ${facets.map(lexeme.quote).join(" ")}`.replaceAll("\\", "\\\\");
    yield `${id}\t${at}\t${dictionary}\t${tsv}\n`;
  }
}

/** The readers' search: queries in the database, pages and suggestions as a reader waits for them. */
export async function run() {
  const count = Number(process.argv[3] ?? ARTICLES);
  await withDatabase(1, async ({ db, sql }) => {
    // As in a server, what securities are called is read once.
    registerStore(new PageStore({ maxBytes: 1 }));
    await seedSecurities(db, process.cwd());
    await copyNewsroom(sql, count, 1, progress("articles"));
    const from = performance.now();
    const texts = makeTexts(1, progress("texts"));
    const cut = (performance.now() - from) / 1000;
    const { done, seconds } = await copyIndex(sql, texts, progress("rows"));
    process.stderr.write("\n");
    const [size] = await sql`
      select pg_size_pretty(pg_relation_size('article_search')) rows,
        pg_size_pretty(pg_total_relation_size('article_search') - pg_relation_size('article_search') - pg_indexes_size('article_search')) words,
        pg_size_pretty(pg_relation_size('article_search_words_idx')) index`;
    console.log(
      `${done.toLocaleString("en-US")} public articles of ${count.toLocaleString("en-US")} (${cpus().length} cores, Node ${process.version}); ` +
        `cut ${Math.round(texts.length / cut).toLocaleString("en-US")} texts/s on one core; index made in ${seconds} s`,
    );
    console.log(`rows ${size?.rows}, words ${size?.words}, their index ${size?.index}`);
    console.log(`\nIn the database, ${MEASURED}\n\n${tableHead("Postgres")}`);
    const measured = await measureWith(sql);
    await measureSearches(db, measured);
    console.log(`\nRelated stories\n\n${tableHead("Postgres")}`);
    await measureRelated(db, measured);
  });
}
