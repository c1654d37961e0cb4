import { faults } from "../admin/axe";
import { expect, test } from "./pages";

test("axe finds nothing on what opens over a page", async ({ page, context, templates }) => {
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 860 });
    await page.goto(templates.find(({ name }) => name === "story")!.path);
    await page.locator(".share > summary").first().click();
    await expect(page.getByRole("img", { name: "本文链接的二维码" })).toBeVisible();
    expect(await faults(page)).toEqual([]);
    await page.getByRole("button", { name: "生成分享图片" }).click();
    await expect(page.getByRole("dialog", { name: "分享图片" })).toBeVisible();
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "稍后读" }).first().click();
    await expect(page.getByRole("status").filter({ hasText: "稍后读" })).toBeVisible();
    expect(await faults(page)).toEqual([]);
    await page.locator("body").press("?");
    await expect(page.getByRole("dialog", { name: "键盘快捷键" })).toBeVisible();
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "稍后读" }).first().click();
  }
  await page.getByRole("button", { name: "稍后读" }).first().click();
  await expect.poll(() => page.evaluate(async () => (await (await caches.open("later")).keys()).length)).toBe(1);
  await context.setOffline(true);
  await page.goto("/later");
  await expect(page.getByRole("region", { name: "稍后读" }).getByRole("link")).toHaveCount(1);
  expect(await faults(page)).toEqual([]);
  await page.getByRole("region", { name: "稍后读" }).getByRole("link").click();
  await expect(page.getByRole("main").getByText("网络不通")).toBeVisible();
  expect(await faults(page)).toEqual([]);
});
