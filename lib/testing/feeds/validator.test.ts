import { expect, test } from "vitest";
import { faultsOf, malformed } from "./validator";

const SELF = "https://news.test/feed.xml";
const item = `<item><title>a</title><link>https://news.test/a</link><guid isPermaLink="false">1</guid><pubDate>Mon, 23 Nov 2026 06:20:00 GMT</pubDate><description>b</description></item>`;
const rss = (items: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>t</title><link>https://news.test/</link><description>d</description><language>zh-CN</language><atom:link rel="self" href="${SELF}" type="application/rss+xml"/>${items}</channel></rss>`;

test("a valid feed has no fault", async () => expect(await faultsOf("rss", rss(item), SELF)).toEqual([]));

test.each([
  ["a guid twice", item + item, "ids are there once"],
  ["a relative link", item.replace("https://news.test/a", "/a"), "addresses are whole"],
  ["two digits of a year", item.replace("Nov 2026", "Nov 26"), "dates are RFC 822"],
  ["no date", item.replace(/<pubDate>.*<\/pubDate>/, ""), "an item has one title"],
  [
    "an enclosure without length",
    item.replace("</item>", '<enclosure url="https://news.test/x" type="image/webp"/></item>'),
    "an enclosure has",
  ],
  [
    "a relative picture",
    item.replace("</item>", "<content:encoded>&#60;img src=&#34;/x&#34;&#62;</content:encoded></item>"),
    "texts refer to",
  ],
])("%s is found", async (_, items, says) => {
  const faults = await faultsOf("rss", rss(items), SELF);
  expect(
    faults.some((fault) => fault.startsWith(says)),
    String(faults),
  ).toBe(true);
});

test("another address of its own is found, and what is not XML", async () => {
  expect((await faultsOf("rss", rss(item), "https://news.test/x")).join()).toContain("its own address");
  for (const text of ["\u0001", "&nbsp;", "]]>", "<b>"])
    expect(await malformed(rss(item.replace(">b<", `>${text}<`))), JSON.stringify(text)).not.toEqual([]);
});
