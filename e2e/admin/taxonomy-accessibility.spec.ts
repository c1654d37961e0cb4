import { TaxonomyPage } from "../pages/taxonomy";
import { faults } from "./axe";
import { expect, test } from "./newsroom";

test("axe finds nothing on the pages of outlets and tags, empty, filled, merged, by day and by night, wide and narrow", async ({
  at,
}) => {
  test.slow();
  const made = new TaxonomyPage(await at("editor"));
  await made.create("categories", "无碍日报");
  const outlet = new URL(made.page.url()).pathname;
  await made.addAlias("无碍");
  await expect(made.section("别名")).toContainText("无碍");
  await made.create("categories", "无碍晚报");
  const merged = new URL(made.page.url()).pathname;
  await made.merge("无碍日报", "无碍日报");
  await made.settled();
  await made.create("tags", "无碍");
  const tag = new URL(made.page.url()).pathname;
  const pages = [
    ...["/admin/categories", "/admin/categories?view=merged", "/admin/categories?q=没有这家", "/admin/categories/new"],
    ...[outlet, merged, "/admin/tags", "/admin/tags?view=merged", "/admin/tags/new", tag, "/admin/taxonomy"],
  ];
  for (const width of [390, 1440]) {
    await made.page.setViewportSize({ width, height: 900 });
    for (const path of pages) {
      await made.page.goto(path);
      expect(await faults(made.page), `${path} ${width}`).toEqual([]);
      const { scroll, client } = await made.page.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        client: document.documentElement.clientWidth,
      }));
      expect(scroll, `${path} is no wider than the window`).toBeLessThanOrEqual(client);
    }
  }

  await test.step("with the list of a field open, and what a merge does", async () => {
    await made.page.goto(outlet);
    await made.section("合并").getByRole("combobox").fill("东岸财经");
    await made.section("合并").getByRole("option").first().waitFor();
    expect(await faults(made.page)).toEqual([]);
    await made.section("合并").getByRole("combobox").press("Enter");
    await made.section("合并").getByRole("button", { name: /^并入/ }).waitFor();
    expect(await faults(made.page)).toEqual([]);
  });
});
