import { cpus } from "node:os";
import type { Sql } from "postgres";
import type { Position } from "@/lib/cursor";
import { startOfBeijingDay, startOfBeijingWeek } from "@/lib/dates";
import type { Db } from "@/lib/db/client";
import { listFollowed, type Sources } from "@/lib/follows/queries";
import { listLetters, listMostMentioned, listUnderLetter } from "@/lib/securities/board-queries";
import { findCompany, findFigures, listWeeks } from "@/lib/securities/figures-queries";
import { listMentioning } from "@/lib/securities/list-queries";
import { findStock } from "@/lib/securities/profile-queries";
import { type Strand, strandsOf } from "@/lib/securities/strands";
import { progress, withDatabase } from "./database";
import { MEASURED, measureWith, tableHead } from "./measure";
import { copyNewsroom } from "./newsroom";

const ARTICLES = 1_000_000;
const SECURITIES = 5_500;
/** Where the generated archive ends. */
const NOW = new Date("2026-11-24T00:00:00Z");

/** In 60 % of all articles: 30 % of all mentions. */
const GIANT = "SH000001";
/** A third of all articles, and all of them in the last half-year. */
const SUDDEN = "SH000002";
/** Its sector is in a fifth of all articles, itself in a few. */
const RARE = "SH000003";
const SECTOR = "BK0001";

/** Mentions of an archive: some two an article, most of them of few securities. */
async function mentionSecurities(sql: Sql) {
  await sql`insert into securities (symbol, kind, name, industry, pinyin, initials)
    select 'SH' || lpad(n::text, 6, '0'), 'stock', '证券' || n, '板块一', chr(97 + n % 26) || 'zq' || n, 'zq'
    from generate_series(1, ${SECURITIES}) n`;
  await sql`insert into securities (symbol, kind, name) values (${SECTOR}, 'sector', '板块一')`;
  const mention = (symbol: string, relation: string, where: string, listedAt = "publish_at") =>
    sql.unsafe(`insert into mentions (article_id, symbol, relation, origin, listed_at)
      select id, ${symbol}, '${relation}', 'auto', ${listedAt} from articles
      where status = 'published' and ${where} on conflict do nothing`);
  const hash = (seed: number) => `abs(hashint8extended(('x' || right(id::text, 8))::bit(32)::int, ${seed}))`;
  await mention(`'${GIANT}'`, "direct", `${hash(1)} % 10 < 6`);
  const halfYear = `'${NOW.toISOString()}'::timestamptz - (${hash(2)} % 15724800) * interval '1 second'`;
  await mention(`'${SUDDEN}'`, "direct", `${hash(3)} % 3 = 0`, halfYear);
  await mention(`'${RARE}'`, "sector", `${hash(4)} % 5 = 0 and kind = 'story'`);
  await mention(`'${RARE}'`, "direct", `${hash(5)} % 20000 = 0 and kind = 'flash'`);
  await mention(`'${SECTOR}'`, "sector", `${hash(6)} % 5 = 0`);
  // Few are mentioned often, most seldom.
  const spread = (seed: number) =>
    `'SH' || lpad((4 + floor(power((${hash(seed)} % 100000) / 100000.0, 3) * ${SECURITIES - 4}))::int::text, 6, '0')`;
  await mention(spread(7), "direct", `${hash(8)} % 10 < 6`);
  await sql.unsafe("vacuum (analyze) mentions, securities");
}

/** As much as a reader may follow, of what has the most to say. */
async function followMost(sql: Sql): Promise<Sources> {
  const symbols = Array.from({ length: 100 }, (_, n) => `SH${String(n + 1).padStart(6, "0")}`);
  const outlets = await sql`select id from categories order by published_count desc limit 50`;
  return { symbols, sectors: [], outlets: outlets.map(({ id }) => id) };
}

async function placeAt(sql: Sql, symbol: string, offset: number): Promise<Position> {
  const [row] =
    await sql`select listed_at at, article_id id from mentions where symbol = ${symbol} and relation = 'direct'
    order by listed_at desc, article_id desc offset ${offset} limit 1`;
  return { at: new Date(row!.at), id: row!.id };
}

/** A security's page and the board, for securities that are hard on them. */
export async function run() {
  const count = Number(process.argv[3] ?? ARTICLES);
  await withDatabase(1, async ({ db, sql }) => {
    await copyNewsroom(sql, count, 1, progress("articles"));
    process.stderr.write("\n");
    const from = performance.now();
    await mentionSecurities(sql);
    const [size] = await sql`select count(*)::int count, count(*) filter (where symbol = ${GIANT})::int giant,
      pg_size_pretty(pg_relation_size('mentions')) rows, pg_size_pretty(pg_indexes_size('mentions')) indexes from mentions`;
    const grouped = (n: number) => n.toLocaleString("en-US");
    console.log(
      `${grouped(count)} articles, ${grouped(size!.count)} mentions, ${grouped(size!.giant)} of one security, written in ${Math.round((performance.now() - from) / 1000)} s; rows ${size!.rows}, indexes ${size!.indexes} (${cpus().length} cores, Node ${process.version})`,
    );
    console.log(`\nIn the database, ${MEASURED}\n\n${tableHead("Postgres")}`);
    await measurePages(db, sql);
  });
}

async function measurePages(db: Db, sql: Sql) {
  const measure = await measureWith(sql);
  const of = async (symbol: string) => strandsOf((await findStock(db, symbol))!);
  const [giant, sudden, rare] = [await of(GIANT), await of(SUDDEN), await of(RARE)];
  const list = (name: string, strands: Strand[], after?: Position) =>
    measure(name, () => listMentioning(db, strands, { after }));
  await measure("what it is", () => findStock(db, GIANT));
  await list("30 % of all mentions: first page", giant.direct);
  await list("page 2,000", giant.direct, await placeAt(sql, GIANT, 40_000));
  await list("its flashes", giant.flashes);
  await list("its sector", giant.sector);
  await measure("its figures", () => findFigures(db, giant, NOW));
  await measure("its weeks", () => listWeeks(db, giant, NOW));
  await measure("its outlets and companions", () => findCompany(db, giant.direct, [GIANT]));
  await measure("weeks, a third of all articles in 26 of them", () => listWeeks(db, sudden, NOW));
  await measure("its figures", () => findFigures(db, sudden, NOW));
  await list("few direct among many of its sector: first page", rare.direct);
  await list("flashes among many stories", rare.flashes);
  await list("own sector mentions and its sector's", rare.sector);
  await measure("figures of both", () => findFigures(db, rare, NOW));
  await measure("weeks of both", () => listWeeks(db, rare, NOW));
  const followed = await followMost(sql);
  const followedPage = (name: string, after?: Position) =>
    measure(name, () => listFollowed(db, followed, { after, limit: 30 }));
  await followedPage("news of 100 securities and 50 outlets that are followed: first page");
  await followedPage("behind 40,000 of them", await placeAt(sql, GIANT, 40_000));
  await measure("board: most mentioned on a day", () => listMostMentioned(db, startOfBeijingDay(NOW), 15));
  await measure("board: in a week", () => listMostMentioned(db, startOfBeijingWeek(NOW), 15));
  await measure("board: in 26 weeks, for scale", () =>
    listMostMentioned(db, new Date(NOW.getTime() - 26 * 7 * 86_400_000), 15),
  );
  await measure("board: letters of 5,500", () => listLetters(db));
  await measure("a letter", () => listUnderLetter(db, "s"));
}
