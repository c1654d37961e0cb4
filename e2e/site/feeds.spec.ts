import { FEED_FORMATS, FEED_TYPES } from "../../lib/feeds/types";
import { readEverywhere } from "../../lib/testing/feeds/read-feed";
import { faultsOf } from "../../lib/testing/feeds/validator";
import { expect, test } from "./pages";

const LISTS = ["home", "outlet", "tag", "stock with many stories", "live", "live, important", "corrections", "feeds"];

test("every list names its feeds, which are valid, say the same to all parsers, and answer who has them with 304", async ({
  page,
  portal,
  templates,
  request,
}) => {
  const paths = [
    ...LISTS.map((name) => templates.find((one) => one.name === name)!.path),
    "/search?q=%E9%93%B6%E8%A1%8C",
  ];
  const seen = new Set<string>();
  for (const path of paths) {
    await page.goto(path);
    for (const format of FEED_FORMATS) {
      const links = page.locator(`link[rel="alternate"][type="${FEED_TYPES[format]}"]`);
      expect(await links.count(), `${path} ${format}`).toBeGreaterThan(0);
      for (const link of await links.all()) {
        const address = (await link.getAttribute("href"))!;
        if (seen.has(address)) continue;
        seen.add(address);
        const answer = await request.get(address);
        expect(answer.status(), address).toBe(200);
        expect(answer.headers()["content-type"]).toBe(`${FEED_TYPES[format]}; charset=utf-8`);
        const text = await answer.text();
        expect(await faultsOf(format, text, address), address).toEqual([]);
        const [first, ...others] = Object.values(await readEverywhere(format, text));
        for (const other of others) expect(other, address).toEqual(first);
        for (const { link: to } of first!.items) expect(to.startsWith(`${portal.url}/`), to).toBe(true);
        await expectUnchanged(address);
      }
    }
  }
  expect(seen.size).toBe(3 * 10);

  async function expectUnchanged(address: string) {
    const { etag, "last-modified": modified } = (await request.get(address)).headers();
    const known = await request.get(address, { headers: { "If-None-Match": etag! } });
    expect([known.status(), (await known.body()).length], address).toEqual([304, 0]);
    // An empty one has no date.
    if (!modified) return;
    const since = await request.get(address, { headers: { "If-Modified-Since": modified } });
    expect(since.status(), address).toBe(304);
  }
});

test("a reader's program goes back through the archive to the first article", async ({ request, templates }) => {
  const { path } = templates.find(({ name }) => name === "outlet")!;
  const read: string[] = [];
  let last = "";
  for (let next: string | undefined = `${path}/feed.json`; next; ) {
    const feed: { items: { url: string; date_published: string }[]; next_url?: string } = await (
      await request.get(next)
    ).json();
    read.push(...feed.items.map(({ url }) => url));
    last = feed.items.at(-1)!.date_published;
    next = feed.next_url;
  }
  const { items } = await (await request.get("/all/feed.json")).json();
  expect(new Set(read).size).toBe(read.length);
  expect(read.length).toBeGreaterThan(20);
  expect(new Date(last) < new Date(items[0].date_published)).toBe(true);
});

test("the button on a page leads to its feed, and the page of all feeds to each of them", async ({
  page,
  templates,
  request,
}) => {
  for (const name of ["outlet", "tag", "stock with many stories", "live", "live, important"]) {
    const { path } = templates.find((one) => one.name === name)!;
    await page.goto(path);
    await expect(page.getByRole("main").getByRole("link", { name: "订阅", exact: true })).toHaveAttribute(
      "href",
      `${path}/feed.xml`,
    );
  }
  await page.goto("/search?q=%E9%93%B6%E8%A1%8C&kind=story");
  await expect(page.getByRole("main").getByRole("link", { name: "订阅", exact: true })).toHaveAttribute(
    "href",
    "/search/feed.xml?q=%E9%93%B6%E8%A1%8C&kind=story",
  );
  await page.goto("/");
  await page.getByRole("contentinfo").getByRole("link", { name: "RSS 订阅" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "订阅" })).toBeVisible();
  const forms = page.getByRole("main").getByRole("link", { name: /，(?:RSS|Atom|JSON Feed)$/ });
  await expect(forms).toHaveCount(18);
  for (const form of await forms.all())
    expect((await request.get((await form.getAttribute("href"))!)).status()).toBe(200);
});

test("other spellings lead to the feed, what is none says so, and none is for a search engine's results", async ({
  request,
}) => {
  const answer = async (path: string) => {
    const response = await request.get(path, { maxRedirects: 0 });
    return [response.status(), response.headers().location];
  };
  expect(await answer("/rss.xml")).toEqual([308, "/feed.xml"]);
  expect(await answer("/feed.xml/")).toEqual([308, "/feed.xml"]);
  expect(await answer("/tag/%E9%94%82%E7%94%B5%E6%B1%A0/rss.xml")).toEqual([
    308,
    "/tag/%E9%94%82%E7%94%B5%E6%B1%A0/feed.xml",
  ]);
  for (const path of ["/category/meiyou/feed.xml", "/tag/meiyou/feed.json", "/feed.xml/before/x", "/search/feed.xml"])
    expect((await answer(path))[0], path).toBe(404);
  for (const path of ["/search/atom.xml?q=%E9%93%B6%E8%A1%8C", "/feed.xml?utm_source=x"]) {
    const headers = (await request.get(path)).headers();
    expect([path, headers["x-robots-tag"], headers["set-cookie"]]).toEqual([path, "noindex", undefined]);
  }
});
