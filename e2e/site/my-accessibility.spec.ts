import { faults } from "../admin/axe";
import { asList, keepList, MyPage } from "../pages/my";
import { BANK, expect, test } from "./pages";

const FOLLOWED = [`/stock/${BANK.symbol}`, "/stock/SZ002460", "/stock/SZ300750", "/category/dongancaijing"];

test("axe finds nothing on the page of what is followed, and it fits a narrow window", async ({ page, templates }) => {
  expect(templates.length).toBeGreaterThan(20);
  const my = await new MyPage(page).open();
  await expect(page.getByText("还没有关注。")).toBeVisible();
  expect(await faults(page)).toEqual([]);
  await keepList(page, asList(FOLLOWED));
  for (const width of [320, 390, 1440]) {
    await page.setViewportSize({ width, height: 860 });
    await my.open();
    await expect(my.headlines).toHaveCount(30);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over, `${width}`).toBeLessThanOrEqual(0);
    expect(await faults(page)).toEqual([]);
    await my.box.fill("gf");
    await expect(my.list.getByRole("option").first()).toBeVisible();
    expect(await faults(page)).toEqual([]);
    await page.goto("/live?my=1");
    await expect(my.onlyMine).toHaveAttribute("aria-pressed", "true");
    expect(await faults(page)).toEqual([]);
  }
});
