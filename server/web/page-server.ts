import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { CACHE_CONTROL, cachingOf } from "@/lib/cache/cache-control";
import type { PageEntry } from "@/lib/cache/page-entry";
import type { PageStore } from "@/lib/cache/page-store";
import { log } from "@/lib/log";
import { setForwarded } from "./forwarded";
import type { DatabaseHealth } from "./health";
import type { KeyFile } from "./key-file";
import type { LiveDoor } from "./live";
import { type FindWays, Misses, type Rendered, TooSlow } from "./miss";
import { NewsDoor } from "./my-news";
import type { NextApp } from "./next-app";
import { NOTICES, type Notice, sendNotice } from "./notice";
import { isPacked, packAnswer } from "./packed";
import { pass, sendAway } from "./pass";
import { isRefused, refuse } from "./refusal";
import { relay } from "./relay";
import { routeOf } from "./route-kind";
import { READER_HEADERS, sendEntry } from "./send-entry";
import type { SitemapDoor } from "./sitemaps";
import type { StaticAssets } from "./static-assets";
import { type Cost, sayCost } from "./timing";
import type { ViewCounter } from "./view-counter";

/** Room for a search of ten thousand characters, nine bytes each in an address: it is cut and answered. */
const MAX_HEADER_BYTES = 128 * 1024;
/** A search is kept for nobody. */
const OF_SEARCH = { "Cache-Control": CACHE_CONTROL.search, "CDN-Cache-Control": CACHE_CONTROL.search };

type Options = {
  next: NextApp;
  store: PageStore;
  assets?: StaticAssets;
  /** Says whether a scheduled article's time has come, and publishes it. */
  due?: { isDue: () => boolean; settle: () => Promise<void> };
  /** Hears of every page that was asked for. */
  views?: Pick<ViewCounter, "count">;
  /** Keeps open pages up to date. */
  live?: Pick<LiveDoor, "answer">;
  /** Sends sitemaps that would be too large to be kept. */
  sitemaps?: Pick<SitemapDoor, "answer">;
  /** Whether the database answers. */
  health?: Pick<DatabaseHealth, "answers" | "ask">;
  /** Asked for an address under which nothing stands. */
  findWays?: FindWays;
  /** Whether answers say what they cost. */
  isTimed?: boolean;
  keyFile?: Pick<KeyFile, "answer">;
  siteUrl: string;
  trustedProxies?: number;
};

/** The process' HTTP server: finished pages from the store, everything else by Next. */
export function createPageServer({
  next,
  store,
  assets,
  due,
  views,
  live,
  sitemaps,
  health,
  findWays,
  isTimed = false,
  keyFile,
  siteUrl,
  trustedProxies = 0,
}: Options): Server {
  const site = new URL(siteUrl);
  const misses = new Misses(store, next.socketPath, { host: site.host, proto: site.protocol.slice(0, -1) }, findWays);
  const news = new NewsDoor(misses);

  function sendPage(req: IncomingMessage, res: ServerResponse, key: string, entry: PageEntry, cost: Cost) {
    if (isRefused(req, entry)) return refuse(req, res);
    // A feed is fetched by programs, also where a browser shows it.
    if (!entry.contentType) views?.count(req, key, entry.status);
    if (isTimed) sayCost(res, cost);
    sendEntry(req, res, entry, () => store.measure(key));
  }

  /** @param notice where the database answers and the page was not merely late */
  async function fail(req: IncomingMessage, res: ServerResponse, error: unknown, key: string, notice: Notice) {
    log.error({ err: error, key }, "a page could not be rendered");
    const answers = health ? await health.ask() : true;
    if (!res.destroyed) sendNotice(req, res, answers ? notice : NOTICES.away);
  }

  /** Asks Next; a failure of it is ours to explain, in words and without a script. */
  async function render(key: string, isKept: boolean): Promise<Rendered & { renderMs: number }> {
    const began = performance.now();
    const rendered = await misses.render(key, isKept);
    const status = rendered.response?.status ?? 200;
    if (status >= 500) throw new Error(`Next answered ${status}`);
    return { ...rendered, renderMs: performance.now() - began };
  }

  async function sendMiss(req: IncomingMessage, res: ServerResponse, key: string, slash: boolean) {
    try {
      const had = store.get(key);
      const rendered: Rendered & { renderMs?: number } = had ? { entry: had } : await render(key, true);
      if (res.destroyed) return;
      const { entry, response, timing, renderMs } = rendered;
      if (slash && (entry ?? response).status === 200) {
        res.writeHead(308, { ...READER_HEADERS, ...cachingOf(308), Location: key, "Content-Length": 0 }).end();
      } else if (entry) sendPage(req, res, key, entry, { cache: had ? "hit" : "miss", timing, renderMs });
      else relay(req, res, response);
    } catch (error) {
      await fail(req, res, error, key, error instanceof TooSlow ? NOTICES.busy : NOTICES.fault);
    }
  }

  async function sendSitemap(req: IncomingMessage, res: ServerResponse, part: string, key: string) {
    if (!(await sitemaps?.answer(req, res, part))) await sendMiss(req, res, key, false);
  }

  async function sendSearch(req: IncomingMessage, res: ServerResponse, key: string) {
    try {
      const { entry, response, timing, renderMs } = await render(key, false);
      if (res.destroyed) return;
      if (isTimed) sayCost(res, { cache: "pass", timing, renderMs });
      if (entry) sendEntry(req, res, { ...entry, headers: { ...entry.headers, ...OF_SEARCH } });
      else relay(req, res, response);
    } catch (error) {
      await fail(req, res, error, key, error instanceof TooSlow ? NOTICES.search : NOTICES.fault);
    }
  }

  /** What is read and needs the database says so while it is away; what is sent is left to the command that refuses it. */
  async function passOn(req: IncomingMessage, res: ServerResponse, url: string) {
    setForwarded(req, trustedProxies);
    const isRead = req.method === "GET" || req.method === "HEAD";
    if (health && isRead && !url.startsWith("/_next/") && !(await health.answers())) return sendAway(req, res);
    if (isPacked(url)) packAnswer(req, res);
    pass(req, res, next, isTimed);
  }

  function answer(req: IncomingMessage, res: ServerResponse) {
    const url = req.url ?? "/";
    if (keyFile?.answer(req, res, url)) return;
    const route = routeOf(req.method, url, req.headers);
    if (route.kind === "page") {
      const entry = store.get(route.key);
      if (entry) return sendPage(req, res, route.key, entry, { cache: "hit" });
      if (assets?.send(req, res, url)) return;
      return void sendMiss(req, res, route.key, false);
    }
    if (route.kind === "sitemap") return void sendSitemap(req, res, route.part, route.key);
    if (route.kind === "search") return void sendSearch(req, res, route.key);
    if (route.kind === "news") {
      setForwarded(req, trustedProxies);
      return void news.answer(req, res);
    }
    if (route.kind === "next")
      return void (live?.answer(req, res, url) || assets?.send(req, res, url) || passOn(req, res, url));
    if (route.kind === "slash") return void sendMiss(req, res, route.key, true);
    if (route.kind === "moved") {
      const headers = { ...READER_HEADERS, ...cachingOf(308), Location: route.to, "Content-Length": 0 };
      return void res.writeHead(308, headers).end();
    }
    if (route.kind === "method") return sendNotice(req, res, NOTICES.method);
    return sendNotice(req, res, route.kind === "bad" ? NOTICES.bad : NOTICES.long);
  }

  /** While the database is away nothing becomes due. */
  async function settle(times: NonNullable<Options["due"]>) {
    if (!health || (await health.answers())) await times.settle();
  }

  const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES }, (req, res) => {
    if (due?.isDue()) void settle(due).then(() => answer(req, res));
    else answer(req, res);
  });
  server.on("upgrade", (req, socket, head) => {
    setForwarded(req, trustedProxies);
    if (next.upgrade) next.upgrade(req, socket, head);
    else socket.destroy();
  });
  // Clients that send or read too slowly; what is being sent to them is shared bytes, so the wait costs little.
  server.headersTimeout = 15_000;
  server.requestTimeout = 300_000;
  server.keepAliveTimeout = 65_000;
  server.timeout = 120_000;
  return server;
}
