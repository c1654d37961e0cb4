import { DeskPage } from "../pages/desk";
import { WritingPage } from "../pages/writing";
import { expect, test } from "./newsroom";

test("of two editors at once the second is told who was first, and keeps every word", async ({ at, draft }) => {
  const first = new WritingPage(await at("editor"));
  const second = new WritingPage(await at("colleague"));
  await first.open(draft.id);
  await second.open(draft.id);

  await first.fill({ title: `${draft.title}，先到的`, body: "先到的文字。" });
  await first.save();
  await expect(first.saved).toContainText("已保存");

  await second.fill({ title: `${draft.title}，后到的`, body: "后到的文字。", tags: "后到" });
  await second.save();
  await expect(second.alert).toContainText("文章已被 陆遥 修改");
  await expect(second.title).toHaveValue(`${draft.title}，后到的`);
  await expect(second.body).toContainText("后到的文字。");
  await expect(second.field("标签")).toHaveValue("后到");
  await expect(second.saved).toContainText("有未保存的改动");
  await expect(second.alert.getByRole("link", { name: "在新标签页打开现在的版本" })).toBeVisible();

  await first.open(draft.id);
  await expect(first.body).toContainText("先到的文字。");
  await expect(first.body).not.toContainText("后到的文字。");
});

test("what is wrong is said in Chinese beside its field, and nothing typed is lost", async ({ at }) => {
  const writing = new WritingPage(await at("editor"));
  await writing.open();
  await writing.fill({ body: "只有正文。", symbols: "茅台" });
  await writing.saveButton.click();
  await expect(writing.title).toBeFocused();
  await expect(writing.title).toHaveAccessibleDescription("请写标题");
  await expect(writing.field("媒体")).toHaveAccessibleDescription("请选媒体");
  await expect(writing.field("提及的证券")).toHaveAccessibleDescription("证券代码应如 SH600519");
  await expect(writing.body).toContainText("只有正文。");

  await writing.fill({ title: "稿件", outlet: "东岸财经", symbols: "SH999998" });
  await writing.saveButton.click();
  await expect(writing.field("提及的证券")).toHaveAccessibleDescription("没有这些证券：SH999998");
  await writing.fill({ symbols: "SH600036", slug: "a b" });
  await writing.saveButton.click();
  await expect(writing.field("地址")).toHaveAccessibleDescription(/地址只能用文字、数字和连字符/);
});

test("a story without a body stays a draft, and says so", async ({ at }) => {
  const writing = new WritingPage(await at("editor"));
  await writing.open();
  await writing.fill({ title: "没有正文的报道", outlet: "东岸财经" });
  await writing.publish();
  await expect(writing.body).toHaveAccessibleDescription("请写正文");
  await expect(writing.panel.getByText("草稿", { exact: true })).toBeVisible();
});

test("an article that went to the bin comes back as it was, with what was not saved yet", async ({
  at,
  draft,
  reader,
}) => {
  const writing = new WritingPage(await at("editor"));
  const desk = new DeskPage(writing.page);
  await writing.open(draft.id);
  await writing.publish();
  await expect(writing.publicLink).toBeVisible();
  const path = (await writing.publicLink.getAttribute("href")) ?? "";
  await writing.fill({ body: "最后一句。" });
  await writing.trashButton.click();

  await expect(desk.undo).toBeVisible();
  await expect(desk.row(draft.title)).toHaveCount(0);
  expect(await reader.status(path)).toBe(410);

  await desk.undo.click();
  await expect(desk.row(draft.title)).toContainText("已发布");
  await expect(desk.undo).toBeHidden();
  const story = await reader.open(path);
  await expect(story.getByText("最后一句。")).toBeVisible();
});
