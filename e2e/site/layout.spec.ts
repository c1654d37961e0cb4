import { expect, test } from "./pages";

/** 640 is a window of 1280 at 200 % zoom. */
const WIDTHS = [320, 390, 640, 768, 1024, 1440, 1920];

test("no page is wider than the window, from 320 to 1920 px", async ({ page, templates }) => {
  const wider: string[] = [];
  for (const { name, path } of templates) {
    await page.goto(path);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (over > 0) wider.push(`${name} at ${width}: ${over} px`);
    }
  }
  expect(wider).toEqual([]);
});

test("an article in the largest letters is not wider than the window either", async ({ page, templates }) => {
  for (const { path } of templates.filter(({ name }) => ["story", "story with a wide table", "flash"].includes(name))) {
    await page.goto(path);
    await page.getByRole("button", { name: "特大号字" }).first().click();
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over, `${path} at ${width}`).toBe(0);
    }
  }
});

test("a wide table is scrolled in a region of its own, by keyboard too", async ({ page, templates }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(templates.find(({ name }) => name === "story with a wide table")!.path);
  const region = page.getByRole("region", { name: "表格 1" });
  await region.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => region.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  await expect(region.getByRole("columnheader")).toHaveCount(9);
});

test("the columns of the front page end at the same height", async ({ page, templates }) => {
  await page.goto(templates[0]!.path);
  for (const width of [800, 1024, 1440, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    const gaps = await page.evaluate(() => {
      const bottom = (selector: string) => {
        const pieces = [...document.querySelectorAll(selector)].filter((piece) => piece.getClientRects().length > 0);
        // The text's end, not the box's: a box is stretched.
        return pieces.at(-1)!.lastElementChild!.getBoundingClientRect().bottom;
      };
      const end = document.querySelector(".front")!.getBoundingClientRect().bottom;
      return { wire: end - bottom(".wire .flash"), rail: end - bottom(".front > .rail li") };
    });
    expect(Math.max(gaps.wire, gaps.rail), `${width}: ${JSON.stringify(gaps)}`).toBeLessThan(90);
  }
});

test("the first stop of the keyboard leads past the head, and is seen", async ({ page }) => {
  await page.goto("/category");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "跳到正文" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Tab");
  const next = page.locator(":focus");
  expect(await next.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe("solid");
});
