import type { Page } from "@playwright/test";

/** The next action reaches the server, and its answer is lost on the way back. */
export async function loseNextAnswer(page: Page) {
  await breakNextAction(page, true);
}

/** The next action never reaches the server. */
export async function loseNextAction(page: Page) {
  await breakNextAction(page, false);
}

async function breakNextAction(page: Page, arrives: boolean) {
  let isLost = false;
  await page.route(/\/admin\/(articles|flash)/, async (route) => {
    if (isLost || !route.request().headers()["next-action"]) return route.fallback();
    isLost = true;
    if (arrives) await route.fetch();
    await route.abort("connectionreset");
  });
}
