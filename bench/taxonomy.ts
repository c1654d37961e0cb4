import { randomUUID } from "node:crypto";
import { cpus } from "node:os";
import { listOutletLines } from "@/lib/categories/desk-queries";
import { mergeOutlets } from "@/lib/categories/merge-commands";
import { splitOutlet } from "@/lib/categories/split-commands";
import type { Ctx } from "@/lib/context";
import type { Db } from "@/lib/db/client";
import { listTagLines } from "@/lib/tags/desk-queries";
import { mergeTags } from "@/lib/tags/merge-commands";
import { runAct } from "@/lib/taxonomy/run";
import { undoAct } from "@/lib/taxonomy/undo-commands";
import { progress, withDatabase } from "./database";
import { measure, tableHead } from "./measure";
import { copyNewsroom, outletId } from "./newsroom";
import { hireEditor } from "./signed-in";

const ARTICLES = 1_000_000;
const MORE_TAGS = 50_000;

/** Merging and splitting big outlets and tags, and their undo; and the desk's lists of both. */
export async function run() {
  const count = Number(process.argv[3] ?? ARTICLES);
  await withDatabase(2, async ({ db, sql }) => {
    await copyNewsroom(sql, count, 1, progress("articles"));
    await sql`insert into tags (id, slug, name) select gen_random_uuid(), 'mehr-' || n, '别的标签' || n
      from generate_series(1, ${MORE_TAGS}) n`;
    await sql.unsafe("vacuum (analyze) tags");
    process.stderr.write("\n");
    console.log(`${count.toLocaleString("en-US")} articles, ${cpus().length} cores, Node ${process.version}\n`);
    const actor = {
      ...(await hireEditor(db)),
      kind: "user" as const,
      name: "试",
      role: "admin" as const,
      categories: [],
    };
    await measureActs({ db, actor, now: new Date() });
    console.log(`\n${tableHead("Node")}`);
    await measure("list of 1,200 outlets", () => listOutletLines(db, {}));
    await measure("found by initials", () => listOutletLines(db, { q: "cjb" }));
    await measure("first page of 50,300 tags", () => listTagLines(db, {}));
    await measure("a page in the middle", () => listTagLines(db, { after: "mehr-30000" }));
    await measure("tags by a word", () => listTagLines(db, { q: "签12345" }));
  });
}

async function measureActs(ctx: Ctx) {
  const { db } = ctx;
  console.log(
    "| act | command ms | articles | s | a second | longest pause s |\n| --- | ---: | ---: | ---: | ---: | ---: |",
  );
  const act = async (name: string, begin: (act: string) => Promise<{ articles: number }>) => {
    const id = randomUUID();
    let from = performance.now();
    const { articles } = await begin(id);
    await timed(db, id, name, articles, performance.now() - from);
    from = performance.now();
    await undoAct(ctx, { id });
    await timed(db, id, `its undo`, articles, performance.now() - from);
  };
  await act("merge of an outlet", (id) => mergeOutlets(ctx, { act: id, id: outletId(0), into: outletId(1) }));
  const criteria = { sources: [], words: "三季报", from: "", until: "", tag: "" };
  await act("split by a word", (id) =>
    splitOutlet(ctx, { act: id, id: outletId(0), criteria, into: outletId(2), name: "", slug: "" }),
  );
  const [first, second] = await db.query.tags.findMany({
    where: (t, { inArray }) => inArray(t.slug, ["tag-0", "tag-3"]),
  });
  await act("merge of a tag", (id) => mergeTags(ctx, { act: id, id: first!.id, into: second!.id }));
}

async function timed(db: Db, id: string, name: string, articles: number, command: number) {
  const from = performance.now();
  let last = from;
  let longest = 0;
  await runAct(db, id, () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  });
  const seconds = (performance.now() - from) / 1000;
  console.log(
    `| ${name} | ${command.toFixed(0)} | ${articles} | ${seconds.toFixed(1)} | ${Math.round(articles / seconds)} | ${(longest / 1000).toFixed(2)} |`,
  );
}
