import { cpus } from "node:os";
import { numberChanges } from "@/lib/changes/commands";
import { findNewestChange, listChanges } from "@/lib/changes/queries";
import { withDatabase } from "./database";
import { MEASURED, measureWith, tableHead } from "./measure";

const CHANGES = 1_000_000;
const PAGE = 500;

const inMiB = (bytes: unknown) => `${(Number(bytes) / 1024 ** 2).toFixed(1)} MiB`;

/** The log of changes: numbering, reading on from anywhere, and how large it grows. */
export async function run() {
  const count = Number(process.argv[3] ?? CHANGES);
  await withDatabase(1, async ({ db, sql }) => {
    const size = async () => {
      const [row] = await sql`
        select pg_relation_size('article_changes') heap, pg_indexes_size('article_changes') indexes`;
      return `${inMiB(row!.heap)} of rows, ${inMiB(row!.indexes)} of indexes`;
    };
    await sql`
      insert into article_changes (article_id, kind, at)
      select gen_random_uuid(), case when n % 5 = 0 then 'updated' else 'published' end, now() - interval '1 second'
      from generate_series(1, ${count}) n`;
    console.log(
      `${count.toLocaleString("en-US")} changes (${cpus().length} cores, Node ${process.version})\n\nwritten: ${await size()}`,
    );
    const from = performance.now();
    while ((await numberChanges(db)) > 0);
    console.log(`numbered in ${((performance.now() - from) / 1000).toFixed(1)} s: ${await size()}`);
    await sql`vacuum (analyze) article_changes`;
    const measure = await measureWith(sql);
    console.log(`\nIn the database, ${MEASURED}\n\n${tableHead("Postgres")}`);
    const at = { beginning: 0, middle: Math.floor(count / 2), end: count - PAGE };
    for (const [place, after] of Object.entries(at))
      await measure(`${PAGE} changes at the ${place}`, () => listChanges(db, after, PAGE));
    await measure("nothing new", () => listChanges(db, count, PAGE));
    await measure("the newest", () => findNewestChange(db));
    await measure("one change written, numbered and read", async () => {
      await sql`insert into article_changes (article_id, kind, at) values (gen_random_uuid(), 'published', now())`;
      return listChanges(db, count, PAGE);
    });
  });
}
