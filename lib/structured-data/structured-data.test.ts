import { expect, test } from "vitest";
import type { Article } from "@/lib/articles/loaders";
import { SITE_DEFAULTS } from "@/lib/settings/defaults";
import { articleData, baiduData } from "./article";
import { breadcrumbData, collectionData } from "./lists";
import { homeData } from "./site";

const ORIGIN = "https://news.test";
const article = {
  ...{ title: "锂价：<b>回升</b>", slug: "锂价", description: "碳酸锂", categoryName: "甲报", categorySlug: "jiabao" },
  ...{ publishAt: "2026-11-23T06:20:00.000Z", revisedAt: null, sourceName: "", originalUrl: "", editorName: "" },
  ...{ bodyHtml: "<p>一</p>", corrections: [], mentions: [] },
} as unknown as Article;

test("an article names its time in Beijing, its outlet and its share image; what it does not have is left out", () => {
  const data = articleData(article, SITE_DEFAULTS, ORIGIN, "/share/article/a-1.png");
  expect(data).toMatchObject({
    headline: article.title,
    url: `${ORIGIN}/articles/%E9%94%82%E4%BB%B7`,
    image: [`${ORIGIN}/share/article/a-1.png`],
    datePublished: "2026-11-23T14:20:00+08:00",
    dateModified: "2026-11-23T14:20:00+08:00",
    author: [{ "@type": "Organization", name: "甲报", url: `${ORIGIN}/category/jiabao` }],
  });
  for (const absent of ["editor", "isBasedOn", "correction", "mentions"]) expect(data).not.toHaveProperty(absent);
});

test("an article's own pictures come before the share image, each once and at most three, foreign ones never", () => {
  const images = ["/media/a/1600.webp?v=2&amp;x=1", "/media/a/1600.webp?v=2&amp;x=1", "https://else.test/b.png"];
  const more = ["/media/b/1600.webp", "/media/c/1600.webp", "/media/d/1600.webp"];
  const bodyHtml = [...images, ...more].map((src) => `<img srcset="/x 1w" src="${src}" alt="">`).join("");
  const pictured = { ...article, bodyHtml };
  expect(articleData(pictured, SITE_DEFAULTS, ORIGIN, "/share/x.png").image).toEqual([
    ...[`${ORIGIN}/media/a/1600.webp?v=2&x=1`, `${ORIGIN}/media/b/1600.webp`, `${ORIGIN}/media/c/1600.webp`],
  ]);
  expect(baiduData(pictured, ORIGIN, "/share/x.png").images).toEqual([`${ORIGIN}/media/a/1600.webp?v=2&x=1`]);
});

test("a named source, an editor, an original, corrections and securities stand in the data", () => {
  const full = {
    ...article,
    ...{ sourceName: "乙报", originalUrl: "https://else.test/1", editorName: "陈明" },
    revisedAt: "2026-11-23T08:00:00.000Z",
    corrections: [{ note: "改正", at: "2026-11-23T08:00:00.000Z" }],
    mentions: [{ symbol: "SZ300750", name: "宁德时代" }],
  } as unknown as Article;
  const logo = { id: "l", src: "/media/l/480.webp", width: 200, height: 48 };
  expect(articleData(full, { ...SITE_DEFAULTS, logo }, ORIGIN, "/share/x.png")).toMatchObject({
    author: [{ "@type": "Organization", name: "乙报" }],
    editor: { "@type": "Person", name: "陈明" },
    isBasedOn: "https://else.test/1",
    dateModified: "2026-11-23T16:00:00+08:00",
    correction: [{ "@type": "CorrectionComment", text: "改正", datePublished: "2026-11-23T16:00:00+08:00" }],
    mentions: [{ "@type": "Thing", name: "宁德时代", url: `${ORIGIN}/stock/SZ300750` }],
    publisher: { name: "金融消息", logo: { url: `${ORIGIN}/media/l/480.webp` } },
  });
  expect(baiduData(full, ORIGIN, "/share/x.png")).toMatchObject({
    pubDate: "2026-11-23T14:20:00",
    upDate: "2026-11-23T16:00:00",
  });
});

test("lists count from one, and a directory has no list of articles", () => {
  const items = [
    { slug: "a", title: "甲" },
    { slug: "b", title: "乙" },
  ];
  expect(collectionData({ name: "甲报", path: "/category/jiabao", items }, ORIGIN).mainEntity?.itemListElement).toEqual(
    [
      { "@type": "ListItem", position: 1, name: "甲", url: `${ORIGIN}/articles/a` },
      { "@type": "ListItem", position: 2, name: "乙", url: `${ORIGIN}/articles/b` },
    ],
  );
  expect(collectionData({ name: "全部媒体", path: "/category" }, ORIGIN)).not.toHaveProperty("mainEntity");
  expect(breadcrumbData([{ href: "/", label: "首页" }], ORIGIN).itemListElement).toEqual([
    { "@type": "ListItem", position: 1, name: "首页", item: `${ORIGIN}/` },
  ]);
});

test("the site says its slogan only where it has one", () => {
  expect(homeData(SITE_DEFAULTS, ORIGIN)["@graph"][1]).toMatchObject({ slogan: SITE_DEFAULTS.tagline });
  expect(homeData({ ...SITE_DEFAULTS, tagline: "" }, ORIGIN)["@graph"][1]).not.toHaveProperty("slogan");
});
