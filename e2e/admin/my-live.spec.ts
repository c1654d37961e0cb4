import { FlashDeskPage } from "../pages/flash-desk";
import { LivePage } from "../pages/live";
import { asList, keepList, MyPage } from "../pages/my";
import { expect, test } from "./newsroom";

/** A word that no other flash has. */
const unique = (text: string) => `${text}${Date.now().toString(36).slice(-5)}`;

test("of the flashes that arrive only those of what is followed are told, and the others are not lost", async ({
  at,
  browser,
  portal,
}) => {
  const desk = new FlashDeskPage(await at("colleague"));
  await desk.open();
  const send = async (title: string, outlet: string) => {
    await desk.outlet.selectOption({ label: outlet });
    await desk.field.fill("");
    await desk.send(`${title}。`);
    await expect(desk.row(title)).toBeVisible();
  };
  const context = await browser.newContext({ baseURL: portal.url, viewport: { width: 1280, height: 700 } });
  const page = await context.newPage();
  await keepList(page, asList(["/category/dongancaijing"]));
  // Each script comes when it comes: here the list is there before the switch.
  await page.route(/\/islands\/site-/, async (route) => {
    await page.locator("live-flashes:defined").waitFor();
    await route.continue();
  });
  const live = await new LivePage(page).open("/live?my=1");
  const my = new MyPage(page);
  await expect(my.onlyMine).toHaveAttribute("aria-pressed", "true");
  const whole = await new LivePage(await context.newPage()).open("/live");

  const [other, mine] = [unique("别家的一条"), unique("关注的一条")];
  await send(other, "北辰观察");
  await expect(whole.fresh).toHaveText("1 条新快讯");
  await send(mine, "东岸财经");
  await expect(whole.fresh).toHaveText("2 条新快讯");
  await expect(live.fresh).toHaveText("1 条新快讯");
  await expect(page).toHaveTitle(/^\(1\)/);
  await live.fresh.click();
  await expect(live.row(mine)).toBeVisible();
  await expect(live.row(mine)).toBeFocused();
  await expect(live.row(other)).toBeHidden();
  await my.onlyMine.click();
  await expect(live.row(other)).toBeVisible();

  const late = unique("后来别家的一条");
  await my.onlyMine.click();
  await send(late, "北辰观察");
  await expect(whole.fresh).toHaveText("3 条新快讯");
  await expect(live.fresh).toHaveCount(0);
  await send(unique("关注的又一条"), "东岸财经");
  await expect(live.fresh).toHaveText("1 条新快讯");
  await my.onlyMine.click();
  // At once, not when the list looks again.
  expect(await live.fresh.textContent()).toBe("2 条新快讯");

  await desk.row(mine).getByRole("button", { name: "撤回", exact: true }).click();
  await my.onlyMine.click();
  await expect(live.list.getByRole("listitem").filter({ hasText: "这条快讯已于" }).first()).toBeVisible();
  await context.close();
});
