import { cpus } from "node:os";
import { rankMostRead } from "@/lib/most-read/commands";
import { countMostRead, listMostRead } from "@/lib/most-read/queries";
import { recordCounts } from "@/lib/stats/commands";
import { Tally } from "@/lib/stats/tally";
import { progress, withDatabase } from "./database";
import { MEASURED, measureWith, tableHead } from "./measure";
import { copyNewsroom } from "./newsroom";

const ARTICLES = 100_000;
/** Rows of hours in each span: so many articles that were read in some hour. */
const ROWS = 100_000;
const BATCH = 5000;

/** What was read most: writing counts, finding the lists, reading them. */
export async function run() {
  const count = Number(process.argv[3] ?? ARTICLES);
  await withDatabase(1, async ({ db, sql }) => {
    await copyNewsroom(sql, count, 1, progress("articles"));
    process.stderr.write("\n");
    const measure = await measureWith(sql);
    const now = new Date();
    // As many in the last day as in the six days before it.
    for (const hours of [24, 144])
      await sql`
        insert into article_view_hours (hour, article_id, views)
        select date_trunc('hour', now()) - make_interval(hours => h + ${hours === 24 ? 0 : 24}), id, 1 + (n * 7919 % 50)
        from generate_series(0, ${hours - 1}) h cross join lateral (
          select id, row_number() over () + h n from articles tablesample system (100)
          where status = 'published' offset h * 37 limit ${Math.floor(ROWS / hours)}) a`;
    await sql`vacuum (analyze) article_view_hours`;
    const [rows] = await sql`select count(*)::int count from article_view_hours`;
    console.log(
      `${count.toLocaleString("en-US")} articles, ${rows!.count.toLocaleString("en-US")} rows of hours (${cpus().length} cores, Node ${process.version})`,
    );
    console.log(`\nIn the database, ${MEASURED}\n\n${tableHead("Postgres")}`);
    await measure("24 hours counted", () => countMostRead(db, "day", now));
    await measure("7 days counted", () => countMostRead(db, "week", now));
    await measure("both lists found and kept, as every ten minutes", () => rankMostRead(db, now));
    await measure("both lists read, as by each home page", () => listMostRead(db));
    const slugs =
      await sql`select slug from articles where status = 'published' order by publish_at desc limit ${BATCH}`;
    await measure(`views of ${BATCH.toLocaleString("en-US")} articles written`, () => {
      const tally = new Tally();
      for (const { slug } of slugs) tally.count(`/articles/${slug}`, 200);
      return recordCounts(db, tally.take(), now);
    });
  });
}
