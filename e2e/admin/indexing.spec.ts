import { sitemapFaults } from "@/lib/testing/sitemaps/validate";
import { TaxonomyPage } from "../pages/taxonomy";
import { WritingPage } from "../pages/writing";
import { expect, test } from "./newsroom";

const INDEXED = "index, follow, max-image-preview:large";
const NO_AI = "noai, noimageai";
const GPT_BOT =
  "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)";
const month = () => new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 7);

test("what an outlet allows is what its pages, sitemaps and robots.txt say at the next request", async ({
  at,
  request,
}) => {
  test.slow();
  const name = "收录日报";
  const title = "政策 <b> & “引号”：一字不差";
  const path = "/articles/shou-lu-gao";
  const outlet = new TaxonomyPage(await at("editor"));
  const writing = new WritingPage(await at("editor"));
  const get = (to: string, headers: Record<string, string> = {}) => request.get(to, { headers, maxRedirects: 0 });
  const text = async (to: string) => (await get(to)).text();
  /** Of the article: header and the elements of its head. */
  const said = async (to = path) => {
    const response = await get(to);
    const metas = [
      ...(await response.text()).matchAll(/<meta name="(robots|googlebot-news|tdm-reservation)" content="([^"]*)"/g),
    ];
    return {
      header: response.headers()["x-robots-tag"],
      tdm: response.headers()["tdm-reservation"],
      meta: Object.fromEntries(metas.map(([, key, value]) => [key, value])),
    };
  };
  const isIn = async (map: string) => (await text(map)).includes(`${path}<`);
  const where = async () => ({
    month: await isIn(`/sitemaps/${month()}.xml`),
    news: await isIn("/news-sitemap.xml"),
    outlets: (await text("/sitemaps/categories.xml")).includes("/category/shouluribao<"),
  });
  const set = async (label: string, on: boolean) => {
    const box = outlet.page.getByRole("checkbox", { name: label });
    await box.setChecked(on);
    await outlet.save();
    await expect(outlet.page.getByText("有改动还没保存")).toHaveCount(0);
  };

  await outlet.create("categories", name);
  await writing.open();
  await writing.fill({ title, slug: "shou-lu-gao", outlet: name, body: "第一段，写给收录看。" });
  await writing.save();
  await writing.settled();
  expect(await where()).toEqual({ month: false, news: false, outlets: false });
  await writing.publish();
  await expect(writing.publicLink).toBeVisible();

  await test.step("allowed: it stands in every sitemap, under the words of its headline", async () => {
    expect(await where()).toEqual({ month: true, news: true, outlets: true });
    expect(await said()).toEqual({
      ...{ header: `${INDEXED}, ${NO_AI}`, tdm: "1" },
      meta: { robots: INDEXED, "tdm-reservation": "1" },
    });
    const news = await text("/news-sitemap.xml");
    const page = await outlet.page.context().newPage();
    await page.goto(path);
    const heading = await page.getByRole("heading", { level: 1 }).textContent();
    await page.close();
    expect(heading).toBe(title);
    const titles = [...news.matchAll(/<news:title>(.*?)<\/news:title>/g)].map(([, escaped = ""]) =>
      escaped.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))),
    );
    expect(titles).toContain(heading);
  });

  await test.step("all of them are valid, and name this site", async () => {
    const index = await text("/sitemap.xml");
    expect(await sitemapFaults(index)).toEqual([]);
    const origin = new URL((await get("/")).url()).origin;
    const parts = [...index.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc = ""]) => loc);
    expect(parts).toContain(`${origin}/sitemaps/${month()}.xml`);
    for (const part of [...parts, `${origin}/news-sitemap.xml`])
      expect(await sitemapFaults(await text(part)), part).toEqual([]);
    const robots = await text("/robots.txt");
    expect(robots).toContain(`\nSitemap: ${origin}/sitemap.xml\nSitemap: ${origin}/news-sitemap.xml\n`);
  });

  await test.step("no news: the article stays in ordinary search only", async () => {
    await outlet.open("categories", name);
    await set("允许新闻搜索收录", false);
    expect(await where()).toEqual({ month: true, news: false, outlets: true });
    expect(await said()).toEqual({
      ...{ header: `${INDEXED}, ${NO_AI}, googlebot-news: noindex`, tdm: "1" },
      meta: { robots: INDEXED, "googlebot-news": "noindex", "tdm-reservation": "1" },
    });
  });

  await test.step("no search at all: neither article nor outlet, in no sitemap", async () => {
    await set("允许搜索引擎收录", false);
    await expect(outlet.page.getByRole("checkbox", { name: "允许新闻搜索收录" })).toBeDisabled();
    expect(await where()).toEqual({ month: false, news: false, outlets: false });
    const barred = { header: `noindex, follow, ${NO_AI}`, tdm: "1" };
    const meta = { robots: "noindex, follow", "tdm-reservation": "1" };
    expect(await said()).toEqual({ ...barred, meta });
    expect(await said("/category/shouluribao")).toEqual({ ...barred, meta });
  });

  await test.step("AI crawlers: refused while it is forbidden, let in once it is allowed", async () => {
    const bot = async (to: string) => (await get(to, { "user-agent": GPT_BOT })).status();
    expect([await bot(path), await bot(`${path}/history`), await bot("/robots.txt")]).toEqual([403, 403, 200]);
    expect(await text("/robots.txt")).not.toContain("Allow: /articles/");
    await set("允许搜索引擎收录", true);
    await set("允许为人工智能采集", true);
    expect([await bot(path), await bot("/category/shouluribao"), await bot("/category/dongancaijing")]).toEqual([
      200, 200, 403,
    ]);
    expect(await text("/robots.txt")).toContain(
      "Disallow: /\nAllow: /articles/\nAllow: /category/shouluribao$\nAllow: /category/shouluribao/\n",
    );
    expect(await said()).toMatchObject({ header: `${INDEXED}, googlebot-news: noindex`, tdm: undefined });
  });

  await test.step("who changed it is on record", async () => {
    const admin = await at("admin");
    await admin.goto("/admin/audit");
    await expect(admin.getByRole("main")).toContainText("搜索引擎收录");
    await expect(admin.getByRole("main")).toContainText("不收录 → 收录");
  });

  await test.step("withdrawn: it is gone from the sitemap, and its address is indexed no more", async () => {
    await writing.withdraw("写错了");
    await expect(writing.publicLink).toHaveCount(0);
    expect(await where()).toEqual({ month: false, news: false, outlets: false });
    expect((await said()).header).toBe("noindex");
  });
});

test("search, facets, previews and what is made for one reader say noindex, in header and head", async ({
  request,
}) => {
  const paths = {
    "/search?q=%E6%96%B0%E8%83%BD%E6%BA%90&kind=flash": "noindex, follow",
    "/stock/SH600519/flashes": "noindex, follow",
    "/stock/SH600519/sector": "noindex, follow",
    "/live/important": "noindex, follow",
    "/my": "noindex, nofollow",
    "/later": "noindex, nofollow",
    "/preview/none": "noindex, nofollow, noarchive",
    "/reports/none": "noindex, nofollow, noarchive",
    "/sign-in": "noindex, nofollow",
    "/no-such-page": "noindex",
  };
  for (const [path, robots] of Object.entries(paths)) {
    const response = await request.get(path);
    expect(response.headers()["x-robots-tag"], path).toBe(robots);
    expect(await response.text(), path).toContain(`<meta name="robots" content="${robots}"`);
  }
  for (const path of [
    "/sitemap.xml",
    "/news-sitemap.xml",
    "/sitemaps/pages.xml",
    "/robots.txt",
    "/corrections/feed.xml",
  ])
    expect((await request.get(path)).headers()["x-robots-tag"], path).toBe("noindex");
});

test("a month that is over is 304 for who has it, whatever is published since", async ({ request, at, draft }) => {
  const path = "/sitemaps/2026-10.xml";
  const first = await request.get(path);
  const { etag = "" } = first.headers();
  const writing = new WritingPage(await at("editor"));
  await writing.open(draft.id);
  await writing.publish();
  await expect(writing.publicLink).toBeVisible();
  const known = await request.get(path, { headers: { "if-none-match": etag } });
  expect([known.status(), (await known.body()).length]).toEqual([304, 0]);
  expect((await (await request.get(path)).body()).equals(await first.body())).toBe(true);
});
