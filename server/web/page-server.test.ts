import { type IncomingHttpHeaders, type IncomingMessage, request, type Server } from "node:http";
import { type AddressInfo, connect as dial } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PageStore } from "@/lib/cache/page-store";
import { headPage, tagPage } from "@/lib/cache/tag-page";
import { TDM_HEADER } from "@/lib/indexing/policy";
import { KeyFile } from "./key-file";
import { onSocket, PAGE_KEY_HEADER } from "./next-app";
import { createPageServer } from "./page-server";
import { routeOf } from "./route-kind";
import { negotiate } from "./send-entry";
import { timingHeader } from "./timing";

const page = (text: string) => `<!DOCTYPE html><html lang="zh-CN"><head></head><body><p>${text}</p></body></html>`;
const readBody = async (req: IncomingMessage) => {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

const CHANGED = "Mon, 23 Nov 2026 06:20:00 GMT";

let store: PageStore;
/** Bytes that no text could hold. */
const PICTURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00, 0x80, 0xc3]);

let server: Server;
let port: number;
let closeSocket: () => Promise<void>;
/** What the stand-in for Next was asked. */
let asked: { url: string; headers: IncomingHttpHeaders }[];
/** Where addresses may lead, and whether the database is there. */
let ways: Record<string, string[]>;
let isAway: boolean;
let whileRendering: () => Promise<void> | void;

beforeEach(async () => {
  asked = [];
  ways = {};
  isAway = false;
  whileRendering = () => {};
  store = new PageStore({ maxBytes: 1e7, notFoundHtml: () => page("这里没有内容") });
  const handle = async (req: IncomingMessage, res: import("node:http").ServerResponse) => {
    const url = req.url ?? "";
    asked.push({ url, headers: { ...req.headers } });
    const version = asked.length;
    if (req.method === "POST") return void res.end(await readBody(req));
    if (url.startsWith("/boom")) return void res.writeHead(500, { "x-from": "next" }).end("kaputt");
    if (url.startsWith("/admin")) return void res.writeHead(302, { location: "/sign-in", "set-cookie": "a=b" }).end();
    await whileRendering();
    tagPage([`tag:${url}`]);
    if (url.startsWith("/articles/barred")) headPage({ [TDM_HEADER]: "1" });
    if (/\/feed\.xml(?:\?|$)/.test(url)) {
      headPage({ "Last-Modified": CHANGED, Link: '<https://news.test/feed.xml>; rel="self"' });
      return void res
        .writeHead(200, { "content-type": "application/rss+xml; charset=utf-8" })
        .end(`<rss>${version}</rss>`);
    }
    if (url.endsWith("/atom.xml"))
      return void res.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("没有");
    if (url.endsWith(".png")) {
      headPage({ "Cache-Control": "public, max-age=31536000, immutable" });
      return void res.writeHead(200, { "content-type": "image/png" }).end(PICTURE);
    }
    const html = page(`${decodeURIComponent(url)} ${version} ${"消息".repeat(2000)}`);
    const moved = url.startsWith("/moved");
    const status = url.startsWith("/none") ? 404 : moved ? 308 : 200;
    const headers = { "content-type": "text/html", "x-from": "next", ...(moved ? { location: "/new" } : {}) };
    res.writeHead(status, headers).end(html);
  };
  const { socketPath, close } = await onSocket(handle, (key) => store.notesOf(key));
  closeSocket = close;
  server = createPageServer({
    next: { handle, socketPath, close },
    store,
    keyFile: new KeyFile("abcdef-0123"),
    health: { answers: async () => !isAway, ask: async () => !isAway },
    findWays: async (path) => ({ to: ways[path] ?? [], tags: [] }),
    siteUrl: "https://news.test",
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  port = (server.address() as AddressInfo).port;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await closeSocket();
});

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };
const fetchRaw = (path: string, { method = "GET", headers = {}, body = "" } = {}) =>
  new Promise<Answer>((resolve, reject) => {
    const outgoing = request({ port, host: "127.0.0.1", path, method, headers }, async (incoming) =>
      resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: await readBody(incoming) }),
    );
    outgoing.once("error", reject).end(body);
  });

describe("the key of IndexNow", () => {
  it("stands in a file of its name, and nothing else does", async () => {
    for (const path of ["/abcdef-0123.txt", "/abcdef-0123.txt?v=1"]) {
      const { status, headers, body } = await fetchRaw(path);
      expect([status, headers["content-type"], `${body}`]).toEqual([200, "text/plain; charset=utf-8", "abcdef-0123"]);
    }
    expect((await fetchRaw("/abcdef-0123.txt", { method: "HEAD" })).body).toHaveLength(0);
    expect(asked).toEqual([]);
    for (const path of ["/abcdef-0123.txt2", "/abcdef-0123", "/other-key.txt", "/undefined.txt"])
      expect(`${(await fetchRaw(path)).body}`).not.toBe("abcdef-0123");
  });
});

describe("a reader page", () => {
  it("is rendered once and then sent from the store, whatever the query", async () => {
    const first = await fetchRaw("/articles/a?utm_source=x");
    const second = await fetchRaw("/articles/a");
    expect(second.body).toEqual(first.body);
    expect(asked.map(({ url }) => url)).toEqual(["/articles/a"]);
    expect(store.size).toBe(1);
    expect(first.headers["set-cookie"]).toBeUndefined();
    expect(first.headers["content-security-policy"]).toContain("default-src 'self'");
    expect(first.headers["content-security-policy"]).not.toContain("unsafe-inline");
    expect(first.headers["x-from"]).toBeUndefined();
  });

  it("comes in br, gzip or plain with the same content", async () => {
    const plain = await fetchRaw("/a");
    for (let i = 0; i < 6; i++) {
      const br = await fetchRaw("/a", { headers: { "accept-encoding": "gzip, deflate, br, zstd" } });
      expect(br.headers["content-encoding"]).toBe("br");
      expect(Number(br.headers["content-length"])).toBe(br.body.length);
      expect(brotliDecompressSync(br.body)).toEqual(plain.body);
    }
    const gz = await fetchRaw("/a", { headers: { "accept-encoding": "gzip, br;q=0" } });
    expect(gz.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(gz.body)).toEqual(plain.body);
    expect([plain.headers["content-encoding"], plain.headers.vary, gz.headers.vary]).toEqual([
      undefined,
      "Accept-Encoding",
      "Accept-Encoding",
    ]);
    expect(store.bytes).toBeGreaterThan(plain.body.length + gz.body.length);
  });

  it("answers HEAD and a known ETag without a body", async () => {
    const { headers, body } = await fetchRaw("/a");
    const head = await fetchRaw("/a", { method: "HEAD" });
    expect([head.status, head.body.length, Number(head.headers["content-length"])]).toEqual([200, 0, body.length]);
    const known = await fetchRaw("/a", { headers: { "if-none-match": `"other", ${headers.etag}` } });
    expect([known.status, known.body.length, known.headers.etag]).toEqual([304, 0, headers.etag]);
    const other = await fetchRaw("/a", { headers: { "if-none-match": '"other"' } });
    expect(other.status).toBe(200);
    expect(asked.length).toBe(1);
  });

  it("may be a feed, which is kept with its tags and sent as what it is", async () => {
    const first = await fetchRaw("/stock/SH600519/feed.xml");
    expect([first.status, first.headers["content-type"]]).toEqual([200, "application/rss+xml; charset=utf-8"]);
    expect(first.body.toString()).toBe("<rss>1</rss>");
    expect((await fetchRaw("/stock/SH600519/feed.xml")).body).toEqual(first.body);
    expect(asked).toHaveLength(1);
    store.expireTags(["tag:/stock/SH600519/feed.xml"]);
    expect((await fetchRaw("/stock/SH600519/feed.xml")).body.toString()).toBe("<rss>2</rss>");
  });

  it("whose outlet forbids it is refused to AI crawlers, at the first request and from the store, and to nobody else", async () => {
    const as = (agent: string, path = "/articles/barred") => fetchRaw(path, { headers: { "user-agent": agent } });
    const gptBot = "Mozilla/5.0 (compatible; GPTBot/1.2)";
    for (let n = 0; n < 2; n++) {
      const { status, headers, body } = await as(gptBot);
      expect([status, headers["cache-control"], headers[TDM_HEADER]]).toEqual([403, "no-store", "1"]);
      expect(body.toString()).not.toContain("消息消息");
    }
    expect((await as("Mozilla/5.0 (compatible; Googlebot/2.1)")).status).toBe(200);
    expect((await as("Mozilla/5.0 Chrome/142.0.0.0")).headers[TDM_HEADER]).toBe("1");
    expect((await as(gptBot, "/articles/open")).status).toBe(200);
  });

  it.each([
    ["the date that it gave", { "if-modified-since": CHANGED }, 304],
    ["a later one", { "if-modified-since": "Tue, 24 Nov 2026 06:20:00 GMT" }, 304],
    ["an earlier one", { "if-modified-since": "Mon, 23 Nov 2026 06:19:59 GMT" }, 200],
    ["what is no date", { "if-modified-since": "yesterday" }, 200],
    ["the date, and an ETag that is not its own", { "if-modified-since": CHANGED, "if-none-match": '"other"' }, 200],
    ["an earlier date, and its ETag", { "if-modified-since": "Mon, 23 Nov 2026 06:19:59 GMT", etag: true }, 304],
  ])(
    "that says when it changed answers who has %s",
    async (_, { etag, ...headers }: Record<string, unknown>, status) => {
      const first = await fetchRaw("/feed.xml");
      expect(first.headers["last-modified"]).toBe(CHANGED);
      const known = etag ? { "if-none-match": first.headers.etag! } : {};
      const again = await fetchRaw("/feed.xml", { headers: { ...(headers as Record<string, string>), ...known } });
      expect([again.status, again.body.length > 0]).toEqual([status, status === 200]);
      expect(again.headers).toMatchObject({
        "last-modified": CHANGED,
        etag: first.headers.etag,
        link: first.headers.link,
      });
      expect(asked).toHaveLength(1);
    },
  );

  it("that says no time is sent to who only names a date", async () => {
    await fetchRaw("/a");
    expect((await fetchRaw("/a", { headers: { "if-modified-since": CHANGED } })).status).toBe(200);
  });

  it("is kept also where a feed is missing, until something is made there", async () => {
    for (let n = 0; n < 2; n++) {
      const { status, headers, body } = await fetchRaw("/tag/x/atom.xml");
      expect([status, headers["content-type"], body.toString()]).toEqual([404, "text/plain; charset=utf-8", "没有"]);
    }
    expect(asked).toHaveLength(1);
    store.expireTags(["tag:/tag/x/atom.xml"]);
    await fetchRaw("/tag/x/atom.xml");
    expect(asked).toHaveLength(2);
  });

  it("may be a picture, which is kept byte by byte and packed no further", async () => {
    for (let time = 0; time < 2; time++) {
      const { status, headers, body } = await fetchRaw("/share/site/home-0123456789ab.png", {
        headers: { "accept-encoding": "br, gzip" },
      });
      expect([status, headers["content-type"], headers["content-encoding"]]).toEqual([200, "image/png", undefined]);
      expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
      expect(body).toEqual(PICTURE);
    }
    expect(asked).toHaveLength(1);
  });

  it("has one key however it is percent-encoded", async () => {
    await fetchRaw("/category/%E4%B8%AD%28a%29");
    await fetchRaw("/category/%e4%b8%ad(a)");
    expect(asked.length).toBe(1);
  });

  it("is refused with 400 when it is wrongly encoded", async () => {
    for (const path of ["/a/%E4%B8", "/%", "/a/%00", "/a/%2e%2e/admin", "/%zz"]) {
      const answer = await fetchRaw(path);
      expect([path, answer.status]).toEqual([path, 400]);
      expect(answer.body.toString()).toContain("地址有误");
    }
    expect(asked.length).toBe(0);
  });

  it("redirects a superfluous slash, in one hop and never to another host", async () => {
    expect((await fetchRaw("/a/")).headers.location).toBe("/a");
    expect((await fetchRaw("//evil.test/")).headers.location).toBe("/evil.test");
    const moved = await fetchRaw("/moved/");
    expect([moved.status, moved.headers.location]).toEqual([308, "/new"]);
    expect((await fetchRaw("/none/")).status).toBe(404);
  });

  it("is rendered once for a hundred readers at a time", async () => {
    whileRendering = () => new Promise((done) => setTimeout(done, 100));
    const answers = await Promise.all(Array.from({ length: 100 }, () => fetchRaw("/busy")));
    expect(new Set(answers.map(({ body }) => body.toString())).size).toBe(1);
    expect(asked.length).toBe(1);
  });

  it("is not served from a render that began before an expiry", async () => {
    let release = () => {};
    whileRendering = () => new Promise((done) => (release = done));
    const early = fetchRaw("/a");
    await expect.poll(() => asked.length).toBe(1);
    store.expireTags(["tag:/a"]);
    const late = fetchRaw("/a");
    await new Promise((done) => setTimeout(done, 50));
    whileRendering = () => {};
    release();
    expect((await early).body.toString()).toContain("/a 1 ");
    expect((await late).body.toString()).toContain("/a 2 ");
  });

  it("is finished although the reader who asked first went away", async () => {
    let release = () => {};
    whileRendering = () => new Promise((done) => (release = done));
    const socket = dial(port, "127.0.0.1");
    socket.write("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
    await expect.poll(() => asked.length).toBe(1);
    const second = fetchRaw("/a");
    socket.destroy();
    release();
    expect((await second).status).toBe(200);
    expect(asked.length).toBe(1);
  });

  it("does not keep others waiting for a reader who does not read", async () => {
    const socket = dial(port, "127.0.0.1");
    socket.pause();
    for (let i = 0; i < 200; i++) socket.write("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
    expect((await fetchRaw("/a")).status).toBe(200);
    socket.destroy();
  });
});

describe("an address under which nothing stands", () => {
  it("leads to the first way that leads to a page, at once to its end, until what was looked at changes", async () => {
    ways = { "/none": ["/boom", "/moved", "/a"] };
    const found = await fetchRaw("/none");
    expect([found.status, found.headers.location]).toEqual([308, "/new"]);
    // Looked at, and kept for nobody: who asks for them gets them rendered.
    expect(store.size).toBe(1);
    store.expireTags(["tag:/new?"]);
    ways = {};
    expect((await fetchRaw("/none")).status).toBe(404);
  });

  it("is not asked for where something stands", async () => {
    ways = { "/a": ["/b"] };
    expect((await fetchRaw("/a")).status).toBe(200);
    expect(asked.map(({ url }) => url)).toEqual(["/a"]);
  });
});

describe("while the database is away", () => {
  it("finished pages are sent, others wait, and a failure is told from a fault", async () => {
    await fetchRaw("/a");
    isAway = true;
    expect((await fetchRaw("/a")).status).toBe(200);
    const failed = await fetchRaw("/boom");
    expect([failed.status, failed.headers["retry-after"]]).toEqual([503, "10"]);
    const desk = await fetchRaw("/admin/x", { headers: { accept: "text/html" } });
    expect([desk.status, desk.body.toString()]).toEqual([503, expect.stringContaining("编辑部暂时打不开")]);
    expect((await fetchRaw("/api/x", { method: "POST", body: "x" })).body.toString()).toBe("x");
    isAway = false;
    expect((await fetchRaw("/boom")).status).toBe(500);
  });
});

describe("what an answer cost", () => {
  it("is said where it is wanted", async () => {
    expect((await fetchRaw("/a")).headers["server-timing"]).toBeUndefined();
    expect(timingHeader({ cache: "hit" })).toBe('cache;desc="hit"');
    const timing = { statements: 3, databaseMs: 4.25 };
    expect(timingHeader({ cache: "miss", renderMs: 12.04, timing })).toBe(
      'cache;desc="miss", render;dur=12.0, db;dur=4.3;desc="3 statements"',
    );
  });
});

describe("what Next answers otherwise", () => {
  it("comes through unchanged, but for a failure, which is told in words", async () => {
    const error = await fetchRaw("/boom");
    expect([error.status, error.headers["cache-control"], error.headers["x-from"]]).toEqual([
      500,
      "no-store",
      undefined,
    ]);
    expect(error.body.toString()).toContain("页面出错了");
    expect(store.size).toBe(0);
    const moved = await fetchRaw("/moved");
    expect([moved.status, moved.headers.location]).toEqual([308, "/new"]);
    expect((await fetchRaw("/none")).status).toBe(404);
  });

  it("is not ours for other routes, methods and previews", async () => {
    expect((await fetchRaw("/admin/x?y=1")).headers["set-cookie"]).toEqual(["a=b"]);
    expect(asked.at(-1)?.url).toBe("/admin/x?y=1");
    const big = "消息".repeat(100_000);
    expect((await fetchRaw("/api/x", { method: "POST", body: big })).body.toString()).toBe(big);
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) {
      const refused = await fetchRaw("/articles/a", { method });
      expect([method, refused.status, refused.headers.allow]).toEqual([method, 405, "GET, HEAD"]);
    }
    const preview = await fetchRaw("/articles/a", { headers: { cookie: "x=1; __prerender_bypass=1" } });
    expect(preview.headers["x-from"]).toBe("next");
    expect(store.size).toBe(0);
  });

  it("is told the visitor's address by us, not by the visitor", async () => {
    const headers = { "x-forwarded-for": "1.2.3.4", "x-forwarded-host": "evil.test", [PAGE_KEY_HEADER]: "/a" };
    await fetchRaw("/preview/x", { headers });
    expect(asked[0]?.headers["x-forwarded-for"]).toMatch(/127\.0\.0\.1$/);
    expect(asked[0]?.headers["x-forwarded-host"]).toBe(`127.0.0.1:${port}`);
    expect(asked[0]?.headers[PAGE_KEY_HEADER]).toBeUndefined();
    expect(store.size).toBe(0);
    await fetchRaw("/a", { headers: { ...headers, cookie: "session=1" } });
    expect(asked[1]?.headers["x-forwarded-host"]).toBe("news.test");
    expect(asked[1]?.headers.cookie).toBeUndefined();
  });
});

describe("routeOf", () => {
  it.each([
    ["/", "page"],
    ["/administration", "page"],
    ["/admin", "next"],
    ["/%61dmin/x", "next"],
    ["/search?q=1", "search"],
    ["/search", "search"],
    [`/search?q=${"x".repeat(5000)}`, "search"],
    ["/search/feed.xml?q=1", "search"],
    ["/search/atom.xml", "search"],
    ["/search/x", "next"],
    ["/search/?q=1", "moved"],
    ["/Search.html", "moved"],
    ["/a/", "slash"],
    ["//a", "slash"],
    [`/${"x".repeat(5000)}`, "too-long"],
  ])("%s is %s", (url, kind) => expect(routeOf("GET", url, {}).kind).toBe(kind));
});

describe("a search", () => {
  it("is asked for in one spelling, without the framework, and kept for nobody", async () => {
    const answer = await fetchRaw("/search?utm_source=x&sort=&q=%E8%8C%85+%E5%8F%B0", {
      headers: { cookie: "session=1" },
    });
    expect(answer.status).toBe(200);
    expect(asked.map(({ url }) => url)).toEqual(["/search?q=%E8%8C%85+%E5%8F%B0"]);
    expect(asked[0]?.headers.cookie).toBeUndefined();
    expect(answer.headers["set-cookie"]).toBeUndefined();
    expect(answer.headers["content-security-policy"]).toContain("script-src 'self'");
    expect(store.size).toBe(0);
    await fetchRaw("/search?q=%E8%8C%85+%E5%8F%B0");
    expect(asked).toHaveLength(2);
  });

  it("has a feed that is kept for nobody, and still not sent to who has it", async () => {
    const first = await fetchRaw("/search/feed.xml?q=a&utm_source=x");
    expect([first.headers["content-type"], first.headers["last-modified"]]).toEqual([
      "application/rss+xml; charset=utf-8",
      CHANGED,
    ]);
    expect(asked[0]?.url).toBe("/search/feed.xml?q=a");
    const headers = { "if-modified-since": CHANGED };
    expect((await fetchRaw("/search/feed.xml?q=a", { headers })).status).toBe(304);
    expect([asked.length, store.size]).toEqual([2, 0]);
  });

  it.each([
    ["/search?q=%00%ff&q=b", "/search?q=%00%EF%BF%BD&q=b"],
    [`/search?q=${"%E8%8C%85".repeat(3000)}`, `/search?q=${"%E8%8C%85".repeat(300)}`],
  ])("whatever it says", async (url, asks) => {
    expect((await fetchRaw(url)).status).toBe(200);
    expect(asked.at(-1)?.url).toBe(asks);
  });
});

describe("negotiate", () => {
  it.each([
    [undefined, "identity"],
    ["br", "br"],
    ["gzip;q=1.0, br;q=0.5", "gzip"],
    ["*", "br"],
    ["br;q=0, *", "gzip"],
    ["identity;q=1, gzip;q=0.5", "identity"],
    ["zstd", "identity"],
  ])("%s gives %s", (accept, encoding) => expect(negotiate(accept)).toBe(encoding));
});
