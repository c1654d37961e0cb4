import { afterEach, describe, expect, test } from "vitest";
import { readEnv } from "@/lib/env";
import { baiduPush } from "@/lib/pushes/baidu";
import { indexNow } from "@/lib/pushes/indexnow";
import { configuredPeers } from "@/lib/pushes/peers";
import { websubHub } from "@/lib/pushes/websub";
import { startPushPeer } from "@/lib/testing/push-peer";

type Fake = Awaited<ReturnType<typeof startPushPeer>>;
const siteUrl = "https://news.example.com";
const [one, two] = [`${siteUrl}/articles/1`, `${siteUrl}/articles/%E4%BA%8C`];

let fake: Fake;
const answering = async (...say: Parameters<typeof startPushPeer>) => {
  fake = await startPushPeer(...say);
  return fake;
};
afterEach(() => fake.close());

describe("a hub", () => {
  test("hears of all feeds in one request", async () => {
    const { url, heard } = await answering(() => ({ status: 204 }));
    expect(await websubHub(url).tell([one, two])).toMatchObject({ outcome: "told", answer: "204" });
    expect(heard).toMatchObject([{ method: "POST", type: "application/x-www-form-urlencoded" }]);
    expect([...new URLSearchParams(heard[0]!.body)]).toEqual([
      ["hub.mode", "publish"],
      ["hub.url", one],
      ["hub.url", two],
    ]);
  });

  test("that takes one address a request is given one from then on", async () => {
    const { url } = await answering(({ body }) =>
      body.split("hub.url").length > 2 ? { status: 400, body: "one hub.url only" } : { status: 202 },
    );
    const hub = websubHub(url);
    expect(hub.batch).toBe(100);
    expect(await hub.tell([one, two])).toMatchObject({
      outcome: "later",
      smaller: true,
      answer: "400 one hub.url only",
    });
    expect(hub.batch).toBe(1);
    expect(await hub.tell([one])).toMatchObject({ outcome: "told" });
  });

  test("that does not know a feed has refused it", async () => {
    const { url } = await answering(() => ({ status: 404, body: "<h1>No such\n topic</h1>" }));
    expect(await websubHub(url).tell([one])).toEqual({ outcome: "refused", answer: "404 No such topic", forUs: false });
  });
});

describe("IndexNow", () => {
  const peer = (url: string, patience?: number) =>
    indexNow({ endpoint: `${url}indexnow`, key: "abcdef-0123", siteUrl }, patience);

  test.each([200, 202])("is told with the key and where it stands; %d is a yes", async (status) => {
    const { url, heard } = await answering(() => ({ status }));
    expect(await peer(url).tell([one, two])).toEqual({ outcome: "told", answer: `${status}` });
    expect(heard[0]).toMatchObject({ method: "POST", type: "application/json; charset=utf-8" });
    expect(heard[0]!.url.pathname).toBe("/indexnow");
    expect(JSON.parse(heard[0]!.body)).toEqual({
      host: "news.example.com",
      key: "abcdef-0123",
      keyLocation: `${siteUrl}/abcdef-0123.txt`,
      urlList: [one, two],
    });
  });

  test.each([
    [429, { "Retry-After": "120" }, { outcome: "later", pauseMs: 120_000 }],
    [429, {}, { outcome: "later", pauseMs: null }],
    [503, { "Retry-After": "999999999" }, { outcome: "later", pauseMs: 86_400_000 }],
    [503, { "Retry-After": "soon" }, { outcome: "later", pauseMs: null }],
    [500, {}, { outcome: "later", pauseMs: null }],
    [400, {}, { outcome: "refused", forUs: false }],
    [403, {}, { outcome: "refused", forUs: true }],
    [422, {}, { outcome: "refused", forUs: false }],
    [301, { Location: "https://elsewhere.example/" }, { outcome: "refused", forUs: false }],
  ])("that says %d %o", async (status, headers: Record<string, string>, expected) => {
    const { url } = await answering(() => ({ status, headers, body: "why" }));
    expect(await peer(url).tell([one])).toEqual({ answer: `${status} why`, ...expected });
  });

  test("that names a date is left alone until then", async () => {
    const until = new Date(Date.now() + 600_000);
    const { url } = await answering(() => ({ status: 429, headers: { "Retry-After": until.toUTCString() } }));
    const verdict = await peer(url).tell([one]);
    expect(verdict).toMatchObject({ outcome: "later" });
    const { pauseMs } = verdict as { pauseMs: number };
    // The date has no parts of a second.
    expect(Math.abs(Date.now() + pauseMs - until.getTime())).toBeLessThan(30_000);
  });

  test("that does not answer, or is not there, is asked again later", async () => {
    const { url } = await answering(() => null);
    expect(await peer(url, 50).tell([one])).toMatchObject({
      outcome: "later",
      answer: "0.05 秒内没有答复",
      pauseMs: null,
    });
    await fake.close();
    expect(await peer(url).tell([one])).toMatchObject({ outcome: "later", answer: "连不上：ECONNREFUSED" });
  });

  test("that never stops talking is not listened to for ever", async () => {
    const { url } = await answering(() => ({ status: 400, body: "x".repeat(5_000_000) }));
    const { answer } = await peer(url).tell([one]);
    expect(answer).toHaveLength(300);
  });
});

describe("Baidu", () => {
  const peer = (url: string) => baiduPush({ endpoint: `${url}urls`, token: "edk7ychrEZP9pDQD", siteUrl });
  const says = (body: object, status = 200) => answering(() => ({ status, body: JSON.stringify(body) }));

  test("is told line by line, and says what it did not take and how many more it does", async () => {
    const { url, heard } = await says({ remain: 98, success: 1, not_same_site: [], not_valid: [two] });
    const verdict = await peer(url).tell([one, two]);
    expect(verdict).toMatchObject({ outcome: "told", quotaLeft: 98 });
    expect([...(verdict as { refused: Map<string, string> }).refused]).toEqual([
      [two, expect.stringMatching(/not_valid/)],
    ]);
    expect(heard[0]).toMatchObject({ type: "text/plain", body: `${one}\n${two}` });
    expect(Object.fromEntries(heard[0]!.url.searchParams)).toEqual({ site: siteUrl, token: "edk7ychrEZP9pDQD" });
  });

  test.each([
    [{ error: 400, message: "over quota" }, 400, "tomorrow"],
    [{ error: 400, message: "site error" }, 400, "refused"],
    [{ error: 401, message: "token is not valid" }, 401, "refused"],
    [{ error: 500, message: "internal error" }, 500, "later"],
    // A proxy that answers in its place.
    [{ hello: "world" }, 200, "later"],
  ])("that says %o", async (body, status, outcome) => {
    const { url } = await says(body, status);
    expect(await peer(url).tell([one])).toMatchObject({ outcome });
  });
});

test("nobody is told where nothing is set", async () => {
  await answering();
  const of = (set: Record<string, string>) =>
    configuredPeers(readEnv(set as unknown as NodeJS.ProcessEnv)).map(({ channel }) => channel);
  expect(of({})).toEqual([]);
  expect(of({ WEBSUB_HUB: "https://hub.example.com/", BAIDU_PUSH_TOKEN: "edk7ychrEZP9pDQD" })).toEqual([
    "websub",
    "baidu",
  ]);
  expect(of({ INDEXNOW_KEY: "abcdef-0123" })).toEqual(["indexnow"]);
});
