import { DeskPage } from "../pages/desk";
import { PeoplePage } from "../pages/people";
import { WritingPage } from "../pages/writing";
import { expect, test } from "./newsroom";

test("a contributor hands in, an editor gives it back with a note, and publishes it the second time", async ({
  at,
  reader,
}) => {
  const own = new WritingPage(await at("contributor"));
  await own.open();
  await own.fill({ title: "特约作者的稿件", body: "第一稿。", outlet: "东岸财经", slug: "te-yue-gao-jian" });
  await expect(own.publishButton).toHaveCount(0);
  await own.submitButton.click();
  const id = await own.settled();
  await expect(own.panel.getByText("待审", { exact: true })).toBeVisible();
  await expect(own.panel).toContainText("等编辑审稿，现在不能改。");
  await expect(own.saveButton).toHaveCount(0);
  await expect(own.title).not.toBeEditable();

  const desk = new DeskPage(await at("editor"));
  await desk.open();
  await desk.view("待审");
  await desk.row("特约作者的稿件").getByRole("link").click();
  const editor = new WritingPage(desk.page);
  await editor.body.waitFor();
  await editor.giveBack("请补上公告的日期");
  await expect(editor.panel.getByText("草稿", { exact: true })).toBeVisible();

  await own.open(id);
  await expect(own.page.getByRole("region", { name: "退回说明" })).toContainText("陆遥");
  await expect(own.page.getByRole("region", { name: "退回说明" })).toContainText("请补上公告的日期");
  await own.type("公告日期是十一月二十三日。");
  await own.submitButton.click();
  await expect(own.panel.getByText("待审", { exact: true })).toBeVisible();
  await expect(own.page.getByRole("region", { name: "退回说明" })).toHaveCount(0);
  expect(await reader.status("/articles/te-yue-gao-jian")).toBe(404);

  await editor.open(id);
  await expect(editor.body).toContainText("十一月二十三日");
  await editor.publish();
  await expect(editor.publicLink).toHaveAttribute("href", "/articles/te-yue-gao-jian");
  expect(await reader.status("/articles/te-yue-gao-jian")).toBe(200);
});

test("who handed a story in takes it back and goes on with it", async ({ at }) => {
  const own = new WritingPage(await at("author"));
  await own.open();
  await own.fill({ title: "先交再取回", body: "第一稿。", outlet: "东岸财经" });
  await own.submitButton.click();
  await own.settled();
  await own.panel.getByRole("button", { name: "取回修改" }).click();
  await expect(own.panel.getByText("草稿", { exact: true })).toBeVisible();
  await own.type("第二段。");
  await own.save();
  await expect(own.saved).toContainText("已保存");
});

test("under the four-eyes rule the most important flash is published by a second editor", async ({ at, reader }) => {
  const boss = new PeoplePage(await at("admin"));
  await boss.open();
  const rule = boss.page.getByRole("checkbox", { name: /特别重要的快讯/ });
  await rule.check();
  await expect(boss.page.getByText("已开启复核")).toBeVisible();
  try {
    const writer = new WritingPage(await at("editor"));
    await writer.open();
    await writer.fill({ title: "央行宣布降准", body: "一句话。", outlet: "东岸财经", slug: "yang-hang-jiang-zhun" });
    await writer.field("类型").selectOption({ label: "快讯" });
    await writer.field("级别").selectOption({ label: "特别重要" });
    await writer.save();
    const id = await writer.settled();
    await writer.publish();
    await expect(writer.alert).toContainText("要由第二个人发布");
    await writer.panel.getByRole("button", { name: "交审" }).click();
    await expect(writer.panel.getByText("待审", { exact: true })).toBeVisible();

    const second = new WritingPage(await at("colleague"));
    await second.open(id);
    await second.publish();
    await expect(second.publicLink).toBeVisible();
    expect(await reader.status("/articles/yang-hang-jiang-zhun")).toBe(200);
  } finally {
    await rule.uncheck();
    await expect(boss.page.getByText("已关闭复核")).toBeVisible();
  }
});
