import { describe, expect, test } from "vitest";
import { sitemapFaults } from "@/lib/testing/sitemaps/validate";
import { URLSET_END, URLSET_START, writeNewsSitemap, writeSitemapIndex, writeUrls } from "./xml";

const SITE = "https://news.test";
const story = {
  path: "/articles/%E9%94%82",
  title: "“长协”<b>&amp;'价'\u0001",
  publishAt: "2026-11-23T06:20:00.000Z",
};

describe("sitemaps are valid by their schemas", () => {
  test("a part, with and without a time of change", async () => {
    const urls = writeUrls(SITE, [
      { path: story.path, changedAt: story.publishAt },
      { path: "/", changedAt: null },
    ]);
    expect(urls).toContain(
      "<url><loc>https://news.test/articles/%E9%94%82</loc><lastmod>2026-11-23T14:20:00+08:00</lastmod></url>",
    );
    expect(await sitemapFaults(URLSET_START + urls + URLSET_END)).toEqual([]);
  });

  test("the index", async () => {
    const xml = writeSitemapIndex(SITE, [
      { path: "/sitemaps/pages.xml", changedAt: null },
      { path: "/sitemaps/2026-11.xml", changedAt: story.publishAt },
    ]);
    expect(await sitemapFaults(xml)).toEqual([]);
  });

  test("news; what XML cannot hold is left out, the rest of a title is as it is", async () => {
    const xml = writeNewsSitemap(SITE, "金融消息 & 报", [story]);
    expect(xml).toContain("<news:title>“长协”&#60;b&#62;&#38;amp;&#39;价&#39;</news:title>");
    expect(xml).toContain("<news:publication_date>2026-11-23T14:20:00+08:00</news:publication_date>");
    expect(await sitemapFaults(xml)).toEqual([]);
  });

  test("no news: the home page stands there without a word of news", async () => {
    const xml = writeNewsSitemap(SITE, "金融消息", []);
    expect(xml).toContain("<url><loc>https://news.test/</loc></url>");
    expect(xml).not.toContain("<news:news>");
    expect(await sitemapFaults(xml)).toEqual([]);
  });
});

test.each([
  ["a part of nothing", URLSET_START + URLSET_END],
  ["no address", `${URLSET_START}<url><loc></loc></url>${URLSET_END}`],
  [
    "a time that is none",
    `${URLSET_START}<url><loc>https://news.test/</loc><lastmod>2026</lastmod></url>${URLSET_END}`,
  ],
  ["news without a title", writeNewsSitemap(SITE, "报", [{ ...story, title: "" }])],
  ["a language of its own", writeNewsSitemap(SITE, "报", [story]).replace("zh-cn", "zh-CN")],
  ["an index of nothing", writeSitemapIndex(SITE, [])],
])("the schemas refuse %s", async (_what, xml) => {
  expect(await sitemapFaults(xml)).not.toEqual([]);
});
