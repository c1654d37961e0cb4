import { DeskPage } from "../pages/desk";
import { WritingPage } from "../pages/writing";
import { loseNextAction, loseNextAnswer } from "./line";
import { databaseOf, expect, test } from "./newsroom";

const LOST = "服务器没有回答";

test("publishing whose answer was lost is found to be done by trying again: without a reload, and once", async ({
  at,
  draft,
  portal,
  reader,
}) => {
  const sql = databaseOf(portal);
  const trail = async () =>
    (await sql`select action from audit_log where subject_id = ${draft.id} order by id`).map(({ action }) => action);
  const writing = new WritingPage(await at("editor"));
  await writing.open(draft.id);
  await writing.publishButton.click();
  // The dialog's own question is answered, so that the next action is the publication.
  await expect(writing.publishing.getByText("提醒").first()).toBeVisible();
  await loseNextAnswer(writing.page);
  await writing.confirmButton.click();
  await expect(writing.alert).toContainText(LOST);
  await expect(writing.alert).toContainText("“发布”");
  expect(await trail()).toEqual(["article.created", "article.published"]);

  // Written in the meantime: it is no conflict with oneself.
  await writing.type("还在写。");
  await writing.alert.getByRole("button", { name: "再试一次" }).click();
  await expect(writing.publicLink).toBeVisible();
  await expect(writing.alert).toBeHidden();
  await expect(writing.saved).toContainText("第 3 版");
  expect(await trail()).toEqual(["article.created", "article.published", "article.updated"]);
  const path = (await writing.publicLink.getAttribute("href")) ?? "";
  expect((await reader.answer(path)).text).toContain("第一段。还在写。");
  await sql.end();
});

test("withdrawing, the bin, the way back, and taking a time back are each found out by the same button", async ({
  at,
  draft,
  portal,
}) => {
  const sql = databaseOf(portal);
  const state = async () =>
    (await sql`select status, version from articles where id = ${draft.id}`)[0] as { status: string; version: number };
  const writing = new WritingPage(await at("editor"));
  const { panel, alert } = writing;
  const desk = new DeskPage(writing.page);
  await writing.open(draft.id);

  await test.step("a time: not a second one either, when another was chosen", async () => {
    await writing.publishButton.click();
    await expect(writing.publishing.getByText("提醒").first()).toBeVisible();
    await writing.publishing.getByRole("radio", { name: "定时" }).check();
    await writing.when.fill("明天 8:00");
    await loseNextAnswer(writing.page);
    await writing.confirmButton.click();
    await expect(alert).toContainText(LOST);
    await expect(writing.strip("这篇已有第 2 版")).toHaveCount(0);
    await writing.publish("明天 9:30");
    await expect(panel).toContainText("09:30（北京时间）发布");
    expect(await state()).toEqual({ status: "scheduled", version: 3 });
  });

  await test.step("the time taken back", async () => {
    const back = panel.getByRole("button", { name: "取消定时" });
    await loseNextAnswer(writing.page);
    await back.click();
    await expect(alert).toContainText(LOST);
    await back.click();
    await expect(panel.getByText("草稿", { exact: true })).toBeVisible();
    expect(await state()).toEqual({ status: "draft", version: 4 });
  });

  await test.step("withdrawn, with its reason", async () => {
    await writing.publish();
    await expect(writing.publicLink).toBeVisible();
    await loseNextAnswer(writing.page);
    await writing.withdraw("来源有误");
    await expect(alert).toContainText(LOST);
    await alert.getByRole("button", { name: "再试一次" }).click();
    await expect(panel).toContainText("撤回原因：来源有误");
    expect(await state()).toEqual({ status: "withdrawn", version: 6 });
  });

  await test.step("in the bin, and back from the list and from the article", async () => {
    await loseNextAnswer(writing.page);
    await writing.trashButton.click();
    await expect(alert).toContainText(LOST);
    await alert.getByRole("button", { name: "再试一次" }).click();
    await expect(desk.undo).toBeVisible();
    expect(await state()).toEqual({ status: "trashed", version: 7 });
    await loseNextAnswer(writing.page);
    await desk.undo.click();
    await expect(desk.page.getByText(LOST)).toBeVisible();
    await desk.undo.click();
    await expect(desk.undo).toBeHidden();
    expect(await state()).toEqual({ status: "withdrawn", version: 8 });

    await writing.open(draft.id);
    await writing.trashButton.click();
    await expect(desk.undo).toBeVisible();
    await writing.open(draft.id);
    await loseNextAnswer(writing.page);
    await panel.getByRole("button", { name: "恢复" }).click();
    await expect(alert).toContainText(LOST);
    await alert.getByRole("button", { name: "再试一次" }).click();
    await expect(panel.getByText("已撤回", { exact: true })).toBeVisible();
    expect(await state()).toEqual({ status: "withdrawn", version: 10 });
  });
  await sql.end();
});

test("a step that never arrived is done by the second try", async ({ at, draft, portal }) => {
  const sql = databaseOf(portal);
  const writing = new WritingPage(await at("editor"));
  await writing.open(draft.id);
  await writing.publishButton.click();
  await expect(writing.publishing.getByText("提醒").first()).toBeVisible();
  await loseNextAction(writing.page);
  await writing.page.keyboard.press("ControlOrMeta+Enter");
  await expect(writing.alert).toContainText(LOST);
  const [before] = await sql`select status from articles where id = ${draft.id}`;
  expect(before).toEqual({ status: "draft" });
  await writing.alert.getByRole("button", { name: "再试一次" }).click();
  await expect(writing.publicLink).toBeVisible();
  await sql.end();
});

test("what a colleague did meanwhile is told, and nothing is done on top of it", async ({ at, draft }) => {
  const writing = new WritingPage(await at("editor"));
  await writing.open(draft.id);
  await loseNextAction(writing.page);
  await writing.trashButton.click();
  await expect(writing.alert).toContainText(LOST);
  const other = new WritingPage(await at("colleague"));
  await other.open(draft.id);
  await other.type("同事的话。");
  await other.save();
  await expect(other.saved).toContainText("第 2 版");
  await writing.alert.getByRole("button", { name: "再试一次" }).click();
  await expect(writing.alert).toContainText("文章已被 沈知微 修改（第 2 版）");
  await expect(writing.panel.getByText("草稿", { exact: true })).toBeVisible();
});
