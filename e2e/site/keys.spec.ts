import type { Page } from "@playwright/test";
import { expect, keysAnswer, test } from "./pages";

async function open(page: Page, path: string) {
  await page.goto(path);
  await keysAnswer(page);
}
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("href"));
const headlines = (page: Page) =>
  page
    .locator('main a[href^="/articles/"]')
    .evaluateAll((all) => all.filter((link) => link.checkVisibility()).map((link) => link.getAttribute("href")));

for (const name of ["home", "outlet", "live", "tag"])
  test(`j, k and o lead through the headlines: ${name}`, async ({ page, templates }) => {
    await open(page, templates.find((template) => template.name === name)!.path);
    const all = await headlines(page);
    expect(all.length).toBeGreaterThan(5);
    for (const wanted of [all[0], all[1], all[2]]) {
      await page.keyboard.press("j");
      expect(await focused(page)).toBe(wanted);
      await expect(page.locator(":focus")).toBeInViewport();
    }
    await page.keyboard.press("k");
    expect(await focused(page)).toBe(all[1]);
    await page.keyboard.press("o");
    await expect(page).toHaveURL((url) => url.pathname === all[1]);
  });

test("the keys are told by ? and by a button, and can be turned off", async ({ page }) => {
  await open(page, "/");
  await page.keyboard.press("Shift+?");
  const dialog = page.getByRole("dialog", { name: "键盘快捷键" });
  await expect(dialog).toContainText("下一个标题");
  // A letter in the dialog is no key of the page.
  await page.keyboard.press("j");
  await expect(dialog).toBeVisible();
  await dialog.getByRole("checkbox", { name: "使用单键快捷键" }).uncheck();
  await dialog.getByRole("button", { name: "关闭" }).click();
  await expect(dialog).toHaveCount(0);
  await open(page, "/");
  const before = await focused(page);
  await page.keyboard.press("j");
  await page.keyboard.press("Shift+?");
  expect(await focused(page)).toBe(before);
  await expect(dialog).toHaveCount(0);
  await page.getByRole("button", { name: "键盘快捷键" }).click();
  await dialog.getByRole("checkbox", { name: "使用单键快捷键" }).check();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await page.locator("body").press("j");
  expect(await focused(page)).toMatch(/^\/articles\//);
});

test("typing is typing, and what is held with Ctrl is the browser's", async ({ page }) => {
  await open(page, "/category");
  const box = page.getByRole("combobox").first();
  await box.focus();
  await page.keyboard.type("jkos?");
  await expect(box).toHaveValue("jkos?");
  await open(page, "/");
  await page.keyboard.press("Control+j");
  expect(await focused(page)).toBeNull();
});
