import type { Page } from "@playwright/test";
import { expect, test } from "./pages";

const NIGHT = "rgb(18, 21, 22)";
const DAY = "rgb(250, 251, 250)";
const paper = (page: Page) => page.locator("html").evaluate((html) => getComputedStyle(html).backgroundColor);
const size = (page: Page) =>
  page.locator(".prose").evaluate((prose) => Number.parseFloat(getComputedStyle(prose).fontSize));
const storyOf = (templates: { name: string; path: string }[]) => templates.find(({ name }) => name === "story")!.path;

test("what is chosen holds before anything of the next page is drawn", async ({ page, templates }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/");
  const look = page.getByRole("button", { name: /^外观/ });
  await expect(look).toHaveAccessibleName("外观：跟随系统");
  await look.click();
  await expect(look).toHaveAccessibleName("外观：浅色");
  await look.click();
  await expect(look).toHaveAccessibleName("外观：深色");
  await expect(page.getByRole("status").filter({ hasText: "外观：深色" })).toBeVisible();
  expect(await paper(page)).toBe(NIGHT);

  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    // What stands on <html> when the body is begun: nothing of it can have been drawn earlier.
    const watch = new MutationObserver(() => {
      if (!document.body) return;
      seen.push(String(document.documentElement.dataset.theme));
      watch.disconnect();
    });
    watch.observe(document, { childList: true, subtree: true });
  });
  await page.goto(storyOf(templates));
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual(["dark"]);
  expect(await paper(page)).toBe(NIGHT);
  for (const meta of await page.locator('meta[name="theme-color"]').all())
    await expect(meta).toHaveAttribute("content", "#121516");

  await look.click();
  await expect(look).toHaveAccessibleName("外观：跟随系统");
  expect(await paper(page)).toBe(DAY);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await paper(page)).toBe(NIGHT);
});

test("another window follows", async ({ page, context, baseURL }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/category");
  const other = await context.newPage();
  await other.goto(`${baseURL}/`);
  await page.getByRole("button", { name: /^外观/ }).click();
  await expect(other.getByRole("button", { name: "外观：浅色" })).toBeVisible();
});

test("letters have four sizes, kept for the next article, by keyboard too", async ({ page, templates }) => {
  await page.goto(storyOf(templates));
  const tools = page.getByRole("group", { name: "字号" }).first();
  await expect(tools.getByRole("button", { name: "标准字号" })).toHaveAttribute("aria-pressed", "true");
  const sizes: number[] = [];
  for (const name of ["小号字", "标准字号", "大号字", "特大号字"]) {
    await tools.getByRole("button", { name, exact: true }).focus();
    await page.keyboard.press("Enter");
    await expect(tools.getByRole("button", { name, exact: true })).toHaveAttribute("aria-pressed", "true");
    await expect(tools.locator('[aria-pressed="true"]')).toHaveCount(1);
    sizes.push(await size(page));
  }
  expect(sizes).toEqual([...new Set(sizes)].sort((a, b) => a - b));
  await page.goto(templates.find(({ name }) => name === "story with a wide table")!.path);
  await expect(tools.getByRole("button", { name: "特大号字" })).toHaveAttribute("aria-pressed", "true");
  expect(await size(page)).toBe(sizes[3]);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the page follows the system, and nothing is shown that would not work", async ({ page, templates }) => {
    for (const [colorScheme, colour] of [
      ["light", DAY],
      ["dark", NIGHT],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(storyOf(templates));
      expect(await paper(page)).toBe(colour);
    }
    for (const name of [/^外观/, /号字|标准字号/, "复制链接", "稍后读", "打印", "键盘快捷键", "系统分享"])
      await expect(page.getByRole("button", { name, exact: true })).toHaveCount(0);
    await expect(page.getByText("分享", { exact: true })).toHaveCount(2);
    await expect(page.getByText("分享", { exact: true }).nth(1)).toBeHidden();
  });
});
