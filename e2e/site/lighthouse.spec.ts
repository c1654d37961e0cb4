import { auditPages, type Category } from "../lighthouse";
import { expect, test } from "./pages";

const CATEGORIES: Category[] = ["accessibility", "best-practices", "seo"];

test("Lighthouse has nothing against the pages that readers open most", async ({ portal, templates }) => {
  test.setTimeout(180_000);
  const wanted = ["home", "outlet", "story", "stock", "live"];
  const paths = wanted.map((name) => templates.find((template) => template.name === name)!.path);
  // How fast they are is measured by `npm run bench -- lighthouse`: a busy machine says nothing about a page.
  const audited = await auditPages(portal.url, [...paths, "/search?q=%E9%94%82"], CATEGORIES);
  for (const { path, scores, faults } of audited) {
    expect({ path, faults }).toEqual({ path, faults: [] });
    expect(scores).toEqual({ accessibility: 100, "best-practices": 100, seo: 100 });
  }
});
