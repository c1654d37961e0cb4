import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CACHE_CONTROL } from "@/lib/cache/cache-control";
import { FAREWELL_WORKER } from "./farewell-worker";
import { StaticAssets } from "./static-assets";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "finews-assets-"));
  mkdirSync(join(root, "public/islands"), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

async function ask(path: string) {
  const assets = new StaticAssets(root);
  const server = createServer((req, res) => {
    if (!assets.send(req, res, req.url!)) res.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
  const answer = {
    status: response.status,
    keeping: response.headers.get("cache-control"),
    text: await response.text(),
  };
  server.close().closeAllConnections();
  return answer;
}

describe("StaticAssets", () => {
  it("sends the service worker of the build, to be asked for anew each time", async () => {
    writeFileSync(join(root, "public/sw.js"), "work()");
    expect(await ask("/sw.js")).toEqual({ status: 200, keeping: "no-cache", text: "work()" });
  });

  it("sends one that says farewell where the build has none", async () => {
    expect(await ask("/sw.js")).toEqual({ status: 200, keeping: "no-cache", text: FAREWELL_WORKER });
  });

  it("lets what carries its hash in its name be kept for ever, and nothing else", async () => {
    writeFileSync(join(root, "public/islands/live-ABCD1234.js"), "x");
    writeFileSync(join(root, "public/icon.svg"), "<svg/>");
    expect((await ask("/islands/live-ABCD1234.js")).keeping).toContain("immutable");
    expect((await ask("/icon.svg")).keeping).toBe(CACHE_CONTROL.file);
    expect((await ask("/none.js")).status).toBe(404);
  });
});
