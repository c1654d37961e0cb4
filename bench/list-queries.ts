import type { Sql } from "postgres";
import type { DeskFilter } from "@/lib/articles/desk-filter";
import { type DeskOrder, listDesk, listDeskIds } from "@/lib/articles/desk-list-queries";
import { DESK_SORTS, type DeskPosition } from "@/lib/articles/desk-params";
import type { Db } from "@/lib/db/client";
import { measureWith } from "./measure";
import { authorId, outletId, RARE_WORD } from "./newsroom";

const day = (text: string) => new Date(`${text}T00:00:00+08:00`);

/** Filters one by one, and together where what is rare hides behind what is common. */
export const FILTERS: Record<string, DeskFilter> = {
  "status draft": { status: "draft" },
  "status published": { status: "published" },
  "status withdrawn": { status: "withdrawn" },
  "the bin": { status: "trashed" },
  "largest outlet": { categoryId: outletId(0) },
  "small outlet": { categoryId: outletId(1100) },
  "kind flash": { kind: "flash" },
  "level 3": { level: 3 },
  author: { author: authorId(7) },
  "no person began it": { author: null },
  "no source": { lacks: "source" },
  "no summary": { lacks: "summary" },
  "changed in one month, eight years ago": { from: day("2018-03-01"), until: day("2018-04-01") },
  "published in one month, eight years ago": { by: "published", from: day("2018-03-01"), until: day("2018-04-01") },
  "published on one day": { by: "published", from: day("2021-06-01"), until: day("2021-06-02") },
  "published in one year": { by: "published", from: day("2020-01-01"), until: day("2021-01-01") },
  "created in one month": { by: "created", from: day("2019-05-01"), until: day("2019-06-01") },
  "flash, level 3, small outlet": { kind: "flash", level: 3, categoryId: outletId(1100) },
  "drafts of an author": { status: "draft", author: authorId(7) },
  "changed before 2020, a third of all": { until: day("2020-01-01") },
  "nothing: flashes without source": { kind: "flash", lacks: "source" },
  "nothing: scheduled, published last year": {
    ...{ status: "scheduled", by: "published" },
    ...{ from: day("2025-01-01"), until: day("2026-01-01") },
  },
};

export const WORDS: Record<string, DeskFilter> = {
  "word, no hit": { words: "区块链" },
  "word, its pairs stand apart in many titles": { words: "份资" },
  "word, rare (1 in 20,000)": { words: RARE_WORD },
  "word, common (1 in 10)": { words: "回购股份" },
  "word of one character, common": { words: "股" },
  "two words": { words: "锂电池 扩产" },
  "two words, rare": { words: `${RARE_WORD} 扩产` },
  "word and year": { words: "稀土", by: "published", from: day("2019-01-01"), until: day("2020-01-01") },
  "common word in a small outlet": { words: "公告 股份", categoryId: outletId(1100) },
  "common word among drafts": { words: "股份", status: "draft" },
  number: { words: "777亿" },
};

const NEWEST: DeskOrder = { sort: "updated" };

async function placeAt(sql: Sql, column: string, share: number): Promise<DeskPosition> {
  const value = column === "title_length" ? column : `(extract(epoch from ${column}) * 1000000)::bigint`;
  const [row] = await sql.unsafe(
    `select ${value}::text key, article_id id from desk_lines order by ${column} desc, article_id desc
     offset (select (count(*) * ${share})::int from desk_lines) limit 1`,
  );
  return { key: row!.key, id: row!.id };
}

/** Every kind of page: what it waits for before it is rendered, and the CPU time of the connection's own process. */
export async function measureListQueries(db: Db, sql: Sql) {
  const measure = await measureWith(sql);
  await measure("first page", () => listDesk(db, {}, NEWEST));
  const columns = { updated: "updated_at", published: "dated_at", created: "created_at", length: "title_length" };
  for (const sort of DESK_SORTS) {
    const middle = await placeAt(sql, columns[sort], 0.5);
    await measure(`by ${sort}: first page`, () => listDesk(db, {}, { sort }));
    await measure(`by ${sort}: last page`, () => listDesk(db, {}, { sort, ascending: true }));
    await measure(`by ${sort}: a page in the middle`, () => listDesk(db, {}, { sort }, { after: middle }));
    await measure(`by ${sort}: the one before it`, () => listDesk(db, {}, { sort }, { before: middle }));
  }
  for (const [name, filter] of Object.entries(FILTERS)) {
    await measure(name, () => listDesk(db, filter, NEWEST));
    await measure(`${name}, by publication`, () => listDesk(db, filter, { sort: "published" }));
  }
  for (const [name, filter] of Object.entries(WORDS)) await measure(name, () => listDesk(db, filter, NEWEST));
  await measure("count of everything, bounded", () => listDeskIds(db, {}, NEWEST, 500));
  await measure("count of drafts, bounded", () => listDeskIds(db, { status: "draft" }, NEWEST, 500));
  await measure("count of a rare word, bounded", () => listDeskIds(db, { words: RARE_WORD }, NEWEST, 500));
}
