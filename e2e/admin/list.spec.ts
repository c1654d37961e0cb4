import { DeskPage } from "../pages/desk";
import { expect, test } from "./newsroom";

test("the list is filtered by status, outlet, kind and words; all of it stands in the address", async ({
  at,
  draft,
}) => {
  const desk = new DeskPage(await at("editor"));
  await desk.open();
  await desk.view("草稿");
  await expect(desk.row(draft.title)).toContainText("草稿");
  await desk.view("已发布");
  await expect(desk.row(draft.title)).toHaveCount(0);
  await desk.filter({ outlet: "东岸财经", kind: "报道", words: "市" });
  await expect(desk.page).toHaveURL(/status=published.*q=.*category=.*kind=story/);
  await expect(desk.titles.first()).toContainText("市");
  const seen = await desk.titles.allTextContents();
  await desk.page.reload();
  await expect(desk.titles).toHaveText(seen);
  await desk.filter({ words: "没有这样的词" });
  await expect(desk.page.getByText("没有符合这些条件的文章。")).toBeVisible();
  await desk.page.getByRole("link", { name: "去掉筛选" }).click();
  await expect(desk.page).toHaveURL(/\/admin\/articles\?status=published$/);
});

test("older pages lead back to where one was", async ({ at }) => {
  const desk = new DeskPage(await at("editor"));
  await desk.open("?status=published");
  const first = await desk.titles.allTextContents();
  await desk.page.getByRole("link", { name: "较早" }).click();
  await expect(desk.page).toHaveURL(/after=/);
  const second = await desk.titles.allTextContents();
  expect(new Set([...first, ...second]).size).toBeGreaterThan(first.length);
  await desk.page.getByRole("link", { name: "较新" }).click();
  await expect(desk.page).toHaveURL(/before=/);
  await expect(desk.titles).toHaveText(first);
});
