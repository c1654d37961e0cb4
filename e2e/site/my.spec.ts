import { readFile } from "node:fs/promises";
import { asList, keepList, MyPage } from "../pages/my";
import { BANK, expect, test } from "./pages";

const BANK_PAGE = `/stock/${BANK.symbol}`;
const OUTLET_PAGE = "/category/dongancaijing";
const file = (follows: object[], more = {}) =>
  JSON.stringify({ format: "finews-follows", version: 1, ...more, follows });

test("a security and an outlet are followed on their pages, and their news stand on one page", async ({
  page,
  context,
  templates,
}) => {
  expect(templates.length).toBeGreaterThan(20);
  const my = new MyPage(page);
  await page.goto(BANK_PAGE);
  const name = (await page.getByRole("heading", { level: 1 }).textContent())!.split(/\s/)[0];
  await expect(my.button(name!)).toHaveAttribute("aria-pressed", "false");
  await my.button(name!).click();
  await expect(my.button(name!)).toHaveText("已关注");
  await expect(my.button(name!)).toHaveAttribute("aria-pressed", "true");
  await expect(my.said).toHaveText("已关注");
  await page.goto(OUTLET_PAGE);
  await my.button("东岸财经").focus();
  await page.keyboard.press("Enter");
  await expect(my.button("东岸财经")).toHaveAttribute("aria-pressed", "true");

  await page.getByRole("navigation", { name: "栏目" }).getByRole("link", { name: "自选" }).click();
  await expect(my.followed).toHaveText([new RegExp(`^${name}`), "东岸财经"]);
  await expect(my.headlines).toHaveCount(30);
  const times = await my.news
    .locator(".row > time")
    .evaluateAll((all) => all.map((one) => one.getAttribute("datetime")!));
  expect(times).toEqual([...times].sort().reverse());
  for (const row of await my.news.locator(".row").all())
    await expect(row).toHaveText(new RegExp(`东岸财经|${name}|家媒体|SH|SZ|HK`));

  await my.remove("东岸财经");
  await expect(my.followed).toHaveCount(1);
  await expect(my.news.locator(".meta").first()).toBeVisible();
  await my.remove(name!);
  await expect(my.followed).toHaveCount(0);
  await expect(page.getByText("还没有关注。")).toBeVisible();
  await expect(my.headlines).toHaveCount(0);
  expect(await context.cookies()).toEqual([]);
});

test("older news are reached page after page, by the browser's way back too, and none twice", async ({
  page,
  templates,
}) => {
  expect(templates.length).toBeGreaterThan(20);
  await keepList(page, asList([BANK_PAGE]));
  const my = await new MyPage(page).open();
  await expect(my.headlines).toHaveCount(30);
  const linksOf = () => my.headlines.getByRole("link").evaluateAll((all) => all.map((a) => a.getAttribute("href")!));
  const all = await linksOf();
  const first = all[0]!;
  const older = my.news.getByRole("link", { name: /更早的/ });
  while ((await older.count()) > 0) {
    const last = page.url();
    await older.click();
    await expect(page).not.toHaveURL(last);
    await expect(my.headlines.getByRole("link").first()).not.toHaveAttribute("href", all.at(-30)!);
    await expect(my.news).toHaveAttribute("aria-busy", "false");
    all.push(...(await linksOf()));
  }
  expect(all.length).toBe(BANK.stories - 1 + BANK.flashes);
  expect(new Set(all).size).toBe(all.length);
  await my.news.getByRole("link", { name: "回到最新" }).click();
  await expect(my.headlines.getByRole("link").first()).toHaveAttribute("href", first);
  await page.goBack();
  await expect(my.headlines.getByRole("link").last()).toHaveAttribute("href", all.at(-1)!);
});

test("who is typed is added, with the keyboard alone", async ({ page }) => {
  const my = await new MyPage(page).open();
  await my.box.fill("gfly");
  await expect(my.list.getByRole("option").first()).toContainText("赣锋锂业");
  await page.keyboard.press("Enter");
  await expect(my.followed).toHaveText([/^赣锋锂业/]);
  await expect(my.box).toBeFocused();
  await expect(my.box).toHaveValue("");
  await my.box.fill("东岸");
  await expect(my.list.getByRole("option").filter({ hasText: "东岸财经" })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(my.followed).toHaveCount(2);
  await expect(page).toHaveURL(/\/my$/);
});

test("the list goes out as a file and comes back in another browser, where it loses nothing", async ({
  page,
  context,
  browser,
  portal,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await keepList(page, asList([BANK_PAGE, "/stock/SZ002460", OUTLET_PAGE]));
  const my = await new MyPage(page).open();
  const download = await my.exported();
  expect(download.suggestedFilename()).toBe("finews-自选.json");
  const text = await readFile(await download.path(), "utf8");
  expect(JSON.parse(text)).toMatchObject({
    format: "finews-follows",
    version: 1,
    follows: [{ path: BANK_PAGE }, {}, {}],
  });
  await my.list.getByRole("button", { name: "复制" }).click();
  await expect(my.said).toHaveText("已复制名单");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);

  const elsewhere = await browser.newContext({ baseURL: portal.url });
  const there = new MyPage(await elsewhere.newPage());
  await keepList(there.page, asList(["/stock/SZ300750", OUTLET_PAGE]));
  await there.open();
  await there.import(text);
  await expect(there.said).toHaveText("已加入 2 项");
  await expect(there.followed).toHaveCount(4);
  await expect(there.followed.first()).toHaveText(new RegExp(`^${BANK.symbol}`));
  await there.import(text);
  await expect(there.said).toHaveText("都已在名单里");
  await there.page.reload();
  await expect(there.followed).toHaveCount(4);
  await elsewhere.close();
});

test("a file that is none of ours changes nothing, and one that does not fit says how much is left out", async ({
  page,
}) => {
  await keepList(page, asList([BANK_PAGE]));
  const my = await new MyPage(page).open();
  const bad = [
    { path: "javascript:alert(1)", title: "x" },
    { path: "/admin" },
    null,
    { path: "//evil.test/stock/A", title: "y" },
  ];
  for (const [text, words] of [
    ["{", "这不是自选的导出文件，名单没有改动"],
    ["[]", "这不是自选的导出文件，名单没有改动"],
    [file([], { version: 2 }), "这个文件来自更新的版本，名单没有改动"],
    [file(bad as object[]), "文件里没有能读的证券或媒体，名单没有改动"],
  ] as const) {
    await my.import(text);
    await expect(my.said).toHaveText(words);
    await expect(my.followed).toHaveCount(1);
  }
  const many = Array.from({ length: 102 }, (_, n) => ({ path: `/stock/SH${600100 + n}`, title: `证券${n}` }));
  await my.import(file([many[0]!, ...many]));
  await expect(my.said).toHaveText("已加入 99 项，名单满了，3 项没有放下");
  await expect(my.followed).toHaveCount(100);
  await expect(my.news).toHaveAttribute("aria-busy", "false");
  await page.goto("/stock/SZ002460");
  await my.button("赣锋锂业").click();
  await expect(my.said).toHaveText("自选最多 100 个证券、50 家媒体，先取消几个再关注");
  await expect(my.button("赣锋锂业")).toHaveAttribute("aria-pressed", "false");
});

for (const broken of ["{", "null", '{"a":1}', '[null, 7, {"path":"/stock/SZ002460"}]'])
  test(`what stands in storage may be broken: ${broken}`, async ({ page }) => {
    await keepList(page, broken);
    const my = await new MyPage(page).open();
    await expect(page.getByText("还没有关注。")).toBeVisible();
    await page.goto("/stock/SZ002460");
    await my.button("赣锋锂业").click();
    await expect(my.button("赣锋锂业")).toHaveText("已关注");
    await my.open();
    await expect(my.followed).toHaveText([/^赣锋锂业/]);
  });

test("another window sees it at once", async ({ page, context }) => {
  const other = new MyPage(await context.newPage());
  await other.open();
  await expect(other.page.getByText("还没有关注。")).toBeVisible();
  const my = new MyPage(page);
  await page.goto("/stock/SZ002460");
  await my.button("赣锋锂业").click();
  await expect(other.followed).toHaveText([/^赣锋锂业/]);
  await expect(other.headlines.first()).toBeVisible();
  await other.remove("赣锋锂业");
  await expect(my.button("赣锋锂业")).toHaveText("关注");
});

test("without an answer the page says so, and asks again when it is told to", async ({ page }) => {
  await keepList(page, asList(["/stock/SZ002460"]));
  await page.route("**/my/news", (route) => route.abort());
  const my = await new MyPage(page).open();
  const fault = page.getByRole("alert");
  await expect(fault).toContainText("暂时取不到自选的消息。");
  await page.unroute("**/my/news");
  await fault.getByRole("button", { name: "再试一次" }).click();
  await expect(my.headlines.first()).toBeVisible();
  await expect(fault).toBeHidden();
});

test("in an article a security is followed where it is named, and the home page leads on", async ({
  page,
  templates,
}) => {
  const my = new MyPage(page);
  await page.goto("/");
  await expect(page.getByRole("link", { name: "只看自选" })).toHaveCount(0);
  await page.goto("/stock/SZ002460");
  await page.locator("main h3 a").first().click();
  await page.getByRole("button", { name: "关注：赣锋锂业" }).last().click();
  await expect(page.getByRole("button", { name: "已关注：赣锋锂业" })).toHaveCount(1);
  await page.goto(templates.find(({ name }) => name === "home")!.path);
  await page.getByRole("link", { name: "只看自选" }).click();
  await expect(my.followed).toHaveText([/^赣锋锂业/]);
});

test("of the flashes those stay that are of what is followed, and the address says so", async ({ page, templates }) => {
  expect(templates.length).toBeGreaterThan(20);
  await keepList(page, asList([BANK_PAGE]));
  const my = new MyPage(page);
  await page.goto("/live");
  const rows = page.locator("main .flash:not([hidden])");
  const all = await rows.count();
  await my.onlyMine.click();
  await expect(my.onlyMine).toHaveAttribute("aria-pressed", "true");
  await expect(page).toHaveURL(/\/live\?my=1$/);
  expect(await rows.count()).toBe(BANK.flashes);
  expect(all).toBeGreaterThan(BANK.flashes);
  for (const row of await rows.all()) await expect(row).toHaveAttribute("data-of", new RegExp(`${BANK_PAGE}( |$)`));
  for (const day of await page.locator("main .day:visible").all())
    expect(
      await day.evaluate((one) => one.nextElementSibling!.querySelectorAll("li:not([hidden])").length),
    ).toBeGreaterThan(0);
  await page.reload();
  await expect(my.onlyMine).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("link", { name: /更早的快讯/ }).click();
  await expect(page).toHaveURL(/\/before\/[^?]+\?my=1$/);
  await expect(my.onlyMine).toHaveAttribute("aria-pressed", "true");
  await my.onlyMine.click();
  await expect(page).toHaveURL(/\/before\/[^?]+$/);
  await expect(page.locator("main .flash[hidden]")).toHaveCount(0);
});

test("where no flash is of what is followed a sentence says so and leads on", async ({ page }) => {
  await keepList(page, asList(["/stock/SH600000"]));
  await page.goto("/live?my=1");
  await expect(page.getByText("这一页的快讯都没有提到自选。")).toBeVisible();
  await expect(page.locator("main .flash:visible")).toHaveCount(0);
  await page.getByRole("link", { name: "自选的全部消息" }).click();
  await expect(page.getByText("关注的证券和媒体还没有报道。")).toBeVisible();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("there is no button, and the page says why and where to go", async ({ page }) => {
    for (const path of ["/stock/SZ002460", OUTLET_PAGE, "/live"]) {
      await page.goto(path);
      await expect(page.getByRole("button", { name: /关注|自选/ })).toHaveCount(0);
    }
    await page.goto("/my");
    await expect(page.getByText("名单从不离开浏览器")).toBeInViewport();
    await expect(page.getByRole("region", { name: "名单" })).toHaveCount(0);
    await page.getByRole("main").getByRole("link", { name: "媒体" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });
});
