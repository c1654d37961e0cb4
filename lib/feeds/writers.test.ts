import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readEverywhere } from "@/lib/testing/feeds/read-feed";
import { faultsOf, malformed } from "@/lib/testing/feeds/validator";
import { writeAtom } from "./atom";
import { absoluteHtml, fileOf, firstPictureIn } from "./content";
import { writeJsonFeed } from "./json-feed";
import { writeRss } from "./rss";
import { FEED_FILES, FEED_FORMATS, type Feed, type FeedFormat, type FeedItem } from "./types";

const WRITERS = { rss: writeRss, atom: writeAtom, json: writeJsonFeed };

const itemOf = (set: Partial<FeedItem> = {}): FeedItem => ({
  ...{ id: `article:${randomUUID()}`, title: "锂价回落", path: "/articles/%E9%94%82", summary: "摘要。", topics: [] },
  ...{ publishedAt: "2026-11-23T14:20:00+08:00", updatedAt: "2026-11-23T14:20:00+08:00", outlet: "甲 & 乙报" },
  ...set,
});

const feedOf = (format: FeedFormat, items: FeedItem[], set: Partial<Feed> = {}): Feed => ({
  ...{ siteUrl: "https://news.test", siteName: "消息", title: "宁德时代 & 电池", description: "最新" },
  ...{ path: "/stock/SZ300750", selfPath: `/stock/SZ300750/${FEED_FILES[format]}`, currentPath: null, older: null },
  ...{ isArchive: false, hub: null, updatedAt: "2026-11-23T14:20:00+08:00", items, gone: [] },
  ...set,
});

const full = itemOf({
  updatedAt: "2026-11-24T09:00:00+08:00",
  html: '<p>第一段 &amp; <a href="https://news.test/stock/SH600519">茅台</a></p><img src="https://news.test/media/1/1600.webp" alt="]]&gt;">',
  topics: [
    { scheme: "/tag", term: "锂电池", label: "锂电池" },
    { scheme: "/stock", term: "SZ300750", label: "宁德时代" },
    { scheme: "/stock", term: "HK03750", label: "宁德时代" },
  ],
  picture: { path: "/media/1/960.webp?v=2", type: "image/webp", length: 12345, width: 960, height: 640 },
});
const gone = { id: `article:${randomUUID()}`, at: "2026-11-24T10:00:00+08:00", reason: "已撤回。原因：来源 <不实>" };

describe.each(FEED_FORMATS)("%s", (format) => {
  const write = (items: FeedItem[], set: Partial<Feed> = {}) => WRITERS[format](feedOf(format, items, set));
  const self = `https://news.test/stock/SZ300750/${FEED_FILES[format]}`;

  test.each<[string, FeedItem[], Partial<Feed>]>([
    ["without an item", [], {}],
    ["with full text, picture and topics", [full, itemOf()], { gone: [gone], hub: "https://hub.test/?a=1&b=2" }],
    ["without an outlet", [itemOf({ outlet: undefined })], {}],
    [
      "of an archive",
      [itemOf()],
      {
        isArchive: true,
        selfPath: `/stock/SZ300750/${FEED_FILES[format]}`,
        currentPath: `/stock/SZ300750/${FEED_FILES[format]}`,
        older: { path: "/older", rel: "prev-archive" },
      },
    ],
  ])("is valid %s", async (_, items, set) => {
    expect(await faultsOf(format, write(items, set), self)).toEqual([]);
  });

  test("says to all parsers the same of each item", async () => {
    const items = [full, itemOf({ title: '“长协”<b>&amp;"价"', summary: "A&B <i>" })];
    for (const [parser, read] of Object.entries(await readEverywhere(format, write(items)))) {
      expect(read.title, parser).toBe("宁德时代 & 电池");
      expect(read.items, parser).toEqual(
        items.map(({ id, title, path, publishedAt, summary, outlet }) => ({
          id: format === "atom" ? id.replace("article:", "urn:uuid:") : id,
          ...{ title, link: `https://news.test${path}`, at: Date.parse(publishedAt) / 1000, summary, outlet },
        })),
      );
    }
  });

  test("holds whatever stands in a text, and gives it back", async () => {
    const strange = fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.string({ unit: "grapheme", maxLength: 40 }),
      fc.constantFrom(
        "]]>",
        "<![CDATA[",
        "&#0;",
        "\ud800",
        "\udc00x",
        "\ufffe\uffff",
        "👨‍👩‍👧",
        "שלום",
        "a\u0000b\u001f",
        "\u2028",
      ),
      fc.uint16Array({ maxLength: 20 }).map((units) => String.fromCharCode(...units)),
    );
    const texts = fc.sample(fc.tuple(strange, strange), 400);
    const items = texts.map(([title, html]) => itemOf({ title: `甲${title}乙`, html: `<p>甲${html}乙</p>` }));
    const text = write(items);
    if (format !== "json") expect(await malformed(text)).toEqual([]);
    // Read back by this process' own reading of XML, which keeps blanks as they are.
    const titles =
      format === "json"
        ? JSON.parse(text).items.map(({ title }: FeedItem) => title)
        : [...text.split(/<item>|<entry>/).slice(1)].map((item) =>
            /<title>([\s\S]*?)<\/title>/.exec(item)![1]!.replace(/&#(\d+);/g, (_, n) => String.fromCharCode(n)),
          );
    const kept = (title: string) =>
      [...`甲${title}乙`]
        .filter((c) => !/^[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]$/.test(c))
        .map((c) => (/^[\ud800-\udfff]$/.test(c) ? "\ufffd" : c))
        .join("");
    expect(titles).toEqual(texts.map(([title]) => kept(title)));
  });
});

describe("what only one of them can say", () => {
  test("RSS: creator, changed time, categories, enclosure and the whole text", () => {
    const xml = writeRss(feedOf("rss", [full], { isArchive: true, hub: "https://hub.test/" }));
    expect(xml).toContain("<pubDate>Mon, 23 Nov 2026 06:20:00 GMT</pubDate>");
    expect(xml).toContain("<atom:updated>2026-11-24T09:00:00+08:00</atom:updated>");
    expect(xml).toContain("<dc:creator>甲 &#38; 乙报</dc:creator>");
    expect(xml.match(/<category domain="https:\/\/news.test\/stock">宁德时代<\/category>/g)).toHaveLength(1);
    expect(xml).toContain('<enclosure url="https://news.test/media/1/960.webp?v=2" length="12345" type="image/webp"/>');
    expect(xml).toContain("<content:encoded>&#60;p&#62;第一段 &#38;amp; &#60;a href=&#34;https://news.test/stock");
    expect(xml).toContain('<atom:link rel="hub" href="https://hub.test/"/>');
    expect(xml).toContain("<fh:archive/>");
    expect(xml).not.toContain("]]>");
  });

  test("Atom: terms with their names, the enclosure's link and tombstones", () => {
    const xml = writeAtom(feedOf("atom", [full], { gone: [gone] }));
    expect(xml).toContain('<category term="SZ300750" label="宁德时代" scheme="https://news.test/stock"/>');
    expect(xml).toContain(
      '<link rel="enclosure" href="https://news.test/media/1/960.webp?v=2" type="image/webp" length="12345"/>',
    );
    expect(xml).toContain(
      `<at:deleted-entry ref="urn:uuid:${gone.id.slice(8)}" when="2026-11-24T10:00:00+08:00"><at:comment>已撤回。原因：来源 &#60;不实&#62;</at:comment></at:deleted-entry>`,
    );
  });

  test("JSON: attachments, tags, the next document and the hub; a text of some kind always", () => {
    const older = { path: "/older", rel: "prev-archive" as const };
    const feed = JSON.parse(
      writeJsonFeed(feedOf("json", [full, itemOf({ summary: "" })], { older, hub: "https://hub.test/" })),
    );
    expect(feed).toMatchObject({
      next_url: "https://news.test/older",
      hubs: [{ type: "WebSub", url: "https://hub.test/" }],
    });
    expect(feed.items[0]).toMatchObject({
      ...{ content_html: full.html, date_modified: "2026-11-24T09:00:00+08:00", tags: ["锂电池", "宁德时代"] },
      attachments: [{ url: "https://news.test/media/1/960.webp?v=2", mime_type: "image/webp", size_in_bytes: 12345 }],
    });
    expect(feed.items[1]).toMatchObject({ content_text: "锂价回落" });
  });
});

describe("a stored body", () => {
  test("has whole addresses; what leads elsewhere stays", () => {
    const html =
      '<p>a href="/x" <a href="/stock/SH600519">茅</a><a href="https://a.test/" rel="external">甲</a></p><figure><img src="/media/1/1600.webp" alt="=&quot;/y"></figure>';
    expect(absoluteHtml(html, "https://news.test")).toBe(
      '<p>a href="/x" <a href="https://news.test/stock/SH600519">茅</a><a href="https://a.test/" rel="external">甲</a></p><figure><img src="https://news.test/media/1/1600.webp" alt="=&quot;/y"></figure>',
    );
  });

  test("names its first picture, whose file is near 960 pixels wide, or the original", () => {
    const id = randomUUID();
    expect(
      firstPictureIn(
        `<p>x</p><img src="/media/${id}/1600.webp?v=3" alt=""><img src="/media/${randomUUID()}/480.webp">`,
      ),
    ).toBe(id);
    expect(firstPictureIn('<img src="/other/1.png">')).toBeNull();
    const picture = { id, generation: 3, mime: "image/png", bytes: 9, width: 2000, height: 1000 };
    const variant = (slot: number, format: "webp" | "avif") => ({
      slot,
      format,
      width: slot,
      height: slot / 2,
      bytes: slot,
    });
    expect(fileOf({ ...picture, variants: [] })).toEqual({
      ...{ path: `/media/${id}/original?v=3`, type: "image/png", length: 9, width: 2000, height: 1000 },
    });
    expect(
      fileOf({ ...picture, variants: [variant(1600, "webp"), variant(960, "avif"), variant(960, "webp")] }),
    ).toEqual({
      ...{ path: `/media/${id}/960.webp?v=3`, type: "image/webp", length: 960, width: 960, height: 480 },
    });
    expect(fileOf({ ...picture, variants: [variant(480, "webp")] }).path).toBe(`/media/${id}/480.webp?v=3`);
  });
});
