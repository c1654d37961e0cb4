import { request } from "node:http";
import { CACHE_CONTROL, cachingOf } from "../../lib/cache/cache-control";
import { expect, type Portal, test } from "../fixtures";

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; bytes: number };

/** As it comes, without what a browser's `fetch` unpacks and hides. */
const ask = ({ url }: Portal, path: string, method = "GET", headers: Record<string, string> = {}) =>
  new Promise<Answer>((resolve, reject) => {
    const outgoing = request(url + path, { method, headers }, (incoming) => {
      let bytes = 0;
      incoming.on("data", (chunk: Buffer) => (bytes += chunk.length));
      incoming.once("end", () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, bytes }));
    });
    outgoing.once("error", reject).end();
  });

const PAGE = cachingOf(200)["Cache-Control"]!;

/** Each kind of address: what it answers, who may keep it, where it leads. */
const ROWS: [what: string, path: string, status: number, keeping: string, to?: string][] = [
  ["the front page", "/", 200, PAGE],
  ["a list", "/category/dongancaijing", 200, PAGE],
  ["flashes", "/live", 200, PAGE],
  ["the archive", "/archive", 200, PAGE],
  ["a feed", "/corrections/feed.xml", 200, PAGE],
  ["nothing", "/gibt-es-nicht", 404, CACHE_CONTROL.missing],
  ["an old spelling", "/Live/index.html", 308, PAGE, "/live"],
  ["an old outlet page", "/category/DONGANCAIJING.html", 308, PAGE, "/category/dongancaijing"],
  ["a slash too many", "/live/", 308, PAGE, "/live"],
  ["a search", "/search?q=a", 200, CACHE_CONTROL.search],
  ["a search spelled otherwise", "/Search/?q=a", 308, PAGE, "/search?q=a"],
  ["a file", "/icons/seal.svg", 200, CACHE_CONTROL.file],
  ["a worker", "/sw.js", 200, CACHE_CONTROL.fresh],
  ["the manifest", "/manifest.webmanifest", 200, CACHE_CONTROL.fresh],
  ["a code", "/api/qr/a", 200, CACHE_CONTROL.derived],
  ["a picture that is not there", "/media/01939f0e-0000-7000-8000-000000000000/original", 404, CACHE_CONTROL.never],
  ["what flashes there are", "/api/live/news", 200, CACHE_CONTROL.fresh],
  ["the door", "/sign-in", 200, CACHE_CONTROL.desk],
  ["the newsroom", "/admin", 307, CACHE_CONTROL.desk, "/sign-in?next=%2Fadmin"],
  ["a script of the newsroom", "/api/admin/outlets", 401, CACHE_CONTROL.desk],
  ["a broken spelling", "/a/%E4%B8", 400, CACHE_CONTROL.never],
];

test("each kind of address has its status and says who may keep it; HEAD says the same without a body", async ({
  portal,
}) => {
  for (const [what, path, status, keeping, to] of ROWS) {
    const { headers, ...got } = await ask(portal, path);
    expect([what, got.status, headers["cache-control"], headers.location]).toEqual([what, status, keeping, to]);
    if (!/^\/(?:admin|sign-in|api)/.test(path)) {
      expect([what, headers.vary ?? "Accept-Encoding"]).toEqual([what, "Accept-Encoding"]);
      expect([what, headers["set-cookie"]]).toEqual([what, undefined]);
    }
    // What is polled is asked for by GET.
    if (path === "/api/live/news") continue;
    const head = await ask(portal, path, "HEAD");
    expect([what, head.status, head.bytes]).toEqual([what, status, 0]);
    expect([what, head.headers["cache-control"], head.headers.location]).toEqual([what, keeping, to]);
    // A search is made anew for each who asks.
    if (keeping === CACHE_CONTROL.search) continue;
    if (headers.etag) expect([what, head.headers.etag]).toEqual([what, headers.etag]);
    if (headers["content-length"] && !path.startsWith("/api"))
      expect([what, head.headers["content-length"]]).toEqual([what, headers["content-length"]]);
  }
});

test("a page that is known is not sent again; one that is missing is", async ({ portal }) => {
  for (const [path, again] of [
    ["/live", 304],
    ["/corrections/feed.xml", 304],
    ["/icons/seal.svg", 304],
    ["/gibt-es-nicht", 404],
  ] as const) {
    const { headers } = await ask(portal, path);
    const known = await ask(portal, path, "GET", { "if-none-match": String(headers.etag) });
    expect([path, known.status]).toEqual([path, again]);
    expect(known.headers["cache-control"]).toBe(headers["cache-control"]);
  }
});

test("a reader page is only read", async ({ portal }) => {
  for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
    const { status, headers } = await ask(portal, "/live", method);
    expect([method, status, headers.allow]).toEqual([method, 405, "GET, HEAD"]);
  }
});
