import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./pages";

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on reader pages, ${colorScheme}`, async ({ page, templates }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ colorScheme });
    await page.goto("/");
    const story = await page.locator('main a[href^="/articles/"]').first().getAttribute("href");
    for (const path of [...templates.map((template) => template.path), story ?? ""]) {
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
  });
}
