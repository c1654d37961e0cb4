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

/** What axe has against a page, frames included. */
export async function faults(page: Page) {
  await atRest(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
