import { FrontDeskPage } from "../pages/front-desk";
import { faults } from "./axe";
import { expect, test } from "./newsroom";

test("axe finds nothing on the home page's desk and on what it makes", async ({ at, reader }) => {
  test.slow();
  const desk = new FrontDeskPage(await at("editor"));
  await desk.page.emulateMedia({ reducedMotion: "reduce" });
  for (const width of [1440, 390]) {
    await desk.page.setViewportSize({ width, height: 900 });
    await desk.open();
    await expect(desk.preview.locator(".lead h2")).toBeVisible();
    expect(await faults(desk.page)).toEqual([]);
  }
  await desk.page
    .getByRole("button", { name: /固定为头条|设为头条$/ })
    .first()
    .click();
  await desk.candidates.getByRole("button", { name: "置顶" }).first().click();
  await desk.page
    .getByLabel(/到什么时候$/)
    .first()
    .selectOption({ label: "自选时间…" });
  await desk.bar.getByRole("button", { name: /写一条|修改/ }).click();
  await desk.barText.fill("两市成交额突破三万亿元");
  expect(await faults(desk.page)).toEqual([]);
  expect(
    await desk.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBe(0);
  await desk.bar.getByRole("button", { name: /^(放上|换上)/ }).click();
  await expect(desk.bar.locator(".bar-now")).toContainText("两市成交额突破三万亿元");
  await desk.page
    .getByLabel(/到什么时候$/)
    .first()
    .selectOption({ label: "不限时" });
  await desk.publishButton.click();
  await expect(desk.published).toBeVisible();

  // Axe needs script; the pages have none of their own.
  for (const path of ["/", "/live"]) {
    const page = await desk.page.context().newPage();
    await page.goto(path);
    await expect(page.getByRole("region", { name: "突发消息" })).toBeVisible();
    expect(await faults(page)).toEqual([]);
    await page.close();
  }
  await expect((await reader.open("/")).locator(".pinned").first()).toHaveText("置顶");
});
