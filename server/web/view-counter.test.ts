import type { IncomingHttpHeaders } from "node:http";
import { expect, test } from "vitest";
import { siteViews } from "@/lib/db/schema";
import { testDb } from "@/lib/testing/db";
import { isView, ViewCounter } from "./view-counter";

const CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";
const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50";
const database = testDb();

test.each<[string, boolean, IncomingHttpHeaders, string?]>([
  ["a browser", true, { "user-agent": CHROME, "sec-fetch-dest": "document" }],
  ["one that says nothing of what it is for", true, { "user-agent": IPHONE }],
  ["one that asks whether its copy is fresh", true, { "user-agent": CHROME, "if-none-match": '"x"' }],
  [
    "a page fetched ahead by our own rules",
    true,
    { "user-agent": CHROME, "sec-purpose": "prefetch", "sec-fetch-site": "same-origin" },
  ],
  [
    "one fetched ahead for another site",
    false,
    { "user-agent": CHROME, "sec-purpose": "prefetch;anonymous-client-ip", "sec-fetch-site": "cross-site" },
  ],
  ["an older sign of the same", false, { "user-agent": CHROME, purpose: "prefetch" }],
  ["something in a frame or by script", false, { "user-agent": CHROME, "sec-fetch-dest": "empty" }],
  ["a question for the head only", false, { "user-agent": CHROME }, "HEAD"],
  ["nobody", false, {}],
  [
    "Baidu",
    false,
    { "user-agent": "Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)" },
  ],
  [
    "ByteDance",
    false,
    {
      "user-agent":
        "Mozilla/5.0 (Linux; Android 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Mobile Safari/537.36 (compatible; Bytespider; spider-feedback@bytedance.com)",
    },
  ],
  ["Sogou", false, { "user-agent": "Sogou web spider/4.0(+http://www.sogou.com/docs/help/webmasters.htm#07)" }],
  [
    "Google",
    false,
    {
      "user-agent":
        "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; Googlebot/2.1; +http://www.google.com/bot.html) Chrome/142.0.0.0 Safari/537.36",
    },
  ],
  ["a program", false, { "user-agent": "curl/8.5.0" }],
  ["a browser without a person", false, { "user-agent": CHROME.replace("Chrome", "HeadlessChrome") }],
])("%s: %s", (_who, counts, headers, method = "GET") => {
  expect(isView({ method, headers })).toBe(counts);
});

test("what could not be written is written with the next batch", async () => {
  const request = { method: "GET", headers: { "user-agent": CHROME } } as never;
  const views = new ViewCounter(database.db, 1_000_000);
  await database.sql`alter table site_views rename to elsewhere`;
  views.count(request, "/", 200);
  views.count(request, "/live", 200);
  await views.write();
  await database.sql`alter table elsewhere rename to site_views`;
  views.count(request, "/", 200);
  await views.close();
  expect((await database.db.select().from(siteViews)).map(({ views }) => views)).toEqual([3]);
});
