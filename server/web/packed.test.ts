import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isPacked, packAnswer } from "./packed";

const LONG = JSON.stringify({ text: "长协".repeat(900) });
let origin = "";
const server = createServer((req, res) => {
  packAnswer(req, res);
  if (req.url === "/none") return void res.writeHead(304).end();
  res.setHeader("Content-Type", "application/json");
  res.setHeader("Vary", "Authorization");
  // As Next does it: headers first, then piece by piece.
  res.flushHeaders();
  const text = req.url === "/short" ? "{}" : LONG;
  if (req.method !== "HEAD") for (const part of [text.slice(0, 7), text.slice(7)]) res.write(Buffer.from(part));
  res.end();
});

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

test.each([
  ["br, gzip", "br"],
  ["gzip", "gzip"],
  ["identity", null],
  ["gzip;q=0", null],
])("who accepts %s gets the whole answer as %s", async (accepts, encoding) => {
  const response = await fetch(origin, { headers: { "accept-encoding": accepts } });
  expect(response.headers.get("content-encoding")).toBe(encoding);
  expect(response.headers.get("vary")).toBe("Authorization, Accept-Encoding");
  expect(Number(response.headers.get("content-length"))).toSatisfy((length: number) =>
    encoding ? length < 500 : length === Buffer.byteLength(LONG),
  );
  expect(await response.text()).toBe(LONG);
});

test("what is short, and what has no body, stays as it is", async () => {
  const headers = { "accept-encoding": "gzip" };
  const short = await fetch(`${origin}/short`, { headers });
  expect([short.headers.get("content-encoding"), await short.text()]).toEqual([null, "{}"]);
  const head = await fetch(origin, { method: "HEAD", headers });
  expect([head.headers.get("content-encoding"), await head.text()]).toEqual([null, ""]);
  expect((await fetch(`${origin}/none`, { headers })).status).toBe(304);
});

test.each([
  ["/api/v1/articles?limit=1", true],
  ["/api/v1?x", true],
  ["/api/v10", false],
  ["/api/admin/palette", false],
])("%s: %s", (url, packs) => expect(isPacked(url)).toBe(packs));
