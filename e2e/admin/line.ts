import type { Page } from "@playwright/test";
import { intercept } from "../pages/intercept";

/** The next action reaches the server, and its answer is lost on the way back. */
export async function loseNextAnswer(page: Page) {
  await breakNextAction(page, true);
}

/** The next action never reaches the server. */
export async function loseNextAction(page: Page) {
  await breakNextAction(page, false);
}

async function breakNextAction(page: Page, arrives: boolean) {
  await intercept(page);
  let isLost = false;
  await page.route(/\/admin\/(articles|flash)/, async (route) => {
    if (isLost || !route.request().headers()["next-action"]) return route.fallback();
    isLost = true;
    if (arrives) await route.fetch();
    await route.abort("connectionreset");
  });
}

/** Scripts that the page's document does not name stay on their way until the function given back is called. */
export async function holdLazyScripts(page: Page): Promise<() => void> {
  const document = await (await page.request.get(page.url())).text();
  let letCome = () => {};
  const isTime = new Promise<void>((done) => {
    letCome = done;
  });
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    const name = new URL(route.request().url()).pathname.split("/").at(-1) ?? "";
    if (!document.includes(name)) await isTime;
    await route.fallback();
  });
  return letCome;
}
