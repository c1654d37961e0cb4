import { createServer, get } from "node:http";
import type { AddressInfo } from "node:net";
import { cpus } from "node:os";
import type { Sql } from "postgres";
import type { Db } from "@/lib/db/client";
import { listNews } from "@/lib/sitemaps/news-queries";
import { listParts } from "@/lib/sitemaps/parts";
import { writeSitemapIndex } from "@/lib/sitemaps/xml";
import { routeOf } from "../server/web/route-kind";
import { SitemapDoor } from "../server/web/sitemaps";
import { progress, withDatabase } from "./database";
import { MEASURED, measure, tableHead } from "./measure";
import { copyNewsroom } from "./newsroom";
import { residentMib } from "./processes";

const ARTICLES = 1_000_000;
const SITE = "https://news.example.com";
const SECURITIES = 5_500;
/** Where the generated archive ends. */
const NOW = new Date("2026-11-24T00:00:00Z");

/** The door of the sitemap, and what it answers; bodies are counted and let go. */
async function listen(db: Db) {
  const door = new SitemapDoor(db, SITE);
  const server = createServer(async (req, res) => {
    const route = routeOf(req.method, req.url!, req.headers);
    if (route.kind !== "sitemap" || !(await door.answer(req, res, route.part))) res.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const ask = (path: string, headers: Record<string, string> = {}) =>
    new Promise<{ status: number; etag: string; bytes: number; urls: number }>((done, fail) => {
      get({ port, path, headers }, (incoming) => {
        let bytes = 0;
        let urls = 0;
        incoming.on("data", (chunk: Buffer) => {
          bytes += chunk.length;
          if (!incoming.headers["content-encoding"]) urls += chunk.toString("latin1").split("</loc>").length - 1;
        });
        incoming.once("error", fail);
        incoming.once("end", () =>
          done({ status: incoming.statusCode!, etag: String(incoming.headers.etag), bytes, urls }),
        );
      }).once("error", fail);
    });
  return { ask, close: () => new Promise((done) => server.close(done)) };
}

async function mentionSecurities(sql: Sql) {
  await sql`insert into securities (symbol, kind, name)
    select 'SH' || lpad(n::text, 6, '0'), 'stock', '证券' || n from generate_series(1, ${SECURITIES}) n`;
  await sql`insert into mentions (article_id, symbol, relation, origin, listed_at)
    select id, 'SH' || lpad((1 + abs(hashtext(id::text)) % ${SECURITIES})::text, 6, '0'), 'direct', 'auto', publish_at
    from articles where status = 'published'`;
  await sql.unsafe("vacuum (analyze) mentions, securities");
}

/** A month that holds far more than one sitemap may: of the archive's articles every sixth, by the second. */
async function fillMonth(sql: Sql, count: number) {
  await sql`update articles set publish_at = '2016-02-01T00:00:00+08:00'::timestamptz
      + (abs(hashtext(id::text)) % 2500000) * interval '1 second'
    where status = 'published' and publish_at < '2016-02-01'::timestamptz + ${count} * interval '1 day'`;
  await sql.unsafe("vacuum (analyze) articles, sitemap_months");
}

type Ask = Awaited<ReturnType<typeof listen>>["ask"];

/** Each kind of part once cold and once warm, then all of them, with what memory grew meanwhile. */
async function sendParts(ask: Ask, paths: string[]) {
  console.log("\n| part | addresses | bytes | ms | bytes in br | ms |\n| --- | ---: | ---: | ---: | ---: | ---: |");
  const timed = async (path: string, headers: Record<string, string> = {}) => {
    const from = performance.now();
    const answer = await ask(path, headers);
    return { ...answer, ms: performance.now() - from };
  };
  const sizes: { path: string; urls: number; ms: number }[] = [];
  const before = residentMib(process.pid);
  let most = before;
  for (const path of paths) {
    const { urls, ms } = await timed(path);
    most = Math.max(most, residentMib(process.pid));
    sizes.push({ path, urls, ms });
  }
  const slowest = sizes.reduce((a, b) => (b.ms > a.ms ? b : a));
  const largest = sizes.reduce((a, b) => (b.urls > a.urls ? b : a));
  const kinds = ["pages", "categories", "tags", "stocks", "archive-2025", "2025-06"].map(
    (name) => `/sitemaps/${name}.xml`,
  );
  for (const path of new Set([...kinds.filter((kind) => paths.includes(kind)), largest.path])) {
    const plain = await timed(path);
    const packed = await timed(path, { "accept-encoding": "br" });
    const cells = [plain.urls, plain.bytes, plain.ms, packed.bytes, packed.ms].map((n) =>
      Math.round(n).toLocaleString("en-US"),
    );
    console.log(`| ${path} | ${cells.join(" | ")} |`);
  }
  const urls = sizes.reduce((sum, part) => sum + part.urls, 0);
  const ms = sizes.reduce((sum, part) => sum + part.ms, 0);
  console.log(
    `\nAll ${sizes.length} parts one after the other: ${urls.toLocaleString("en-US")} addresses in ${(ms / 1000).toFixed(1)} s, the slowest ${slowest.path} in ${slowest.ms.toFixed(0)} ms; memory ${before.toFixed(0)} MiB before, ${most.toFixed(0)} MiB at most.`,
  );
}

/** What the kept counts cost who writes: an edit that changes a text, with and without them. */
async function measureWrites(sql: Sql) {
  const [row] = await sql`select id from articles where status = 'published' order by publish_at desc limit 1`;
  const edit = () => sql`update articles set revised_at = clock_timestamp() where id = ${row!.id}`;
  await measure("an edit of a text, counts kept", edit);
  await sql.unsafe("alter table articles disable trigger articles_sitemap_update");
  await measure("the same without them", edit);
  await sql.unsafe("alter table articles enable trigger articles_sitemap_update");
}

/** The sitemap of a large archive: its index, each kind of part, what is asked for again, and memory. */
export async function run() {
  const count = Number(process.argv[3] ?? ARTICLES);
  await withDatabase(2, async ({ db, sql }) => {
    await copyNewsroom(sql, count, 1, progress("articles"));
    process.stderr.write("\n");
    await mentionSecurities(sql);
    await fillMonth(sql, 600);
    const [kept] =
      await sql`select count(*)::int count, pg_size_pretty(pg_total_relation_size('sitemap_months')) size from sitemap_months`;
    const { ask, close } = await listen(db);
    const paths = (await listParts(db)).map(({ path }) => path);
    console.log(
      `${count.toLocaleString("en-US")} articles, ${paths.length} parts; kept: ${kept!.count.toLocaleString("en-US")} counts, ${kept!.size} (${cpus().length} cores, Node ${process.version})`,
    );
    console.log(`\n${MEASURED}; parts by HTTP, asked for and answered by this process\n\n${tableHead("this process")}`);
    await measure("the index", async () => writeSitemapIndex(SITE, await listParts(db)));
    await measure("stories for news search", () => listNews(db, NOW));
    for (const path of paths.filter((of) => /2025-06|2016-02\.|stocks|tags\./.test(of))) {
      const { etag } = await ask(path);
      await measure(`${path}, unchanged: 304`, () => ask(path, { "if-none-match": etag }));
    }
    await measureWrites(sql);
    await sendParts(ask, paths);
    await close();
  });
}
