import { cpus } from "node:os";
import type { Sql } from "postgres";
import { encodeCursor, type Position } from "@/lib/cursor";
import type { Db } from "@/lib/db/client";
import { readArticleFeed } from "@/lib/feeds/article-feed";
import type { FeedList } from "@/lib/feeds/lists";
import { progress, withDatabase } from "./database";
import { MEASURED, measureWith, tableHead } from "./measure";
import { copyNewsroom, outletId, tagId } from "./newsroom";
import { cpuMs, type Running, startNode } from "./processes";

const ARTICLES = 1_000_000;
const SYMBOL = "SH600519";
const AROUND = { siteUrl: "https://news.test", siteName: "消息", hub: null };
const SOURCE = { title: "一份", description: "一份", path: "/", listPath: "/" };
const LISTS: Record<string, FeedList> = {
  "all stories": { of: "stories" },
  "every article": { of: "all" },
  flashes: { of: "flashes" },
  "flashes of the highest level": { of: "top" },
  "the largest outlet": { of: "category", id: outletId(0) },
  "a tag": { of: "tag", id: tagId(0) },
  "a security": { of: "stock", strands: [{ symbol: SYMBOL, only: "direct" }] },
};
/** Documents before the counted ones: a server that has run for a while has its code compiled. */
const WARM_UP = 100;
const COUNTED = 200;
const KEPT = 3_000;

const cursorAt = async (sql: Sql, offset: number, isOldest = false): Promise<Position> => {
  const order = sql.unsafe(isOldest ? "publish_at, id" : "publish_at desc, id desc");
  const [row] = await sql`select publish_at at, id from articles where status = 'published' and kind = 'story'
    order by ${order} offset ${offset} limit 1`;
  return { at: new Date(row!.at), id: row!.id };
};

/** One security in a tenth of all articles; half of the outlets give their texts away. */
async function prepare(sql: Sql) {
  await sql`insert into securities (symbol, kind, name) values (${SYMBOL}, 'stock', '贵州茅台')`;
  await sql`insert into mentions (article_id, symbol, relation, origin, listed_at)
    select id, ${SYMBOL}, 'direct', 'auto', publish_at from articles
    where status = 'published' and abs(hashtext(id::text)) % 10 = 0`;
  await sql`update categories set feed_text = 'full' where abs(hashtext(id::text)) % 2 = 0`;
  await sql.unsafe("vacuum (analyze) mentions, categories");
}

async function measureDatabase(db: Db, sql: Sql) {
  const measure = await measureWith(sql);
  const oldest = encodeCursor(await cursorAt(sql, 300, true));
  console.log(`\nOne document read from the database, ${MEASURED}\n\n${tableHead("Postgres")}`);
  for (const [name, list] of Object.entries(LISTS)) {
    const read = (cursor?: string) => () =>
      readArticleFeed(db, list, SOURCE, { format: "atom", ...(cursor && { cursor }) }, AROUND);
    await measure(`${name}: subscribed to`, read());
    await measure(`${name}: oldest of the archive`, read(oldest));
  }
}

async function get({ origin }: Running, path: string, headers: Record<string, string> = {}) {
  const answer = await fetch(origin + path, { headers: { "accept-encoding": "identity", ...headers } });
  const text = await answer.text();
  if (answer.status !== 200 && answer.status !== 304) throw new Error(`${path} answered ${answer.status}`);
  return { text, etag: answer.headers.get("etag") ?? "", status: answer.status };
}

/** CPU of the server for documents that nobody asked for before, one behind the other. */
async function walk(portal: Running, name: string, from: string) {
  let next: string | undefined = from;
  let bytes = 0;
  let before = 0;
  let read = 0;
  for (; next && read < WARM_UP + COUNTED; read++) {
    if (read === WARM_UP) before = cpuMs(portal.pid);
    const { text } = await get(portal, next);
    if (read >= WARM_UP) bytes += Buffer.byteLength(text);
    const address: string | undefined = /rel="prev-archive" href="([^"]*)"/.exec(text)?.[1];
    next = address && new URL(address).pathname;
  }
  const counted = read - WARM_UP;
  if (counted < 10) return console.log(`| ${name} | too few documents | |`);
  const cpu = (cpuMs(portal.pid) - before) / counted;
  console.log(`| ${name}, ${counted} documents | ${cpu.toFixed(2)} | ${Math.round(bytes / counted / 1024)} KB |`);
}

/** CPU of the server for a document that it has kept, and for who has it already. */
async function kept(portal: Running, path: string) {
  const { etag, text } = await get(portal, path);
  for (const [name, headers] of [
    ["sent again", {}],
    ["304", { "if-none-match": etag }],
  ] as const) {
    for (let n = 0; n < 500; n++) await get(portal, path, headers);
    const before = cpuMs(portal.pid);
    for (let n = 0; n < KEPT; n++) await get(portal, path, headers);
    const cpu = (cpuMs(portal.pid) - before) / KEPT;
    console.log(`| ${path}, ${name} | ${cpu.toFixed(3)} | ${Math.round(Buffer.byteLength(text) / 1024)} KB |`);
  }
}

/** Feeds of a large archive: what a document costs in the database, at its first request, and when it is kept. */
export async function run() {
  const count = Number(process.argv[3] ?? ARTICLES);
  await withDatabase(1, async ({ db, sql, url }) => {
    await copyNewsroom(sql, count, 1, progress("articles"));
    process.stderr.write("\n");
    await prepare(sql);
    console.log(`${count.toLocaleString("en-US")} articles (${cpus().length} cores, Node ${process.version})`);
    await measureDatabase(db, sql);
    const oldest = encodeCursor(await cursorAt(sql, Math.min(15_000, Math.floor(count / 3)), true));
    const portal = await startNode([".build/main.js", "start"], { DATABASE_URL: url, WORKER: "off", SITE_URL: "" });
    try {
      console.log("\nCPU of the server a request\n\n| document | CPU ms | size |\n| --- | ---: | ---: |");
      await walk(portal, "all stories in Atom, from the newest", "/atom.xml");
      await walk(portal, "from deep in the archive", `/atom.xml/before/${oldest}`);
      await walk(portal, "every article in RSS, from the newest", "/all/feed.xml");
      await walk(portal, "the largest outlet in RSS", "/category/meiti0/feed.xml");
      for (const path of ["/feed.xml", "/category/meiti0/atom.xml", `/stock/${SYMBOL}/feed.json`])
        await kept(portal, path);
    } finally {
      await portal.stop();
    }
  });
}
