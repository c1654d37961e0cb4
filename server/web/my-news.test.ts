import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { PageStore } from "@/lib/cache/page-store";
import { askedOfPage } from "@/lib/cache/tag-page";
import { log } from "@/lib/log";
import { onSocket } from "./next-app";
import { createPageServer } from "./page-server";

let store: PageStore;
let server: Server;
let address: string;
let closeSocket: () => Promise<void>;
/** The addresses that the stand-in for Next was asked for. */
let urls: string[];
let status: number;

beforeEach(async () => {
  urls = [];
  status = 200;
  store = new PageStore({ maxBytes: 1e6, onFault: (key, error) => log.error({ key, error }, "fault") });
  const handle = (req: IncomingMessage, res: ServerResponse) => {
    urls.push(`${req.method} ${req.url} ${JSON.stringify(req.headers)}`);
    const asked = JSON.stringify(askedOfPage() ?? "nothing");
    res
      .writeHead(status, { "content-type": "text/html" })
      .end(`<!DOCTYPE html><html><body><main class="a"><p>${asked}</p></main></body></html>`);
  };
  const { socketPath, close } = await onSocket(handle, (key) => store.notesOf(key));
  closeSocket = close;
  server = createPageServer({ next: { handle, socketPath, close }, store, siteUrl: "https://news.test" });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/my/news`;
});
afterEach(async () => {
  vi.restoreAllMocks();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await closeSocket();
});

const ask = (body: unknown) =>
  fetch(address, { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body) });
const follows = ["/stock/SH600519", "/category/jia"];

describe("the news of what is followed", () => {
  it("is the inside of the page that is made for this list alone", async () => {
    const answers = await Promise.all([ask({ follows }), ask({ follows: ["/stock/SZ000001"] }), ask({ follows })]);
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(texts[0]).toBe(`<p>${JSON.stringify({ follows })}</p>`);
    expect(texts[1]).toContain("SZ000001");
    expect(texts[2]).toBe(texts[0]);
    for (const { status, headers } of answers) {
      expect([status, headers.get("cache-control"), headers.get("set-cookie")]).toEqual([200, "no-store", null]);
      expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
    }
  });

  it("is kept nowhere, and the list is in no address and no header", async () => {
    await ask({ follows });
    expect(store.size).toBe(0);
    expect(urls).toHaveLength(1);
    expect(urls[0]).toMatch(/^GET \/my\/news\?\d+ /);
    expect(urls[0]).not.toMatch(/600519|jia/);
  });

  it("says so when it cannot be made, and the log does not say for what", async () => {
    const logged = vi.spyOn(log, "error").mockImplementation(() => {});
    status = 500;
    const answer = await ask({ follows });
    expect([answer.status, await answer.text()]).toEqual([502, "暂时取不到自选的消息，请稍后再试。"]);
    await closeSocket();
    expect((await ask({ follows })).status).toBe(502);
    expect(logged).toHaveBeenCalledOnce();
    expect(JSON.stringify(logged.mock.calls)).not.toMatch(/600519|jia/);
  });
});

describe("refuses", () => {
  it.each([
    ["no list", "", 400, "缺少名单"],
    ["what is no JSON", "{", 400, "。"],
    ["a foreign address", { follows: ["//evil.test/stock/SH600519"] }, 400, "不是证券页或媒体页"],
    ["too many", { follows: Array.from({ length: 101 }, (_, n) => `/stock/SH${600000 + n}`) }, 400, "最多关注 100 个"],
    ["too much", "x".repeat(49 * 1024), 413, "名单太长了"],
  ])("%s in words, and asks for no page", async (_what, body, expected, words) => {
    const answer = await ask(body);
    expect([answer.status, await answer.text()]).toEqual([expected, expect.stringContaining(words)]);
    expect(urls).toEqual([]);
  });

  it("a network that asks without end, until the next minute", async () => {
    const clock = vi.spyOn(Date, "now").mockReturnValue(Date.parse("2026-11-25T10:00:00Z"));
    for (let n = 0; n < 120; n++) expect((await ask({ follows: [] })).status).toBe(200);
    const refused = await ask({ follows: [] });
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "60"]);
    clock.mockReturnValue(Date.parse("2026-11-25T10:01:00Z"));
    expect((await ask({ follows: [] })).status).toBe(200);
  });
});

it("asked for by its address alone it is a page like any other", async () => {
  const answer = await fetch(`${address}?follows=/stock/SH600519`);
  expect(await answer.text()).toContain('"nothing"');
  expect(urls[0]).toMatch(/^GET \/my\/news \{/);
});
