import type { Page, Route } from "@playwright/test";
import { intercept } from "../pages/intercept";
import { SettingsPage } from "../pages/ops";
import { expect, test } from "./newsroom";

/** What comes and goes in the place of the page, told by the page itself: locators wait while it is being left. */
async function watch(page: Page) {
  await page.addInitScript(() => {
    let was = "page";
    new MutationObserver(() => {
      const bones = document.querySelector('[role="status"][aria-label="载入中"]');
      const main = document.querySelector("main");
      const is = bones && main && getComputedStyle(main).display === "none" ? "outline" : "page";
      if (is !== was) console.log(`shows: ${is}`);
      was = is;
    }).observe(document, { childList: true, subtree: true });
  });
  return (what: "outline" | "page") => page.waitForEvent("console", (message) => message.text() === `shows: ${what}`);
}

test("a page that is slow to come is outlined in the place of the one before; who stays is back at once", async ({
  at,
}) => {
  const settings = new SettingsPage(await at("admin"));
  const { page } = settings;
  const shown = await watch(page);
  const link = page.getByRole("navigation", { name: "编辑部" }).getByRole("link", { name: "操作记录" });
  /** Clicks on the link; gives the request that nothing answers yet. */
  const leave = async () => {
    await intercept(page);
    const asked = new Promise<Route>((done) => page.route("**/admin/audit", done, { times: 1 }));
    await link.click({ noWaitAfter: true });
    return asked;
  };

  await test.step("slow: outlined, then there", async () => {
    await settings.open();
    const outline = shown("outline");
    const request = await leave();
    await outline;
    await request.continue();
    await expect(page.getByRole("heading", { level: 1, name: "操作记录" })).toBeVisible();
    await expect(page.getByRole("status", { name: "载入中" })).toHaveCount(0);
  });

  await test.step("stopped with Escape: the page is there again", async () => {
    await settings.open();
    const outline = shown("outline");
    const request = await leave();
    await outline;
    const back = shown("page");
    await page.keyboard.press("Escape");
    await back;
    await request.abort("aborted");
    await expect(settings.field("网站名称")).toBeVisible();
  });

  await test.step("unsaved work: asked, stayed, nothing in its way", async () => {
    await settings.open();
    await settings.field("联系方式").fill("not-saved@example.com");
    const asked = page.waitForEvent("dialog").then((dialog) => dialog.dismiss());
    await link.click({ noWaitAfter: true });
    await asked;
    await expect(page.getByRole("status", { name: "载入中" })).toHaveCount(0);
    await expect(settings.field("联系方式")).toHaveValue("not-saved@example.com");
  });
});
