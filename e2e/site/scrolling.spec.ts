import type { Page } from "@playwright/test";
import { expect, test } from "./pages";

const LONG = "story";
const pathOf = (templates: { name: string; path: string }[], name: string) =>
  templates.find((template) => template.name === name)!.path;

/** How much of its width the bar fills; null where there is none. */
const filled = (page: Page) =>
  page.evaluate(() => {
    const { content, display, transform } = getComputedStyle(document.body, "::before");
    if (content === "none" || display === "none") return null;
    return new DOMMatrix(transform).a;
  });
const scrollTo = (page: Page, block: "start" | "end") =>
  page.locator(".prose").evaluate((prose, where) => prose.scrollIntoView({ block: where }), block);

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("a bar says how much of a long text is read, and a link leads back to its beginning", async ({
      page,
      templates,
    }) => {
      await page.setViewportSize({ width: 390, height: 700 });
      await page.goto(pathOf(templates, LONG));
      const top = page.getByRole("link", { name: "回到顶部" });
      await expect.poll(() => filled(page)).toBe(0);
      await expect(top).toBeHidden();
      await scrollTo(page, "end");
      await expect.poll(() => filled(page)).toBeCloseTo(1, 2);
      await expect(top).toBeVisible();
      await top.click();
      await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
      await expect.poll(() => filled(page)).toBe(0);
      await expect(top).toBeHidden();
    });
  });

test("who wants less motion gets none", async ({ page, templates }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(pathOf(templates, LONG));
  expect(await filled(page)).toBeNull();
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll("*")].filter(
        (one) => Number.parseFloat(getComputedStyle(one).transitionDuration) > 0,
      ).length,
  );
  expect(moving).toBe(0);
});

test("on paper stand the address, the source and the time, black on white, and no controls", async ({
  page,
  portal,
  templates,
}) => {
  const path = pathOf(templates, LONG);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(path);
  await page.getByRole("button", { name: /^外观/ }).click();
  await page.getByRole("button", { name: /^外观/ }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByText(portal.url + path, { exact: true })).toHaveCount(2);
  const source = page.locator(".printed-source");
  await expect(source).toBeHidden();

  await page.emulateMedia({ media: "print" });
  await expect(source).toBeVisible();
  await expect(source).toContainText(portal.url + path);
  await expect(source).toContainText(/\d{4}年\d+月\d+日 \d\d:\d\d（北京时间）/);
  for (const gone of [
    "article-tools",
    ".story-rail",
    ".near",
    ".report",
    ".tabbar",
    ".sections",
    ".foot",
    "theme-switch",
  ])
    for (const one of await page.locator(gone).all()) await expect(one).toBeHidden();
  expect(
    await page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.documentElement);
      return [color, backgroundColor, getComputedStyle(document.querySelector(".prose")!).color];
    }),
  ).toEqual(["rgb(0, 0, 0)", "rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
  expect((await page.pdf({ format: "A4" })).subarray(0, 5).toString()).toBe("%PDF-");
});
