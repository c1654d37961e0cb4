import { cpus } from "node:os";
import type { Db } from "@/lib/db/client";
import { articles, categories, revisions } from "@/lib/db/schema";
import { describeChange } from "@/lib/revisions/describe";
import { diffText } from "@/lib/revisions/diff";
import { findRevision, findSteps, listRevisions } from "@/lib/revisions/queries";
import { random } from "@/lib/testing/random";
import { withDatabase } from "./database";
import { MEASURED, measure, tableHead } from "./measure";
import { measureRevisionPages } from "./revision-pages";

const BODY_BYTES = 50_000;
const WORDS =
  "央行 昨日 公布 利率 下调 上调 的 了 市场 公司 股价 上涨 下跌 12.5% 3.2亿元 季度 报告 显示 投资者 预计 明年 政策 支持 房地产 新能源 汽车 出口 同比 增长 放缓 机构 认为 风险 仍 需 关注 ， 。".split(
    " ",
  );

const sentence = (roll: (max: number) => number) =>
  Array.from({ length: 70 }, () => WORDS[roll(WORDS.length)]).join("");

function paragraphs(seed: number): string[] {
  const roll = random(seed);
  const all: string[] = [];
  for (let bytes = 0; bytes < BODY_BYTES; bytes += Buffer.byteLength(all.at(-1)!) + 7) all.push(sentence(roll));
  return all;
}

const toHtml = (all: string[]) => all.map((text) => `<p>${text}</p>`).join("");

/** An article saved `count` times; each save rewrites a few words of one paragraph, every tenth adds or drops one. */
async function makeArticle(db: Db, categoryId: string, count: number): Promise<string> {
  const values = { slug: `bench-${count}`, title: "稿件", categoryId, version: count };
  const [article] = await db.insert(articles).values(values).returning({ id: articles.id });
  const [roll, body] = [random(count), paragraphs(1)];
  let rows: (typeof revisions.$inferInsert)[] = [];
  for (let version = 1; version <= count; version++) {
    const at = roll(body.length);
    if (version % 10 === 0)
      body.splice(at, version % 20 === 0 ? 1 : 0, ...(version % 20 === 0 ? [] : [sentence(roll)]));
    else body[at] = `${body[at]!.slice(0, 40)}${WORDS[roll(WORDS.length)]}${body[at]!.slice(42)}`;
    const fields = { slug: "bench", kind: "story", level: 1, categoryId, tags: ["央行"], symbols: ["SH600036"] };
    rows.push({
      ...{ articleId: article!.id, version, title: "稿件", summary: "", bodyHtml: toHtml(body), fields },
      ...{ status: "draft", actor: "system:bench", actorName: "试" },
    });
    if (rows.length === 50 || version === count) {
      await db.insert(revisions).values(rows);
      rows = [];
    }
  }
  return article!.id;
}

async function measureArticle(db: Db, id: string, count: number) {
  const list = async (before?: number) => {
    const { items, behind } = await listRevisions(db, id, before);
    return items.map((item, index) => describeChange(items[index + 1] ?? behind, item));
  };
  const compare = async (from: number, to: number) => {
    const [old, now] = await Promise.all([
      findRevision(db, id, from),
      findRevision(db, id, to),
      findSteps(db, id, from, to),
    ]);
    return diffText(old!, now!);
  };
  await measure(`${count}: list, newest 50`, () => list());
  await measure(`${count}: list, oldest 50`, () => list(51));
  await measure(`${count}: newest with the one before`, () => compare(count - 1, count));
  await measure(`${count}: newest with the first`, () => compare(1, count));
}

/** Lists and compares versions of a 50 KB article with 100 and with 1,000 of them; of these the pages too. */
export async function run() {
  await withDatabase(3, async ({ db, sql, url }) => {
    const outlet = { slug: "bench", name: "媒体", pinyin: "meiti" };
    const [category] = await db.insert(categories).values(outlet).returning({ id: categories.id });
    console.log(`${cpus().length} cores, Node ${process.version}, ${MEASURED}\n`);
    console.log(tableHead("Node"));
    for (const count of [100, 1000]) {
      const id = await makeArticle(db, category!.id, count);
      await sql`analyze revisions`;
      await measureArticle(db, id, count);
      if (count === 1000) await measureRevisionPages(url, id, count);
    }
    const text = (seed: number) => ({ title: "稿件", summary: "", bodyHtml: toHtml(paragraphs(seed)) });
    const [one, other] = [text(1), text(2)];
    await measure("two texts of 50 KB with nothing in common, no database", () => diffText(one, other));
    const [old, now] = [one.bodyHtml, other.bodyHtml].map((html) => `<p>${html.replace(/<\/?p>/g, "")}</p>`);
    const single = (bodyHtml: string) => ({ ...one, bodyHtml });
    await measure("the same in a single paragraph each", () => diffText(single(old!), single(now!)));
    const [size] = await sql`
      select pg_size_pretty(pg_total_relation_size('revisions')) whole, pg_size_pretty(pg_relation_size('revisions')) heap,
        pg_size_pretty(pg_indexes_size('revisions')) indexes, pg_size_pretty(sum(octet_length(body_html))) bodies
      from revisions`;
    console.log(`\nrevisions: ${size?.whole} (rows ${size?.heap}, indexes ${size?.indexes}), bodies ${size?.bodies}`);
  });
}
