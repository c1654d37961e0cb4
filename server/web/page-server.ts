import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { makeBody, type PageEntry } from "@/lib/cache/page-entry";
import type { PageStore } from "@/lib/cache/page-store";
import { type PageNotes, withNotes } from "@/lib/cache/tag-page";
import { log } from "@/lib/log";
import { setForwarded } from "./forwarded";
import type { LiveDoor } from "./live";
import { Misses, type Rendered } from "./miss";
import { NewsDoor } from "./my-news";
import type { NextApp } from "./next-app";
import { isPacked, packAnswer } from "./packed";
import { routeOf } from "./route-kind";
import { makeReply, READER_HEADERS, sendEntry, sendReply } from "./send-entry";
import type { StaticAssets } from "./static-assets";
import type { ViewCounter } from "./view-counter";

/** Room for a search of ten thousand characters, nine bytes each in an address: it is cut and answered. */
const MAX_HEADER_BYTES = 128 * 1024;
const HOP_BY_HOP = new Set(["connection", "keep-alive", "transfer-encoding", "content-length", "date"]);

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
  siteUrl: string;
  trustedProxies?: number;
};

function sendNotice(req: IncomingMessage, res: ServerResponse, status: number, title: string, text: string) {
  const html = `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head><body><main><h1>${title}</h1><p>${text}</p><p><a href="/">回到首页</a></p></main></body></html>`;
  const headers = { "Content-Type": "text/html; charset=utf-8", ...READER_HEADERS, "Cache-Control": "no-store" };
  sendReply(req, res, makeReply(status, headers, makeBody(Buffer.from(html))));
}

/** Sends what Next answered, as it is. */
function relay(
  req: IncomingMessage,
  res: ServerResponse,
  { status, headers, body }: NonNullable<Rendered["response"]>,
) {
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !HOP_BY_HOP.has(name)) res.setHeader(name, value);
  }
  res.writeHead(status, { "Content-Length": body.length }).end(req.method === "HEAD" ? undefined : body);
}

/** The process' HTTP server: finished pages from the store, everything else by Next. */
export function createPageServer({
  next,
  store,
  assets,
  due,
  views,
  live,
  siteUrl,
  trustedProxies = 0,
}: Options): Server {
  const site = new URL(siteUrl);
  const misses = new Misses(store, next.socketPath, { host: site.host, proto: site.protocol.slice(0, -1) });
  const news = new NewsDoor(misses);

  function sendPage(req: IncomingMessage, res: ServerResponse, key: string, entry: PageEntry) {
    // A feed is fetched by programs, also where a browser shows it.
    if (!entry.contentType) views?.count(req, key, entry.status);
    sendEntry(req, res, entry, () => store.measure(key));
  }

  function send(req: IncomingMessage, res: ServerResponse, key: string, rendered: Rendered) {
    if (rendered.entry) sendPage(req, res, key, rendered.entry);
    else relay(req, res, rendered.response);
  }

  async function sendMiss(req: IncomingMessage, res: ServerResponse, key: string, slash: boolean) {
    try {
      const had = store.get(key);
      const rendered: Rendered = had ? { entry: had } : await misses.render(key);
      if (res.destroyed) return;
      const status = rendered.entry?.status ?? rendered.response?.status;
      if (slash && status === 200) {
        res.writeHead(308, { ...READER_HEADERS, Location: key, "Content-Length": 0 }).end();
      } else send(req, res, key, rendered);
    } catch (error) {
      log.error({ error, key }, "a page could not be rendered");
      if (!res.headersSent) sendNotice(req, res, 502, "暂时无法显示", "页面暂时无法生成，请稍后再试。");
      else res.destroy();
    }
  }

  async function sendSearch(req: IncomingMessage, res: ServerResponse, key: string) {
    try {
      const rendered = await misses.render(key, false);
      if (res.destroyed) return;
      if (rendered.entry) sendEntry(req, res, rendered.entry);
      else relay(req, res, rendered.response);
    } catch (error) {
      log.error({ error, key }, "a search could not be answered");
      if (!res.headersSent)
        sendNotice(req, res, 502, "暂时不能搜索", "搜索没有在时限内答复，请稍后再试，或少写一个词。");
      else res.destroy();
    }
  }

  function pass(req: IncomingMessage, res: ServerResponse) {
    setForwarded(req, trustedProxies);
    if (isPacked(req.url ?? "")) packAnswer(req, res);
    // A page that is not ours to keep, such as a preview, may also say that nothing is there.
    const notes: PageNotes = { tags: new Set() };
    const writeHead = res.writeHead.bind(res) as (status: number, ...rest: unknown[]) => ServerResponse;
    res.writeHead = (status: number, ...rest: unknown[]) => writeHead(notes.status ?? status, ...rest);
    Promise.resolve(withNotes(notes, () => next.handle(req, res))).catch((error) => {
      log.error({ error, url: req.url }, "Next failed");
      if (!res.headersSent) sendNotice(req, res, 500, "出错了", "服务器出错，请稍后再试。");
      else res.destroy();
    });
  }

  function answer(req: IncomingMessage, res: ServerResponse) {
    const url = req.url ?? "/";
    const route = routeOf(req.method, url, req.headers);
    if (route.kind === "page") {
      const entry = store.get(route.key);
      if (entry) return sendPage(req, res, route.key, entry);
      if (assets?.send(req, res, url)) return;
      return void sendMiss(req, res, route.key, false);
    }
    if (route.kind === "search") return void sendSearch(req, res, route.key);
    if (route.kind === "news") {
      setForwarded(req, trustedProxies);
      return void news.answer(req, res);
    }
    if (route.kind === "next")
      return void (live?.answer(req, res, url) || assets?.send(req, res, url) || pass(req, res));
    if (route.kind === "slash") return void sendMiss(req, res, route.key, true);
    if (route.kind === "bad") return sendNotice(req, res, 400, "地址有误", "这个地址的写法不正确。");
    return sendNotice(req, res, 414, "地址过长", "这个地址太长了。");
  }

  const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES }, (req, res) => {
    if (due?.isDue()) void due.settle().then(() => answer(req, res));
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
