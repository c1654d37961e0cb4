import { cpus } from "node:os";
import type { Sql } from "postgres";
import { v7 as uuidv7 } from "uuid";
import type { Ctx } from "@/lib/context";
import type { Db } from "@/lib/db/client";
import { categories } from "@/lib/db/schema";
import { OperatorError } from "@/lib/errors";
import { readMentions } from "@/lib/securities/auto-mentions";
import { createSecurity } from "@/lib/securities/edit-commands";
import { linkMentions } from "@/lib/securities/linked-body";
import { cut, loadNames } from "@/lib/securities/mention-queries";
import { beginFullRelink, runRelink } from "@/lib/securities/relink";
import { findRelink } from "@/lib/securities/relink-queries";
import { readSeed, seedSecurities } from "@/lib/securities/seed";
import { withDatabase } from "./database";
import { generateTexts } from "./mention-texts";

const DETECTED = 10_000;
const ROWS_A_STATEMENT = 1000;
const LISTED = /^(?:SH|SZ|BJ|HK)/;
const round = (n: number) => Math.round(n).toLocaleString("en-US");

function countOf(args: string[]): number {
  const at = args.indexOf("--articles");
  const count = at === -1 ? 100_000 : Number(args[at + 1]);
  if (!Number.isInteger(count) || count < 1) throw new OperatorError("--articles expects a whole number above 0.");
  return count;
}

async function store(sql: Sql, db: Db, count: number, textOf: ReturnType<typeof generateTexts>) {
  const [outlet] = await db
    .insert(categories)
    .values({ slug: "bench", name: "海岸日报", pinyin: "haianribao" })
    .returning();
  for (let from = 0; from < count; from += ROWS_A_STATEMENT) {
    const rows = Array.from({ length: Math.min(ROWS_A_STATEMENT, count - from) }, (_, at) => {
      const { title, summary, bodyHtml } = textOf(from + at);
      const publishAt = new Date(Date.UTC(2020, 0, 1) + (from + at) * 60_000);
      return {
        ...{ id: uuidv7(), slug: `bench-${from + at}`, kind: "story", level: 1, title, summary, body_html: bodyHtml },
        ...{ status: "published", category_id: outlet!.id, publish_at: publishAt.toISOString(), word_count: 1100 },
      };
    });
    await sql`insert into articles ${sql(rows)}`;
    process.stderr.write(`\r${round(from + rows.length)} articles stored`);
  }
  process.stderr.write("\n");
  await sql.unsafe("vacuum (analyze) articles");
}

/** The detector alone, on this thread: texts are made before the clock starts. */
async function measureDetector(db: Db, textOf: ReturnType<typeof generateTexts>) {
  const texts = Array.from({ length: DETECTED }, (_, number) => textOf(number));
  const before = performance.now();
  const index = await loadNames(db);
  console.log(
    `${round(index.entries.length)} names and aliases read and built in ${round(performance.now() - before)} ms\n`,
  );
  for (const text of texts.slice(0, 500)) readMentions(text, index, cut);
  const characters = texts.reduce((sum, { title, bodyHtml }) => sum + title.length + bodyHtml.length, 0);
  let found = 0;
  const timed = (run: (text: (typeof texts)[number]) => void) => {
    const { user, system } = process.cpuUsage();
    for (const text of texts) run(text);
    const cpu = process.cpuUsage();
    return (cpu.user + cpu.system - user - system) / 1e6;
  };
  const seconds = timed((text) => {
    found += readMentions(text, index, cut).size;
  });
  const linked = texts.map((text) =>
    [...readMentions(text, index, cut)].map(([symbol, relation]) => ({ symbol, relation })),
  );
  let at = 0;
  const linking = timed(({ bodyHtml }) => void linkMentions(bodyHtml, linked[at++]!, index, cut));
  console.log("| on one core | articles/s | CPU ms an article |\n| --- | ---: | ---: |");
  for (const [name, time] of [
    ["finding the mentions of an article", seconds],
    ["linking them in its page", linking],
  ] as const)
    console.log(`| ${name} | ${round(DETECTED / time)} | ${((time / DETECTED) * 1000).toFixed(3)} |`);
  console.log(
    `\n${round(characters / DETECTED)} characters of HTML an article, ${(found / DETECTED).toFixed(1)} securities found in each\n`,
  );
}

async function look(db: Db, name: string, id: string) {
  const from = performance.now();
  let slowest = 0;
  let last = from;
  await runRelink(db, id, {
    onProgress() {
      slowest = Math.max(slowest, performance.now() - last);
      last = performance.now();
    },
  });
  const seconds = (performance.now() - from) / 1000;
  const { done, changed } = (await findRelink(db, id))!;
  console.log(
    `| ${name} | ${round(done)} | ${round(changed)} | ${seconds.toFixed(1)} | ${round(done / seconds)} | ${round(slowest)} |`,
  );
}

/** How fast mentions are found, linked in a page, and brought in step in the database. */
export async function run() {
  const count = countOf(process.argv.slice(3));
  await withDatabase(2, async ({ db, sql }) => {
    await seedSecurities(db, process.cwd());
    console.log(`${cpus().length} cores, Node ${process.version}`);
    const names = readSeed(process.cwd()).filter(({ symbol, isAmbiguous }) => LISTED.test(symbol) && !isAmbiguous);
    await measureDetector(db, generateTexts(names, 7));
    await store(sql, db, count, generateTexts(names, 11));
    const ctx: Ctx = { db, actor: { kind: "system", job: "cli" }, now: new Date() };
    console.log("| look at stored articles | articles | changed | s | a second | longest step ms |");
    console.log("| --- | ---: | ---: | ---: | ---: | ---: |");
    await look(db, "back-fill of an archive from before", (await beginFullRelink(ctx)).id);
    await look(db, "again, nothing to change", (await beginFullRelink(ctx)).id);
    const { relink } = await createSecurity(ctx, {
      ...{ symbol: "HK09998", kind: "stock", name: "参观者控股", fullName: "", isAmbiguous: false, counterpart: "" },
      names: [{ name: "参观者", kind: "alias", isAmbiguous: false }],
    });
    await look(db, "after a new name that most texts hold", relink!);
  });
}
