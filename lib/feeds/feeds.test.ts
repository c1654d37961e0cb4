import { expect, test } from "vitest";
import { writeJsonFeed } from "./json-feed";
import { writeRss } from "./rss";

const channel = {
  ...{ title: "宁德时代 & 电池", description: "最新", path: "/stock/SZ300750", feedPath: "/stock/SZ300750/feed.xml" },
  siteUrl: "https://news.test",
};
const item = {
  ...{ id: "article:1", title: '“长协”<b>&amp;"价"', path: "/articles/%E9%94%82", at: "2026-11-23T06:20:00.000Z" },
  ...{ text: "第一段\u0001，A&B", outlet: "甲 & 乙报" },
};

test("RSS escapes what stands in names and texts, and leaves out what XML cannot hold", () => {
  const xml = writeRss(channel, [item]);
  expect(xml).toContain("<title>宁德时代 &#38; 电池</title>");
  expect(xml).toContain("<title>“长协”&#60;b&#62;&#38;amp;&#34;价&#34;</title>");
  expect(xml).toContain("<link>https://news.test/articles/%E9%94%82</link>");
  expect(xml).toContain("<pubDate>Mon, 23 Nov 2026 06:20:00 GMT</pubDate>");
  expect(xml).toContain("<dc:creator>甲 &#38; 乙报</dc:creator>");
  expect(xml).toContain("<description>第一段，A&#38;B</description>");
});

test("JSON Feed names the page, itself, and of each item its text or at least its title", () => {
  const feed = JSON.parse(writeJsonFeed(channel, [item, { ...item, id: "article:2", text: "", outlet: undefined }]));
  expect(feed).toMatchObject({
    version: "https://jsonfeed.org/version/1.1",
    home_page_url: "https://news.test/stock/SZ300750",
    feed_url: "https://news.test/stock/SZ300750/feed.xml",
  });
  expect(feed.items[0]).toEqual({
    ...{ id: "article:1", url: "https://news.test/articles/%E9%94%82", title: item.title, content_text: item.text },
    ...{ date_published: "2026-11-23T14:20:00+08:00", authors: [{ name: "甲 & 乙报" }] },
  });
  expect(feed.items[1]).toMatchObject({ content_text: item.title });
  expect(feed.items[1]).not.toHaveProperty("authors");
});
