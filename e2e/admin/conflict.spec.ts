import { WritingPage } from "../pages/writing";
import { faults } from "./axe";
import { expect, test } from "./newsroom";

/** Types into the paragraph with these words, at its end. */
async function append(writing: WritingPage, paragraph: string, words: string) {
  await writing.body.getByText(paragraph).click();
  await writing.page.keyboard.press("End");
  await writing.page.keyboard.insertText(words);
}

const radio = (writing: WritingPage, place: string, name: string) =>
  writing.merge.getByRole("group", { name: place }).getByRole("radio", { name });

test("of two who changed one version the second merges, and both texts are in the result", async ({ at, draft }) => {
  const first = new WritingPage(await at("editor"));
  await first.open(draft.id);
  await first.type("");
  for (const paragraph of ["第二段。", "第三段。"]) {
    await first.page.keyboard.press("Enter");
    await first.page.keyboard.insertText(paragraph);
  }
  await first.save();
  await expect(first.saved).toContainText("第 2 版");
  const second = new WritingPage(await at("colleague"));
  await second.open(draft.id);

  await first.fill({ title: `${draft.title}，先到的`, tags: "先到" });
  await append(first, "第一段", "先到的首段。");
  await append(first, "第三段", "先到的末段。");
  await first.save();
  await expect(first.saved).toContainText("第 3 版");

  await second.fill({ title: `${draft.title}，后到的`, tags: "后到" });
  await append(second, "第二段", "后到的中段。");
  await append(second, "第三段", "后到的末段。");
  await second.save();
  await expect(second.alert).toContainText("文章已被 陆遥 修改");
  await second.alert.getByRole("button", { name: "对照合并" }).click();

  await expect(second.merge).toContainText("两边都改了的有 2 处");
  const use = second.merge.getByRole("button", { name: "用合并的文字" });
  await expect(use).toBeDisabled();
  await radio(second, "标题", "对方的").check();
  await radio(second, "正文", "两个都要").check();
  expect(await faults(second.page)).toEqual([]);
  await use.click();
  await expect(second.merge).toBeHidden();
  await expect(second.title).toHaveValue(`${draft.title}，先到的`);
  await expect(second.field("标签")).toHaveValue("后到、先到");
  const merged = ["第一段。先到的首段。", "第二段。后到的中段。", "第三段。后到的末段。", "第三段。先到的末段。"];
  await expect(second.body.locator("p")).toHaveText(merged);

  await test.step("as an edit like any other, on the newest version", async () => {
    await second.body.press("ControlOrMeta+z");
    await expect(second.body.locator("p")).toHaveText(["第一段。", "第二段。后到的中段。", "第三段。后到的末段。"]);
    await second.body.press("ControlOrMeta+Shift+z");
    await expect(second.body.locator("p")).toHaveText(merged);
    await second.save();
    await expect(second.saved).toContainText("第 4 版");
    await first.page.reload();
    await expect(first.body.locator("p")).toHaveText(merged);
  });
});

test("unsaved text on a version that is no longer the newest leads to the merge, also after a reload", async ({
  at,
  draft,
}) => {
  const mine = new WritingPage(await at("colleague"));
  await mine.open(draft.id);
  await mine.type("我的草稿。");
  await expect(mine.saved).toContainText("正在保存");
  await expect(mine.saved).toContainText(/已保存/);
  const theirs = new WritingPage(await at("editor"));
  await theirs.open(draft.id);
  await theirs.fill({ title: `${draft.title}，新题` });
  await theirs.save();
  await expect(theirs.saved).toContainText("第 2 版");

  await mine.page.reload();
  await mine.strip("已有第 2 版").getByRole("button", { name: "对照合并" }).click();
  await expect(mine.merge).toContainText("没有两边都改的地方");
  await mine.merge.getByRole("button", { name: "用合并的文字" }).click();
  await expect(mine.title).toHaveValue(`${draft.title}，新题`);
  await expect(mine.body).toHaveText("第一段。我的草稿。");
  await expect(mine.strip("已有第 2 版")).toBeHidden();
  await mine.save();
  await expect(mine.saved).toContainText("第 3 版");
});

test("who else has the article open is shown, and whether they write", async ({ at, draft }) => {
  const first = new WritingPage(await at("editor"));
  await first.open(draft.id);
  const second = new WritingPage(await at("colleague"));
  await second.open(draft.id);
  await expect(second.others).toContainText("陆遥 也打开了这篇");
  await first.type("一句。");
  await expect(first.others).toContainText("沈知微 也打开了这篇");
  await second.type("又一句。");
  await expect(second.others).toContainText("陆遥 正在写");
  await first.page.close();
  await second.type("再一句。");
  await expect(second.others).toBeHidden({ timeout: 15_000 });
});

test("axe finds nothing in the editor with its notices", async ({ at, draft }) => {
  const theirs = new WritingPage(await at("colleague"));
  await theirs.open(draft.id);
  const writing = new WritingPage(await at("editor"));
  await writing.open(draft.id);
  await writing.type("一句。");
  await expect(writing.others).toBeVisible();
  await expect(writing.saved).toContainText("已保存");
  await theirs.fill({ title: "别的题" });
  await theirs.save();
  await expect(theirs.saved).toContainText("第 2 版");
  await writing.page.reload();
  await expect(writing.strip("恢复了")).toBeVisible();
  await expect(writing.strip("已有第 2 版")).toBeVisible();
  await writing.page.route("**/api/admin/working-copy", (route) =>
    route.fulfill({ status: 401, json: { code: "unauthenticated", message: "登录已失效" } }),
  );
  await writing.type("又一句。");
  await expect(writing.strip("登录已失效")).toBeVisible();
  expect(await faults(writing.page)).toEqual([]);
});
