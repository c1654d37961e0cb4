import { expect, test } from "vitest";
import type { ActRow } from "@/lib/corrections/queries";
import { faultsOf } from "@/lib/testing/feeds/validator";
import { itemOfAct } from "./acts-feed";
import { writeAtom } from "./atom";
import { makeDocument } from "./document";
import { writeRss } from "./rss";
import { ACTS_SOURCE } from "./standing";
import type { FeedFormat } from "./types";

const at = new Date("2026-11-25T08:00:00Z");
const article = { articleId: "2", slug: "甲", title: 'A<b> & "c"', categoryName: "媒体", categorySlug: "meiti", at };
const acts: ActRow[] = [
  { ...article, act: "correction", id: "1", kind: "facts", note: "]]> \u0000<script>", reason: "&" },
  { ...article, act: "withdrawal", id: "2", reason: "" },
  { ...{ act: "takedown", id: "3", articleId: "4", at, number: 7 }, requester: "法院", reason: "侵权", basis: "某号" },
];
const around = { siteUrl: "https://news.test", siteName: "新闻 & 报", hub: null };
const items = acts.map((act) => itemOfAct(act, around.siteName));
const document = (format: FeedFormat) =>
  makeDocument(ACTS_SOURCE, { format }, around, { next: null }, { items, gone: [] });

test("each act says what it was, in words that break nothing", async () => {
  const xml = writeRss(document("rss"));
  expect(await faultsOf("rss", xml, "https://news.test/corrections/feed.xml")).toEqual([]);
  expect(xml).toContain("<title>更正与撤稿 - 新闻 &#38; 报</title>");
  expect(xml).toContain("<title>事实更正：A&#60;b&#62; &#38; &#34;c&#34;</title>");
  expect(xml).toContain("<description>]]&#62; &#60;script&#62;原因：&#38;</description>");
  expect(xml).toContain("<description>原因：未说明</description>");
  expect(xml).toContain("<description>要求方：法院；原因：侵权；依据：某号</description>");
  expect(xml).toContain("<pubDate>Wed, 25 Nov 2026 08:00:00 GMT</pubDate>");
});

test("and has an id of its own, which is not the article's", async () => {
  const xml = writeAtom(document("atom"));
  expect(await faultsOf("atom", xml, "https://news.test/corrections/atom.xml")).toEqual([]);
  expect(writeAtom(document("atom"))).toBe(xml);
});
