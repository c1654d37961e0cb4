import { HistoryPage } from "../pages/history";
import { WritingPage } from "../pages/writing";
import { faults } from "./axe";
import { expect, test } from "./newsroom";

test("every save is in the list; two are compared by words, the old one is restored and readers see it", async ({
  at,
  draft,
  reader,
}) => {
  const page = await at("editor");
  const writing = new WritingPage(page);
  const history = new HistoryPage(page);

  await test.step("three versions: written, published, changed", async () => {
    await writing.open(draft.id);
    await writing.publish();
    await expect(writing.publicLink).toBeVisible();
    await writing.fill({ title: `${draft.title}，央行下调利率`, body: "新添的一句。", tags: "央行" });
    await writing.save();
    await expect(writing.saved).toContainText("已保存");
    await expect(page.getByRole("link", { name: "第 3 版，版本记录" })).toBeVisible();
  });
  const path = (await writing.publicLink.getAttribute("href")) ?? "";

  await test.step("the list says who, when and what", async () => {
    await page.getByRole("link", { name: "第 3 版，版本记录" }).click();
    await expect(history.rows).toHaveCount(3);
    await expect(history.row(3)).toContainText("标题、正文 +6 字、标签");
    await expect(history.row(3)).toContainText("陆遥");
    await expect(history.row(3)).toContainText("现在的版本");
    await expect(history.row(2)).toContainText("发布");
    await expect(history.row(1)).toContainText("首版");
    await expect(history.row(1)).toContainText("草稿");
  });

  await test.step("two are chosen; the words that came are marked", async () => {
    await history.pick(2, 3);
    await expect(page).toHaveURL(/\/revisions\?(?=.*from=2)(?=.*to=3)/);
    await expect(history.inserted.filter({ hasText: "，央行下调利率" })).toHaveCount(1);
    await expect(history.inserted.filter({ hasText: "新添的一句。" })).toHaveCount(1);
    await expect(history.deleted).toHaveCount(0);
    await expect(history.fields.getByRole("row", { name: /标签 空 ?［新增：\s*央行\s*］/ })).toBeVisible();
    await expect(page.getByText("新增 13 字")).toBeVisible();
    await history.open(draft.id, "?from=3&to=2");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("第 2 版");
  });

  await test.step("restored as a new version with its reason, on the public page at once", async () => {
    await history.open(draft.id);
    await history.restore(2);
    await expect(history.rows).toHaveCount(4);
    await expect(history.row(4)).toContainText("恢复第 2 版");
    await expect(history.row(4)).toContainText("现在的版本");
    const story = await reader.open(path);
    await expect(story.getByRole("heading", { level: 1 })).toHaveText(draft.title);
    await expect(story.getByText("新添的一句。")).toHaveCount(0);
  });
});

test("without script the versions are compared all the same", async ({ browser, at, draft }) => {
  const writing = new WritingPage(await at("editor"));
  await writing.open(draft.id);
  await writing.fill({ title: `${draft.title}，改` });
  await writing.save();
  await expect(writing.saved).toContainText("已保存");
  const storageState = await writing.page.context().storageState();
  const context = await browser.newContext({
    baseURL: new URL(writing.page.url()).origin,
    storageState,
    javaScriptEnabled: false,
  });
  const history = new HistoryPage(await context.newPage());
  await history.open(draft.id);
  await history.pick(1, 2);
  await expect(history.inserted).toContainText("，改");
  await context.close();
});

test("an author sees the history of their own articles only", async ({ at, draft }) => {
  const page = await at("author");
  await new HistoryPage(page).open(draft.id);
  await expect(page.getByRole("heading", { name: "没有这一页" })).toBeVisible();
  await page.goto(`/preview/articles/${draft.id}`);
  await expect(page.getByRole("heading", { name: "这个预览链接不能用了" })).toBeVisible();
});

test("axe finds nothing in the history", async ({ at, draft }) => {
  const page = await at("editor");
  const writing = new WritingPage(page);
  await writing.open(draft.id);
  await writing.fill({ title: "另一个标题", body: "又一句。", tags: "甲" });
  await writing.save();
  await expect(writing.saved).toContainText("已保存");
  const history = new HistoryPage(page);
  await history.open(draft.id);
  expect(await faults(page)).toEqual([]);
  await history.row(1).getByRole("button", { name: "恢复第 1 版" }).click();
  expect(await faults(page)).toEqual([]);
  await history.open(draft.id, "?from=1&to=2");
  await expect(history.inserted.first()).toBeVisible();
  expect(await faults(page)).toEqual([]);
});
