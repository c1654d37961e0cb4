import { cpus } from "node:os";
import { createToken } from "@/lib/api-tokens/commands";
import { findNewestChange } from "@/lib/changes/queries";
import type { Db } from "@/lib/db/client";
import { reindex } from "@/lib/search/reindex";
import { progress, withDatabase } from "./database";
import { MEASURED, measure, tableHead } from "./measure";
import { copyNewsroom, RARE_WORD } from "./newsroom";
import { startNode } from "./processes";

const ARTICLES = 1_000_000;

type Page = { next: string; items: { slug: string; symbol: string }[] };

/** A place in a list, so many pages of 100 from its beginning. */
async function placeAt(api: string, path: string, name: string, pages: number, headers: () => Promise<object>) {
  let place = "";
  for (let page = 0; page < pages; page++) {
    const answer = await fetch(`${api}${path}&limit=100${place && `&${name}=${place}`}`, {
      headers: (await headers()) as Record<string, string>,
    });
    place = ((await answer.json()) as Page).next;
  }
  return place;
}

/** What is asked for: lists, one article, searches, the log of changes at its beginning and near its end. */
async function requestsOf(api: string, db: Db, headers: () => Promise<object>) {
  const list = (await (await fetch(`${api}/articles?kind=story&limit=1`)).json()) as Page;
  const newest = (await findNewestChange(db))?.number ?? 0;
  const since = (number: number) => Buffer.from(`c.${Math.max(0, number)}`).toString("base64url");
  return {
    "20 articles": "/articles",
    "100 articles": "/articles?limit=100",
    "100 articles, full text": "/articles?limit=100&text=full",
    "flashes that are important": "/articles?level=2",
    "20 articles, 1,000 behind the first": `/articles?cursor=${await placeAt(api, "/articles?", "cursor", 10, headers)}`,
    "one article, full text": `/articles/${encodeURIComponent(list.items[0]!.slug)}`,
    "search, rare word": `/search?q=${encodeURIComponent(RARE_WORD)}`,
    "search, common word": `/search?q=${encodeURIComponent("回购股份")}`,
    "100 changes, first": "/changes?limit=100",
    "100 changes, in the middle": `/changes?limit=100&since=${since(Math.floor(newest / 2))}`,
    "100 changes, full text": `/changes?limit=100&text=full&since=${since(newest - 100)}`,
    "no change since": `/changes?since=${since(newest)}`,
    "the document": "/openapi.json",
  };
}

/** The read API over HTTP, asked by partners: waiting time, and CPU of the portal without Postgres. */
export async function run() {
  const count = Number(process.argv[3] ?? ARTICLES);
  await withDatabase(4, async ({ db, sql, url }) => {
    await copyNewsroom(sql, count, 1, progress("articles"));
    process.stderr.write("\n");
    await sql.unsafe("vacuum (analyze)");
    await reindex(db, { onProgress: progress("in the search index") });
    process.stderr.write("\n");
    console.log(`${count.toLocaleString("en-US")} articles (${cpus().length} cores, Node ${process.version})`);
    const portal = await startNode([".build/main.js", "start"], { DATABASE_URL: url, WORKER: "off" });
    const ctx = { db, actor: { kind: "system", job: "cli" } as const, now: new Date() };
    /** Each step has a partner of its own: one may ask 600 times a minute. */
    const headers = async () => {
      const { secret } = await createToken(ctx, { name: "bench", scopes: ["full-text"], days: "0" });
      return { authorization: `Bearer ${secret}`, "accept-encoding": "gzip" };
    };
    try {
      const api = `${portal.origin}/api/v1`;
      console.log(`\nOver HTTP, ${MEASURED}\n\n${tableHead("the portal")}`);
      for (const [name, path] of Object.entries(await requestsOf(api, db, headers))) {
        const init = { headers: await headers() };
        const answer = await fetch(api + path, init);
        if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
        const etag = answer.headers.get("etag")!;
        const kib = (Buffer.byteLength(await answer.text()) / 1024).toFixed(1);
        const again = { headers: { ...init.headers, "if-none-match": etag } };
        await measure(`${name} (${kib} KB)`, async () => (await fetch(api + path, init)).text(), portal.pid);
        if (name === "20 articles")
          await measure("the same, unchanged (304)", async () => (await fetch(api + path, again)).text(), portal.pid);
      }
    } finally {
      await portal.stop();
    }
  });
}
