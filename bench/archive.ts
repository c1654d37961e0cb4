import { cpus } from "node:os";
import { countDays, findNeighbours, findSpan, listDay } from "@/lib/archive/queries";
import { progress, withDatabase } from "./database";
import { MEASURED, measureWith, tableHead } from "./measure";
import { copyNewsroom } from "./newsroom";

const ARTICLES = 1_000_000;

/** The pages of the archive: calendars, a day, its neighbours. */
export async function run() {
  const count = Number(process.argv[3] ?? ARTICLES);
  await withDatabase(1, async ({ db, sql }) => {
    await copyNewsroom(sql, count, 1, progress("articles"));
    process.stderr.write("\n");
    const { first, last } = (await findSpan(db))!;
    const measure = await measureWith(sql);
    const inside = `${Number(last.slice(0, 4)) - 1}`;
    const year = await countDays(db, `${inside}-01-01`, `${inside}-12-31`);
    const total = [...year.values()].reduce((sum, of) => sum + of, 0);
    console.log(
      `${count.toLocaleString("en-US")} articles from ${first} to ${last}, ${total.toLocaleString("en-US")} in ${inside} (${cpus().length} cores, Node ${process.version})`,
    );
    console.log(`\nIn the database, ${MEASURED}\n\n${tableHead("Postgres")}`);
    await measure("first and last day", () => findSpan(db));
    await measure("days of a year", () => countDays(db, `${inside}-01-01`, `${inside}-12-31`));
    await measure("days of a month", () => countDays(db, `${inside}-06-01`, `${inside}-06-30`));
    await measure("days with news before and after one", () => findNeighbours(db, `${inside}-06-15`));
    const page = await listDay(db, `${inside}-06-15`, {});
    const end = page.items.at(-1)!;
    await measure("a day, first page", () => listDay(db, `${inside}-06-15`, {}));
    await measure("a day, second page", () =>
      listDay(db, `${inside}-06-15`, { after: { at: end.publishAt, id: end.id } }),
    );
  });
}
