import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fetchForeign, hostPauses } from "./fetch";

const asked: string[] = [];
const answer: RequestListener = (request, response) => {
  const path = request.url ?? "";
  asked.push(path);
  if (path === "/picture") return void response.writeHead(200, { "Content-Type": "image/png" }).end("bytes");
  if (path === "/missing") return void response.writeHead(404).end();
  if (path === "/hang") return;
  if (path === "/drip") return void response.writeHead(200).write("x");
  if (path === "/said-large") return void response.writeHead(200, { "Content-Length": 30_000_000 }).end();
  if (path === "/large") {
    response.writeHead(200);
    const block = Buffer.alloc(1024 * 1024);
    for (let n = 0; n < 22; n++) response.write(block);
    return void response.end();
  }
  const hops = /^\/hops\/(\d)$/.exec(path);
  const location = hops ? (hops[1] === "0" ? "/picture" : `/hops/${Number(hops[1]) - 1}`) : path.slice("/to/".length);
  response.writeHead(302, { Location: hops ? location : decodeURIComponent(location) }).end();
};
const server = createServer(answer);
let base = "";
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const here = { isAllowed: (address: string) => address === "127.0.0.1" };

test("fetches a picture and says where it was in the end", async () => {
  const { bytes, type, url } = await fetchForeign(`${base}/hops/2`, here);
  expect([String(bytes), type, url.pathname]).toEqual(["bytes", "image/png", "/picture"]);
});

test.each([
  ["this machine", () => `${base}/picture`],
  ["this machine by name", () => `${base.replace("127.0.0.1", "localhost")}/picture`],
  ["this machine as one number", () => `${base.replace("127.0.0.1", "2130706433")}/picture`],
  ["this machine in hexadecimal", () => `${base.replace("127.0.0.1", "0x7f.1")}/picture`],
  ["this machine in IPv6", () => `${base.replace("127.0.0.1", "[::1]")}/picture`],
  ["this machine as IPv4 in IPv6", () => `${base.replace("127.0.0.1", "[::ffff:127.0.0.1]")}/picture`],
])("by default refuses %s and asks nothing", async (_what, url) => {
  asked.length = 0;
  await expect(fetchForeign(url())).rejects.toThrow(/not (?:a )?public/);
  expect(asked).toEqual([]);
});

test("a name is checked by what it resolves to, once, and that address is connected to", async () => {
  const seen: string[] = [];
  const isAllowed = (address: string) => seen.push(address) > 0 && address !== "127.0.0.1";
  await expect(fetchForeign(`${base.replace("127.0.0.1", "localhost")}/picture`, { isAllowed })).rejects.toThrow(
    /localhost leads to 127\.0\.0\.1, which is not public/,
  );
  expect(seen).toContain("127.0.0.1");
});

test.each([
  ["a private address", "http://10.0.0.1/x", /10\.0\.0\.1 is not a public address/],
  ["a name of this machine", "http://localhost:1/x", /not public|is not a public address/],
  ["a file", "file:///etc/passwd", /file: is not fetched/],
  ["a password", "http://a:b@127.0.0.1/x", /password/],
])("a redirect to %s is refused", async (_what, target, message) => {
  const isAllowed = (address: string) => address === "127.0.0.1" && !target.includes("localhost");
  const options = target.includes("localhost") ? { isAllowed: allowOnce() } : { isAllowed };
  await expect(fetchForeign(`${base}/to/${encodeURIComponent(target)}`, options)).rejects.toThrow(message);
});

/** Lets the first question through and none after it. */
function allowOnce() {
  let left = 1;
  return () => left-- > 0;
}

test("follows three redirects and not four", async () => {
  expect(String((await fetchForeign(`${base}/hops/2`, here)).bytes)).toBe("bytes");
  await expect(fetchForeign(`${base}/hops/3`, here)).rejects.toThrow("more than 3 redirects");
});

test.each([
  ["/missing", "answered 404"],
  ["/said-large", "larger than 20 MB"],
  ["/large", "larger than 20 MB"],
])("refuses %s: %s", async (path, message) => {
  await expect(fetchForeign(base + path, here)).rejects.toThrow(message);
});

test.each(["/hang", "/drip"])("gives up on %s in time", async (path) => {
  await expect(fetchForeign(base + path, { ...here, timeoutMs: 150 })).rejects.toThrow(/timeout|aborted/i);
});

test("what is no web address is refused", async () => {
  for (const url of ["", "x", "ftp://a/b", "data:image/png;base64,", "javascript:1"]) {
    await expect(fetchForeign(url)).rejects.toMatchObject({ name: "FetchRefused" });
  }
});

test("a host is asked once in the while, another at once", async () => {
  const pause = hostPauses(80);
  const started = Date.now();
  await pause("a");
  await pause("b");
  expect(Date.now() - started).toBeLessThan(75);
  await pause("a");
  expect(Date.now() - started).toBeGreaterThanOrEqual(75);
});
