import sharp from "sharp";
import { type Portal, portalWith } from "../fixtures";
import { test as base, expect, LONG_TITLE } from "./every-page";

/** Readers come by another name than the configured one, here and in every journey below. */
const SITE = "https://jinrong.example";

const test = base.extend<object, { portal: Portal }>({ portal: portalWith({ SITE_URL: SITE }) });
test.use({ javaScriptEnabled: false });

/** What a page's head says: each name with all its values. */
async function headOf(page: import("@playwright/test").Page): Promise<Record<string, string[]>> {
  return page.evaluate(() => {
    const found: Record<string, string[]> = {};
    for (const element of document.querySelectorAll("head meta, head link")) {
      const name = ["property", "name", "rel"].map((one) => element.getAttribute(one)).find(Boolean);
      const value = element.getAttribute("content") ?? element.getAttribute("href");
      if (name && value) found[name] = [...(found[name] ?? []), value];
    }
    return found;
  });
}
const lengthOf = (text: string | undefined) => [...(text ?? "")].length;
const pathOnly = (path: string) => path.replace(/\?.*/, "");

test("each page says what it is, where it stands, and what others show beside a link to it", async ({
  page,
  everyPage,
}) => {
  test.setTimeout(240_000);
  const titles = new Map<string, string>();
  for (const { name, path, status, isSecret } of everyPage) {
    await test.step(name, async () => {
      expect((await page.goto(path))?.status()).toBe(status);
      const head = await headOf(page);
      const title = await page.title();
      await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
      expect(lengthOf(title)).toBeGreaterThan(3);
      expect(lengthOf(title)).toBeLessThanOrEqual(60);
      expect(titles.get(title), `the title of ${name}`).toBeUndefined();
      if (!isSecret) titles.set(title, name);
      if (status !== 200 || isSecret) {
        for (const none of ["canonical", "og:url", "og:image"]) expect(head[none]).toBeUndefined();
        expect(head.robots?.[0]).toContain("noindex");
        return;
      }
      const address = SITE + (path === "/" ? "" : pathOnly(path));
      expect(head.canonical).toEqual([address]);
      expect(lengthOf(head.description?.[0])).toBeGreaterThanOrEqual(20);
      expect(lengthOf(head.description?.[0])).toBeLessThanOrEqual(120);
      expect(head.description).toHaveLength(1);
      expect(head).toMatchObject({
        "og:description": head.description,
        "og:url": [address],
        "og:site_name": ["金融消息"],
        "og:locale": ["zh_CN"],
        "og:type": [expect.stringMatching(/^(article|website)$/)],
        "og:image": [expect.stringMatching(new RegExp(`^${SITE}/share/[a-z]+/[\\w-]+\\.png$`))],
        "og:image:width": ["1200"],
        "og:image:height": ["630"],
        "twitter:card": ["summary_large_image"],
        "twitter:image": head["og:image"],
      });
      expect(title).toContain(head["og:title"]![0]!.slice(0, 20));
    });
  }
});

test("an article is shared under its whole headline, with its times and its outlet", async ({ page, everyPage }) => {
  const path = (name: string) => everyPage.find((one) => one.name === name)!.path;
  await page.goto(path("story with a long headline"));
  expect(await headOf(page)).toMatchObject({ "og:title": [LONG_TITLE], "og:type": ["article"] });
  await page.goto(path("corrected story"));
  const times = await page.locator("time").evaluateAll((all) => all.map((time) => time.getAttribute("datetime")));
  const head = await headOf(page);
  expect(times).toContain(head["article:published_time"]![0]);
  expect(times).toContain(head["article:modified_time"]![0]);
  expect(head["article:modified_time"]).not.toEqual(head["article:published_time"]);
  await page.goto(path("republished story"));
  expect((await headOf(page))["article:author"]).toEqual(["原野财经"]);
});

test("the pictures beside links are drawn for outlets, tags, securities and articles; one stands for the site", async ({
  page,
  request,
  everyPage,
}) => {
  test.setTimeout(240_000);
  const images = new Map<string, string>();
  for (const { path, status, isSecret } of everyPage) {
    if (status !== 200 || isSecret) continue;
    await page.goto(path);
    const [image] = (await headOf(page))["og:image"]!;
    images.set(new URL(image!).pathname, path);
  }
  const kinds = [...images.keys()].map((image) => image.split("/")[2]);
  expect(new Set(kinds)).toEqual(new Set(["site", "article", "outlet", "tag", "stock"]));
  expect(kinds.filter((kind) => kind === "site")).toHaveLength(1);
  const drawn = new Set<string>();
  for (const image of images.keys()) {
    const response = await request.get(image);
    const bytes = await response.body();
    const { width, height, format } = await sharp(bytes).metadata();
    expect({ image, width, height, format }).toEqual({ image, width: 1200, height: 630, format: "png" });
    expect(response.headers()).toMatchObject({
      "content-type": "image/png",
      "cache-control": "public, max-age=31536000, immutable",
    });
    expect(response.headers()["content-encoding"]).toBeUndefined();
    expect(response.headers()["set-cookie"]).toBeUndefined();
    drawn.add(bytes.toString("base64"));
  }
  expect(drawn.size).toBe(images.size);
});

test("nobody gets another picture by another address, and none of what was withdrawn or never was", async ({
  page,
  request,
  portal,
  everyPage,
}) => {
  await page.goto(everyPage.find(({ name }) => name === "story")!.path);
  const image = new URL((await headOf(page))["og:image"]![0]!).pathname;
  const other = image.replace(/[0-9a-f]{12}\.png$/, "0123456789ab.png");
  const moved = await request.get(other, { maxRedirects: 0 });
  expect([moved.status(), moved.headers().location]).toEqual([308, image]);
  const asked = await request.get(`${image}?title=别的&v=2`);
  expect(await asked.body()).toEqual(await (await request.get(image)).body());
  const html = await (await fetch(portal.url + everyPage.find(({ name }) => name === "corrected story")!.path)).text();
  expect(html).toContain("/share/article/");
  for (const [path, status] of [
    ["/share/article/00000000-0000-7000-8000-000000000000-0123456789ab.png", 404],
    ["/share/article/x-0123456789ab.png", 404],
    ["/share/stock/SH000000-0123456789ab.png", 404],
    ["/share/site/other-0123456789ab.png", 404],
    ["/share/else/home-0123456789ab.png", 404],
    ["/share/site/home.png", 404],
  ] as const)
    expect({ path, status: (await request.get(path)).status() }).toEqual({ path, status });
});
