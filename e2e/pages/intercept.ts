import { expect, type Page } from "@playwright/test";

/**
 * After this what the open page asks for goes through its routes. `page.route` alone comes back before the page's
 * renderer has heard of it: what is asked for in the next milliseconds may pass by.
 */
export async function intercept(page: Page) {
  await page.route("**/intercepted", (route) => route.fulfill({ status: 204 }));
  await expect.poll(() => page.evaluate(async () => (await fetch("/intercepted")).status)).toBe(204);
}
