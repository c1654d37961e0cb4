import { DeskPage } from "../pages/desk";
import { faults } from "./axe";
import { makeDrafts } from "./drafts";
import { expect, test } from "./newsroom";

test("many are published at once: first a count, then an undo that takes back exactly these", async ({
  at,
  portal,
  reader,
}) => {
  const { word, titles, slugs } = await makeDrafts(portal, 4, { empty: 1 });
  const desk = new DeskPage(await at("editor"));
  await desk.open(`?q=${word}`);
  await expect(desk.titles).toHaveText(titles);
  await desk.tickBox(titles[0]!).check();
  await desk.tickBox(titles[3]!).click({ modifiers: ["Shift"] });
  await expect(desk.bar).toContainText("4 篇已选");
  await desk.act("发布");
  await expect(desk.dialog).toContainText("将发布 3 篇，另有 1 篇不会改动");
  await expect(desk.dialog).toContainText(`正文还空着：1 篇《${titles[3]}》`);
  expect(await faults(desk.page)).toEqual([]);
  await desk.confirm("发布 3 篇");
  await desk.says("已发布 3 篇");
  await expect(desk.row(titles[0]!)).toContainText("已发布");
  await expect(desk.row(titles[3]!)).toContainText("草稿");
  await expect(desk.tickBox(titles[0]!)).not.toBeChecked();
  expect(await reader.status(`/articles/${slugs[0]}`)).toBe(200);

  await desk.act("撤销");
  await desk.says("已撤销 3 篇");
  await expect(desk.row(titles[0]!)).toContainText("已撤回");
  await expect(desk.bar.getByRole("button", { name: "撤销" })).toHaveCount(0);
  expect(await reader.status(`/articles/${slugs[0]}`)).toBe(410);
  await desk.bar.getByRole("button", { name: "关上" }).click();
  await expect(desk.bar).toHaveCount(0);
});

test("by keyboard alone: to a row, tick, a range, into the bin and back", async ({ at, portal }) => {
  const { word, titles } = await makeDrafts(portal, 3);
  const desk = new DeskPage(await at("editor"));
  await desk.open(`?q=${word}`);
  const { keyboard } = desk.page;
  // The keys answer as soon as the page's script does.
  await expect(async () => {
    await desk.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await keyboard.press("j");
    await expect(desk.titles.nth(0)).toBeFocused({ timeout: 200 });
  }).toPass();
  await keyboard.press("x");
  await keyboard.press("j");
  await keyboard.press("j");
  await keyboard.press("k");
  await expect(desk.titles.nth(1)).toBeFocused();
  await keyboard.press("Shift+X");
  await expect(desk.bar).toContainText("2 篇已选");
  await keyboard.press("Escape");
  await expect(desk.bar).toHaveCount(0);
  await keyboard.press("x");
  await expect(desk.bar).toContainText("1 篇已选");
  await desk.bar.getByRole("button", { name: "移到回收站" }).focus();
  await keyboard.press("Enter");
  await expect(desk.dialog).toContainText("将移到回收站 1 篇。");
  await desk.dialog.getByRole("button", { name: "移到回收站 1 篇" }).focus();
  await keyboard.press("Enter");
  await desk.says("已移到回收站 1 篇");
  await expect(desk.titles).toHaveText([titles[0]!, titles[2]!]);
  await desk.bar.getByRole("button", { name: "撤销" }).focus();
  await keyboard.press("Enter");
  await desk.says("已撤销 1 篇");
  await expect(desk.titles).toHaveCount(3);
  await expect(desk.row(titles[1]!)).toContainText("草稿");
});

test("a whole list is taken, the count is of that moment; the act is spoken of on the next page too", async ({
  at,
  portal,
}) => {
  const { word, titles } = await makeDrafts(portal, 25);
  const desk = new DeskPage(await at("editor"));
  await desk.open(`?q=${word}&status=draft`);
  await desk.wholePage.check();
  await expect(desk.bar).toContainText("20 篇已选");
  await desk.act("选中全部符合条件的");
  await expect(desk.bar).toContainText("符合条件的25 篇全部已选");
  await desk.tickBox(titles[0]!).uncheck();
  await expect(desk.bar).toContainText("19 篇已选");
  await desk.act("选中全部符合条件的");
  await desk.act("移到回收站");
  await desk.confirm("移到回收站 25 篇");
  await expect(desk.dialog).toBeHidden();
  await desk.open(`?q=${word}&status=trashed`);
  await desk.says("已移到回收站 25 篇");
  await expect(desk.titles).toHaveCount(20);

  await test.step("from the bin they come back", async () => {
    await desk.wholePage.check();
    await desk.act("恢复");
    await desk.confirm("恢复 20 篇");
    await desk.says("已恢复 20 篇");
    await expect(desk.titles).toHaveCount(5);
  });
});

test("on a phone: another outlet, tags, and a withdrawal with its reason", async ({ at, portal, reader }) => {
  const { word, titles, slugs } = await makeDrafts(portal, 2);
  const desk = new DeskPage(await at("editor"));
  await desk.page.setViewportSize({ width: 390, height: 844 });
  await desk.open(`?q=${word}`);
  const overflows = () => desk.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  const choose = async () => {
    await desk.wholePage.check();
    await expect(desk.bar).toContainText("2 篇已选");
  };
  await choose();
  expect(await overflows()).toBe(false);
  expect(await faults(desk.page)).toEqual([]);
  await desk.act("改媒体");
  await expect(desk.dialog.getByRole("button", { name: /^改媒体/ })).toBeDisabled();
  await desk.dialog.getByLabel("改到哪个媒体").selectOption({ label: "东岸财经" });
  await expect(desk.dialog).toContainText("已经在这个媒体：2 篇");
  await desk.dialog.getByLabel("改到哪个媒体").selectOption({ label: "北辰观察" });
  await desk.confirm("改媒体 2 篇");
  await desk.says("已改媒体 2 篇");
  await expect(desk.row(titles[0]!)).toContainText("北辰观察");

  await choose();
  await desk.act("加标签");
  await desk.dialog.getByLabel("加哪些标签").fill(`${word}，资金面`);
  await desk.confirm("加标签 2 篇");
  await desk.says("已加标签 2 篇");

  await choose();
  await desk.act("发布");
  await desk.confirm("发布 2 篇");
  await desk.says("已发布 2 篇");
  expect(await reader.status(`/tag/${word}`)).toBe(200);

  await choose();
  await desk.act("撤回");
  await desk.dialog.getByLabel("原因").fill("来源有误");
  await desk.confirm("撤回 2 篇");
  await desk.says("已撤回 2 篇");
  expect(await faults(desk.page)).toEqual([]);
  expect(await overflows()).toBe(false);
  expect(await reader.status(`/articles/${slugs[1]}`)).toBe(410);
  await desk.act("撤销");
  await desk.says("已撤销 2 篇");
  expect(await reader.status(`/articles/${slugs[1]}`)).toBe(200);
});

test("what somebody changed meanwhile is left alone, and named", async ({ at, portal }) => {
  const { word, titles } = await makeDrafts(portal, 2);
  const desk = new DeskPage(await at("editor"));
  await desk.open(`?q=${word}`);
  await desk.wholePage.check();
  await desk.act("移到回收站");
  await expect(desk.dialog).toContainText("将移到回收站 2 篇。");
  const other = new DeskPage(await at("colleague"));
  await other.open(`?q=${word}`);
  await other.tickBox(titles[1]!).check();
  await other.act("加标签");
  await other.dialog.getByLabel("加哪些标签").fill("先改一步");
  await other.confirm("加标签 1 篇");
  await other.says("已加标签 1 篇");
  await desk.confirm("移到回收站 2 篇");
  await desk.says("已移到回收站 1 篇，1 篇没有改动");
  await desk.act("看原因");
  await expect(desk.dialog.getByRole("listitem")).toContainText([`${titles[1]}文章已被 沈知微 修改`]);
  expect(await faults(desk.page)).toEqual([]);
});

test("axe finds nothing with everything open", async ({ at, portal }) => {
  const { word } = await makeDrafts(portal, 2);
  const desk = new DeskPage(await at("editor"));
  for (const width of [1440, 390]) {
    await desk.page.setViewportSize({ width, height: 900 });
    await desk.open(
      `?q=${word}&kind=story&sort=created&cols=status,outlet,author,level,words,published,updated,created`,
    );
    await desk.search.getByText("更多条件、排序与栏目").click();
    await desk.wholePage.check();
    await expect(desk.bar).toBeVisible();
    expect(await faults(desk.page)).toEqual([]);
    await desk.act("加标签");
    await expect(desk.dialog).toContainText("将加标签 2 篇。");
    expect(await faults(desk.page)).toEqual([]);
  }
});
