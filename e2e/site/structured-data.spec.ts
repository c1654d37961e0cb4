import type { Page } from "@playwright/test";
import { type Portal, portalWith } from "../fixtures";
import { test as base, CORRECTION, expect, ORIGINAL } from "./every-page";

const SITE = "https://jinrong.example";
const test = base.extend<object, { portal: Portal }>({ portal: portalWith({ SITE_URL: SITE }) });
test.use({ javaScriptEnabled: false });

type Data = { [key: string]: unknown; "@type"?: string; "@context"?: string };

/** What Google says of each type that it has to have, and what is better there (developers.google.com/search, 2026). */
const PROPERTIES: Record<string, { required: string[]; recommended: string[] }> = {
  NewsArticle: { required: [], recommended: ["headline", "image", "datePublished", "dateModified", "author"] },
  BreadcrumbList: { required: ["itemListElement"], recommended: [] },
  ItemList: { required: ["itemListElement"], recommended: [] },
  WebSite: { required: ["name", "url"], recommended: ["potentialAction"] },
  SearchAction: { required: ["target", "query-input"], recommended: [] },
  NewsMediaOrganization: { required: [], recommended: ["name", "url", "logo"] },
  Organization: { required: [], recommended: ["name"] },
  CorrectionComment: { required: [], recommended: ["text", "datePublished"] },
};

const dataOf = async (page: Page): Promise<Data[]> =>
  (await page.locator('script[type="application/ld+json"]').allTextContents()).map((text) => JSON.parse(text) as Data);
const ofType = (all: Data[], type: string) => all.find((data) => data["@type"] === type);
const textsOf = async (page: Page, selector: string) =>
  (await page.locator(selector).allTextContents()).map((text) => text.trim());

/** Every object in a page's data. */
function* objectsIn(value: unknown): Generator<Data> {
  if (Array.isArray(value)) for (const one of value) yield* objectsIn(one);
  else if (value && typeof value === "object") {
    yield value as Data;
    for (const one of Object.values(value)) yield* objectsIn(one);
  }
}

/** Where the headlines of a list stand, in their order. */
const HEADLINES = "main .rows h3 a, main .flashes-wide .flash-text > a, main ol.ranks h2 a, main .act h3 a";

function expectWellFormed(all: Data[]) {
  for (const data of objectsIn(all)) {
    const known = PROPERTIES[data["@type"] ?? ""];
    // A reference to another object is its address alone.
    if (known && Object.keys(data).join() !== "@id")
      for (const property of [...known.required, ...known.recommended])
        expect(data, `${data["@type"]} has ${property}`).toHaveProperty([property]);
    for (const [key, value] of Object.entries(data)) {
      if (/^date/.test(key)) expect(value).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/);
      if (/^(url|item|@id|mainEntityOfPage|urlTemplate|correctionsPolicy)$/.test(key))
        expect(String(value).startsWith(`${SITE}/`), `${key} ${value}`).toBe(true);
      expect(value, key).not.toBe("");
    }
  }
}

test("each page's data is what the page shows: its way, its list, and nothing where there is no page", async ({
  page,
  everyPage,
}) => {
  test.setTimeout(240_000);
  const listed: string[] = [];
  for (const { name, path, status, isSecret } of everyPage) {
    await test.step(name, async () => {
      await page.goto(path);
      const all = await dataOf(page);
      expectWellFormed(all);
      const crumb = await page
        .locator("nav.crumb a")
        .evaluateAll((links) => links.map((link) => ({ name: link.textContent, href: link.getAttribute("href") })));
      const breadcrumb = ofType(all, "BreadcrumbList");
      const steps = (breadcrumb?.itemListElement ?? []) as { position: number; name: string; item: string }[];
      expect(steps).toEqual(
        (crumb.length > 1 ? crumb : []).map((step, at) => ({
          "@type": "ListItem",
          ...{ position: at + 1, name: step.name, item: SITE + step.href },
        })),
      );
      const collection = ofType(all, "CollectionPage");
      if (collection) {
        listed.push(name);
        expect(collection.url).toBe(SITE + path);
        expect(collection.name).toBe((await page.locator("h1").textContent())?.trim());
        const items = (collection.mainEntity as { itemListElement: { name: string; url: string }[] } | undefined)
          ?.itemListElement;
        expect((items ?? []).map((item) => item.name)).toEqual(await textsOf(page, HEADLINES));
      }
      if (status !== 200 || isSecret || /^(search|my|later)/.test(name))
        expect(all.filter((data) => data !== breadcrumb)).toEqual([]);
      else if (/^(story|flash|corrected|republished)/.test(name)) expect(ofType(all, "NewsArticle")).toBeDefined();
    });
  }
  expect(listed.length).toBeGreaterThan(20);
});

test("an article's data says what its page says", async ({ page, everyPage }) => {
  test.setTimeout(120_000);
  const articles = everyPage.filter(({ name }) => /^(story|flash|corrected|republished)/.test(name));
  expect(articles.length).toBeGreaterThan(6);
  for (const { name, path } of articles) {
    await test.step(name, async () => {
      await page.goto(path);
      const all = await dataOf(page);
      const article = ofType(all, "NewsArticle")!;
      const times = await page
        .locator(".story-head time")
        .evaluateAll((found) => found.map((time) => time.getAttribute("datetime")));
      const revised = page.locator(".source div").filter({ hasText: "更新" }).locator("time");
      const pictures = await page
        .locator(".prose img")
        .evaluateAll((found) => found.map((one) => one.getAttribute("src")));
      expect(article).toMatchObject({
        headline: await page.locator("h1").textContent(),
        mainEntityOfPage: SITE + path,
        datePublished: times[0],
        dateModified: (await revised.count()) > 0 ? await revised.getAttribute("datetime") : times[0],
        articleSection: (await textsOf(page, "nav.crumb a")).at(-1),
        isAccessibleForFree: true,
        author: [{ name: (await textsOf(page, ".source div:first-child dd"))[0] }],
        publisher: { name: "金融消息", logo: { url: `${SITE}/icons/seal-512.png` } },
      });
      const shared = await page.locator('meta[property="og:image"]').getAttribute("content");
      expect(article.image).toEqual(pictures.length > 0 ? pictures.slice(0, 3).map((src) => SITE + src) : [shared]);
      const mentioned = (article.mentions ?? []) as { name: string }[];
      expect(mentioned.map((one) => one.name)).toEqual((await textsOf(page, ".secs b")).slice(0, 10));
      // Baidu's own form.
      const baidu = all.find((data) => data["@context"] !== "https://schema.org")!;
      expect(baidu).toMatchObject({
        "@context": "https://ziyuan.baidu.com/contexts/cambrian.jsonld",
        "@id": SITE + path,
        title: article.headline,
        pubDate: String(article.datePublished).replace("+08:00", ""),
        upDate: String(article.dateModified).replace("+08:00", ""),
      });
    });
  }
  const pictured = everyPage.find(({ name }) => name === "story with a picture")!;
  await page.goto(pictured.path);
  const [picture] = ofType(await dataOf(page), "NewsArticle")!.image as string[];
  expect((await page.request.get(new URL(picture!).pathname)).headers()["content-type"]).toMatch(/^image\//);
});

test("a correction and an original stand in the data as on the page, whatever signs they hold", async ({
  page,
  everyPage,
}) => {
  const path = (name: string) => everyPage.find((one) => one.name === name)!.path;
  await page.goto(path("corrected story"));
  const corrected = ofType(await dataOf(page), "NewsArticle")!;
  const visible = await page.locator(".correction p").evaluate((note) => note.firstChild?.textContent);
  expect(corrected.correction).toMatchObject([{ "@type": "CorrectionComment", text: visible }]);
  expect(visible).toBe(CORRECTION);

  await page.goto(path("republished story"));
  const republished = ofType(await dataOf(page), "NewsArticle")!;
  expect(republished).toMatchObject({
    isBasedOn: ORIGINAL,
    author: [{ "@type": "Organization", name: "原野财经" }],
    editor: { "@type": "Person", name: "陈明" },
  });
  await expect(page.getByRole("link", { name: "查看原始页面" })).toHaveAttribute("href", ORIGINAL);
});

test("the home page names the site, its search, and who publishes it", async ({ page }) => {
  await page.goto("/");
  const [home] = await dataOf(page);
  const [site, publisher] = home!["@graph"] as Data[];
  const action = site!.potentialAction as { target: { urlTemplate: string } };
  expect(site).toMatchObject({
    "@type": "WebSite",
    name: (await page.locator("h1").textContent())?.trim(),
    url: `${SITE}/`,
  });
  expect(publisher).toMatchObject({
    "@type": "NewsMediaOrganization",
    name: "金融消息",
    "@id": `${SITE}/#organization`,
  });
  expect(action.target.urlTemplate).toBe(`${SITE}/search?q={search_term_string}`);
  const found = await page.goto(
    new URL(action.target.urlTemplate.replace("{search_term_string}", "锂")).href.replace(SITE, ""),
  );
  expect(found?.status()).toBe(200);
  await expect(page.getByRole("searchbox", { name: "搜索" }).first()).toBeVisible();
});
