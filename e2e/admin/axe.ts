import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** Until what fades in has its colours; what breathes for ever, or moves as the page is scrolled, is not waited for. */
const atRest = (page: Page) =>
  page.evaluate(async () => {
    const moving = document
      .getAnimations()
      .filter(
        ({ effect, timeline }) => timeline === document.timeline && effect?.getComputedTiming().endTime !== Infinity,
      );
    await Promise.allSettled(moving.map(({ finished }) => finished));
  });

/** For a page without frames axe needs no second page to put its findings together in. */
const axe = (page: Page) =>
  new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode(page.frames().length === 1);

/**
 * What axe has against a page, frames included, by day and by night. Both are one document in other colours, so at
 * night contrast alone is looked at. Leaves the page in the light.
 */
export async function faults(page: Page) {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await atRest(page);
    const run = colorScheme === "light" ? axe(page) : axe(page).withRules(["color-contrast"]);
    const { violations } = await run.analyze();
    found.push(...violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]?.html}`));
  }
  await page.emulateMedia({ colorScheme: "light" });
  return found;
}
