import { faults } from "../admin/axe";
import { SearchPage } from "../pages/search";
import { foreignScripts } from "../scripts";
import { expect, test } from "./pages";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("only what mentions a security, with other words", async ({ page }) => {
    const search = new SearchPage(page);
    await search.open(`q=${encodeURIComponent("赣锋锂业")}`);
    await search.filters.getByRole("checkbox", { name: "只看提到赣锋锂业的" }).check();
    await search.filters.getByRole("button", { name: "应用筛选" }).click();
    await expect(page).toHaveURL(/stock=SZ002460/);
    await search.type("长协");
    await search.box.getByRole("button", { name: "搜索" }).click();
    await expect(search.hits).toHaveCount(7);
    await search.open("q=长协&stock=SZ002460");
    await expect(search.hits).toHaveCount(3);
    // One of them is told by three outlets.
    await expect(search.hits.filter({ hasText: "3 家媒体" })).toHaveCount(2);
    await expect(search.filters.getByRole("checkbox", { name: "只看提到赣锋锂业的" })).toBeChecked();
  });

  test("from the box in the masthead to a story, narrowed down and in another order", async ({ page }) => {
    const search = new SearchPage(page);
    await page.goto("/");
    await search.type("公司", search.mastheadBox);
    await search.field(search.mastheadBox).press("Enter");
    await expect(page).toHaveURL(/\/search\?q=/);
    await expect(page).toHaveTitle(/^公司 · 搜索/);
    await expect(search.hits).toHaveCount(20);
    await expect(search.sum).toHaveText(/^(共|约) \d+ 篇$/);
    await expect(search.marks.first()).toHaveText("公司");

    await test.step("the next page holds others", async () => {
      const first = await search.titles.allTextContents();
      await page.getByRole("link", { name: "更早的结果" }).click();
      const second = await search.titles.allTextContents();
      expect(second.length).toBeGreaterThan(0);
      expect(second.filter((title) => first.includes(title))).toEqual([]);
      await page.getByRole("link", { name: "回到第一页" }).click();
    });
    await test.step("flashes of one outlet", async () => {
      await search.filters.getByRole("radio", { name: "快讯" }).check();
      await search.filters.getByRole("button", { name: "应用筛选" }).click();
      await expect(page).toHaveURL(/kind=flash/);
      await expect(search.filters.getByRole("radio", { name: "快讯" })).toBeChecked();
      await expect(search.hits.filter({ hasNotText: "快讯" })).toHaveCount(0);
      await search.filters.getByRole("link", { name: "清除全部筛选" }).click();
      await expect(page).not.toHaveURL(/kind=/);
    });
    await test.step("one outlet", async () => {
      const outlet = search.filters.getByRole("group", { name: "媒体" }).getByRole("checkbox").first();
      await outlet.check();
      await search.filters.getByRole("button", { name: "应用筛选" }).click();
      await expect(page).toHaveURL(/outlet=/);
      const checked = search.filters.getByRole("group", { name: "媒体" }).getByRole("checkbox", { checked: true });
      await expect(checked).toHaveCount(1);
      await search.filters.getByRole("link", { name: "清除全部筛选" }).click();
    });
    await test.step("best first", async () => {
      await page.getByRole("navigation", { name: "排序" }).getByRole("link", { name: "最相关" }).click();
      await expect(page.getByRole("link", { name: "最相关" })).toHaveAttribute("aria-current", "true");
      await expect(search.titles.first()).toContainText("公司");
    });
    await search.titles.first().click();
    await expect(page).toHaveURL(/\/articles\//);
  });

  test("every name of a security puts it on top, with its newest stories", async ({ page }) => {
    const search = new SearchPage(page);
    for (const words of ["gzmt", "guizhoumaotai", "貴州茅臺", "600519", "SH600519", "茅台"]) {
      await search.open();
      await search.type(words);
      await search.box.getByRole("button", { name: "搜索" }).click();
      await expect(search.answer.getByRole("link", { name: /^贵州茅台 SH600519/ })).toHaveAttribute(
        "href",
        "/stock/SH600519",
      );
      await expect(search.answer.getByRole("link", { name: "回购之后注销，每股的账该怎么算" })).toBeVisible();
    }
  });

  test("nothing found leads on; what is no word is answered, whatever it is", async ({ page, request }) => {
    const search = new SearchPage(page);
    await search.open(`q=${encodeURIComponent("贵洲茅台")}&kind=flash`);
    await expect(search.nothing).toHaveText("没有找到“贵洲茅台”");
    await expect(page.getByRole("main").getByRole("link", { name: /^贵州茅台/ })).toHaveAttribute(
      "href",
      "/stock/SH600519",
    );
    await expect(
      page.getByRole("region", { name: /没有找到/ }).getByRole("link", { name: "清除全部筛选" }),
    ).toBeVisible();
    for (const query of [
      "q=%00",
      "q=%25_%5C",
      "q=%22%E8%8C%85",
      "q=----",
      "q=%ED%A0%80",
      "q=%FF%FE",
      "after=x&q=a",
      "from=9999-99-99&q=a",
    ]) {
      const response = await request.get(`/search?${query}`);
      expect([query, response.status()]).toEqual([query, 200]);
    }
    const long = await request.get(`/search?q=${encodeURIComponent("茅台".repeat(5000))}`);
    expect(long.status()).toBe(200);
    expect(await long.text()).toContain("只看了前 120 个字");
  });

  test("a search is kept nowhere and asks for no index", async ({ request }) => {
    const response = await request.get("/search?q=a");
    expect(await response.text()).toMatch(/<meta name="robots" content="noindex, follow"/);
    expect(response.headers()["set-cookie"]).toBeUndefined();
    expect(foreignScripts(await response.text())).toEqual([]);
  });
});

test("suggestions while typing: by keyboard to a security, by Escape back, and Enter alone searches", async ({
  page,
}) => {
  const search = new SearchPage(page);
  await search.open();
  const field = search.field();
  await expect(field).toHaveRole("combobox");
  await field.pressSequentially("gzmt");
  await expect(search.options()).toHaveText([/^贵州茅台SH600519/]);
  await expect(field).toHaveAttribute("aria-expanded", "true");
  await field.press("ArrowDown");
  await expect(search.options().first()).toHaveAttribute("aria-selected", "true");
  await field.press("Escape");
  await expect(search.list).toBeHidden();
  await field.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=gzmt$/);

  await search.type("");
  await field.pressSequentially("dongancai");
  await expect(search.options()).toHaveText(["东岸财经"]);
  await field.press("ArrowDown");
  await field.press("Enter");
  await expect(page).toHaveURL(/\/category\/dongancaijing$/);
});

test("without suggestions the form still searches", async ({ page }) => {
  const search = new SearchPage(page);
  await page.route("**/api/search/suggest*", (route) => route.abort());
  await search.open();
  await search.field().pressSequentially("榴莲");
  await search.field().press("Enter");
  await expect(search.titles.first()).toContainText("榴莲");
});

test("axe finds nothing on the search; it fits a phone", async ({ page }) => {
  const search = new SearchPage(page);
  for (const width of [1440, 390, 320]) {
    await page.setViewportSize({ width, height: 900 });
    for (const query of ["", "q=银行", "q=gzmt", "q=贵洲茅台&level=3"]) {
      await search.open(query);
      expect(await faults(page), `${width} ${query}`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await search.type("");
    await search.field().pressSequentially("中国");
    await expect(search.options().first()).toBeVisible();
    expect(await faults(page), `${width} list`).toEqual([]);
  }
});
