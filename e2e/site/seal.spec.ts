import type { Page } from "@playwright/test";
import { expect, test } from "./pages";

/** What the page was told of: one closed Friday, and nothing beyond the year. */
const told = (page: Page) =>
  page.route("**/*", async (route) => {
    if (route.request().resourceType() !== "document") return route.fallback();
    const response = await route.fetch();
    const html = (await response.text())
      .replace(/data-closed="[^"]*"/, 'data-closed="26-12-25"')
      .replace(/data-until="[^"]*"/, 'data-until="26-12-31"');
    await route.fulfill({ response, body: html });
  });

const seal = (page: Page) => page.locator("session-seal b");

test("the seal follows the clock through a trading day", async ({ page }) => {
  await told(page);
  await page.clock.install({ time: new Date("2026-12-02T09:29:40+08:00") });
  await page.goto("/");
  await expect(seal(page)).toHaveText("盘前");
  await expect(seal(page)).toHaveClass(/seal-off/);
  await expect(page.locator("session-seal small")).toHaveText("09:30 开盘");
  for (const [hours, session, next] of [
    [0, "盘中", "11:30 午休"],
    [2, "午休", "13:00 开盘"],
    [3.5, "盘中", "15:00 收盘"],
    [5.5, "盘后", ""],
  ] as const) {
    await page.clock.setSystemTime(new Date(Date.parse("2026-12-02T09:29:50+08:00") + hours * 3_600_000));
    await page.clock.runFor(60_000);
    await expect(seal(page)).toHaveText(session);
    await expect(page.locator("session-seal small")).toHaveText(next);
    if (session === "盘中") await expect(seal(page)).not.toHaveClass(/seal-off/);
    else await expect(seal(page)).toHaveClass(/seal-off/);
  }
});

for (const [when, at] of [
  ["a Saturday", "2026-12-05T10:00:00+08:00"],
  ["a closed weekday", "2026-12-25T10:00:00+08:00"],
  ["a Sunday in Beijing that is a Saturday in the west", "2026-12-06T00:30:00+08:00"],
] as const)
  test(`it says that the exchanges rest: ${when}`, async ({ page }) => {
    await told(page);
    await page.clock.setFixedTime(new Date(at));
    await page.goto("/live");
    await expect(seal(page)).toHaveText("休市");
    await expect(seal(page)).toHaveClass(/seal-off/);
  });

test("beyond the days that the page was told of it is gone", async ({ page }) => {
  await told(page);
  await page.clock.setFixedTime(new Date("2027-01-04T10:00:00+08:00"));
  await page.goto("/live");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(seal(page)).toBeHidden();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  for (const width of [390, 1440])
    test(`it says when it was drawn, ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      for (const path of ["/", "/live"]) {
        await page.goto(path);
        await expect(page.locator("session-seal")).toContainText(
          /(盘前|盘中|午休|盘后|休市)\s*截至 \d\d-\d\d \d\d:\d\d/,
        );
        await expect(page.locator("session-seal small")).toBeVisible();
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      }
    });
});
