import { faults } from "../admin/axe";
import { expect, test } from "./pages";

/** The templates are looked at in so many journeys: all of them take longer than one may. */
const PARTS = 4;

for (let part = 0; part < PARTS; part++)
  test(`axe finds nothing on reader pages, part ${part + 1} of ${PARTS}`, async ({ page, templates }) => {
    await page.goto("/");
    const story = await page.locator('main a[href^="/articles/"]').first().getAttribute("href");
    const paths = [...templates.map(({ path }) => path), story ?? ""].filter((_, at) => at % PARTS === part);
    expect(paths.length).toBeGreaterThan(3);
    for (const path of paths) {
      await page.goto(path);
      expect(await faults(page), path).toEqual([]);
    }
  });
