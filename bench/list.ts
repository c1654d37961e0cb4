import { cpus } from "node:os";
import { progress, withDatabase } from "./database";
import { measureBulk } from "./list-bulk";
import { measureListPages } from "./list-pages";
import { measureListQueries } from "./list-queries";
import { MEASURED, tableHead } from "./measure";
import { copyNewsroom } from "./newsroom";
import { hireEditor } from "./signed-in";

const ARTICLES = 1_000_000;

/** The newsroom's list of articles: queries, pages as an editor waits for them, and acts upon 500. */
export async function run() {
  const count = Number(process.argv[3] ?? ARTICLES);
  await withDatabase(1, async ({ db, sql, url }) => {
    const from = performance.now();
    await copyNewsroom(sql, count, 1, progress("articles"));
    process.stderr.write("\n");
    const seconds = Math.round((performance.now() - from) / 1000);
    const [size] = await sql`
      select pg_size_pretty(pg_total_relation_size('articles')) articles, pg_size_pretty(pg_relation_size('desk_lines')) lines,
        pg_size_pretty(pg_indexes_size('desk_lines')) indexes`;
    console.log(
      `${count.toLocaleString("en-US")} articles by COPY in ${seconds} s (${cpus().length} cores, Node ${process.version})`,
    );
    console.log(`articles ${size?.articles}; desk_lines: rows ${size?.lines}, indexes ${size?.indexes}`);
    const editor = await hireEditor(db);
    console.log(`\nIn the database, ${MEASURED}\n\n${tableHead("Postgres")}`);
    await measureListQueries(db, sql);
    console.log(`\nAs pages, ${MEASURED}\n\n${tableHead("the server")}`);
    await measureListPages(url);
    console.log("\nActs upon 500\n");
    const [backend] = await sql`select pg_backend_pid() pid`;
    await measureBulk(db, editor.id, backend!.pid);
  });
}
