import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { articles, categories } from "@/lib/db/schema";
import { testDb } from "@/lib/testing/db";
import { makeArticle, makeCategory } from "@/lib/testing/factories";
import { routeOf } from "./route-kind";
import { SitemapDoor } from "./sitemaps";

const database = testDb();
let server: Server;
/** Every statement that the door sent. */
let statements: string[] = [];

beforeAll(async () => {
  const { db } = database;
  const execute = db.execute.bind(db);
  const watched = Object.assign(Object.create(db) as typeof db, {
    execute: (query: Parameters<typeof execute>[0]) => {
      statements.push(JSON.stringify(query));
      return execute(query);
    },
  });
  const door = new SitemapDoor(watched, "https://news.test");
  server = createServer(async (req, res) => {
    const route = routeOf(req.method, req.url!, req.headers);
    if (route.kind !== "sitemap" || !(await door.answer(req, res, route.part))) res.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
});
afterAll(() => new Promise((done) => server.close(done)));
beforeEach(async () => {
  await database.db.delete(articles);
  statements = [];
});

const published = (slug: string, at: string, categoryId?: string) =>
  makeArticle(database.db, { slug, status: "published", publishAt: new Date(at), ...(categoryId && { categoryId }) });
const ask = (name: string, headers: Record<string, string> = {}, method = "GET") =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/sitemaps/${name}.xml`, { headers, method });
const bytes = async (response: Response) => Buffer.from(await response.arrayBuffer());

describe("a part of the sitemap", () => {
  test("comes plain, gzip and br with the same content", async () => {
    const { id } = await makeCategory(database.db);
    const rows = Array.from(
      { length: 12_500 },
      (_, n) => `('${String(n).padStart(8, "0")}-0000-7000-8000-000000000000')`,
    );
    await database.sql.unsafe(`insert into articles (id, slug, title, status, category_id, publish_at)
      select id::uuid, 'gao-' || left(id, 8), '稿', 'published', '${id}', '2026-10-05T10:00:00+08:00'
      from (values ${rows.join()}) made(id)`);
    // `fetch` unpacks by itself what it asked for.
    const plain = await bytes(await ask("2026-10", { "accept-encoding": "identity" }));
    expect(plain.toString().match(/<loc>/g)).toHaveLength(12_500);
    expect(plain.toString()).toContain("<loc>https://news.test/articles/gao-00012499</loc>");
    const { get } = await import("node:http");
    const raw = (encoding: string) =>
      new Promise<[string | undefined, Buffer]>((done) => {
        const { port } = server.address() as AddressInfo;
        get({ port, path: "/sitemaps/2026-10.xml", headers: { "accept-encoding": encoding } }, async (incoming) => {
          const chunks: Buffer[] = [];
          for await (const chunk of incoming) chunks.push(chunk as Buffer);
          done([incoming.headers["content-encoding"], Buffer.concat(chunks)]);
        });
      });
    const [[gzip, packed], [br, better]] = await Promise.all([raw("gzip"), raw("br, gzip")]);
    expect([gzip, br]).toEqual(["gzip", "br"]);
    expect(gunzipSync(packed)).toEqual(plain);
    expect(brotliDecompressSync(better)).toEqual(plain);
  });

  test("is not read for who has it: a past month stays 304 while news comes", async () => {
    await published("old", "2026-09-05T10:00:00+08:00");
    const first = await ask("2026-09");
    const etag = first.headers.get("etag")!;
    expect(first.headers.get("x-robots-tag")).toBe("noindex");
    const body = await bytes(first);
    await published("new", "2026-11-20T10:00:00+08:00");
    statements = [];
    const known = await ask("2026-09", { "if-none-match": etag });
    expect([known.status, (await bytes(known)).length]).toEqual([304, 0]);
    expect(statements.filter((statement) => statement.includes("a.slug"))).toEqual([]);
    expect(statements.length).toBeGreaterThan(0);
    expect(await bytes(await ask("2026-09"))).toEqual(body);
    expect(statements.filter((statement) => statement.includes("a.slug"))).not.toEqual([]);
  });

  test("is sent anew once it changed, also by an outlet's policy", async () => {
    const { id } = await makeCategory(database.db);
    await published("kept", "2026-09-05T10:00:00+08:00");
    await published("one", "2026-09-05T11:00:00+08:00", id);
    const again = async (change: () => Promise<unknown>) => {
      const etag = (await ask("2026-09")).headers.get("etag")!;
      await change();
      const response = await ask("2026-09", { "if-none-match": etag });
      return [response.status, (await response.text()).match(/articles\/\w+/g)];
    };
    const forbid = (indexing: "index" | "noindex") =>
      database.db.update(categories).set({ indexing }).where(eq(categories.id, id));
    expect(await again(() => forbid("noindex"))).toEqual([200, ["articles/kept"]]);
    expect(await again(() => forbid("index"))).toEqual([200, ["articles/kept", "articles/one"]]);
    expect(
      await again(() => database.db.update(articles).set({ status: "withdrawn" }).where(eq(articles.slug, "one"))),
    ).toEqual([200, ["articles/kept"]]);
  });

  test("answers HEAD without reading, and is nothing where nothing is", async () => {
    await published("old", "2026-09-05T10:00:00+08:00");
    const head = await ask("2026-09", {}, "HEAD");
    expect([head.status, head.headers.get("content-type")]).toEqual([200, "application/xml; charset=utf-8"]);
    expect(statements.filter((statement) => statement.includes("a.slug"))).toEqual([]);
    expect((await ask("2026-08")).status).toBe(404);
    expect((await ask("nonsense")).status).toBe(404);
  });
});
