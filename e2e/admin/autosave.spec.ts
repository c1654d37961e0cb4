import { articlePath } from "../../lib/urls";
import { EditorPage } from "../pages/editor";
import { WritingPage } from "../pages/writing";
import { holdLazyScripts, loseNextAnswer } from "./line";
import { expect, test } from "./newsroom";

const SAVED = /已保存 \d\d:\d\d:\d\d/;
const API = "**/api/admin/working-copy";
const unsaved = (writing: WritingPage) => writing.saved.getByText(/草稿只有你看得到|版之后的改动|待更新/);

test("a tab that is closed loses nothing: a new story is found at its address, and offered to who begins another", async ({
  at,
}) => {
  const first = new WritingPage(await at("editor"));
  await first.open();
  await first.fill({ title: "没存的新稿", body: "写到一半。", tags: "央行、流动性", outlet: "东岸财经" });
  await expect(first.saved).toHaveText(new RegExp(`${SAVED.source}草稿只有你看得到`));
  const address = first.page.url();
  await first.page.close();

  const again = new WritingPage(await first.page.context().newPage());
  await again.page.goto(address);
  await expect(again.strip("恢复了")).toBeVisible();
  await expect(again.title).toHaveValue("没存的新稿");
  await expect(again.body).toHaveText("写到一半。");
  await expect(again.field("标签")).toHaveValue("央行、流动性");
  await expect(again.field("媒体").locator("option:checked")).toHaveText("东岸财经");

  await test.step("on another machine too", async () => {
    const elsewhere = new WritingPage(await at("editor"));
    await elsewhere.open();
    await elsewhere.page
      .getByRole("navigation", { name: "未保存的新稿" })
      .getByRole("link", { name: "没存的新稿" })
      .click();
    await expect(elsewhere.body).toHaveText("写到一半。");
    const strangers = new WritingPage(await at("colleague"));
    await strangers.page.goto(address.replace("?new", ""));
    await expect(strangers.page.getByRole("heading", { name: "没有这一页" })).toBeVisible();
    await elsewhere.page.close();
  });

  await again.save();
  await again.settled();
  await expect(again.saved).toHaveText(new RegExp(`${SAVED.source}第 1 版`));
  await expect(again.strip("恢复了")).toBeHidden();
  await again.open();
  await expect(again.page.getByRole("link", { name: "没存的新稿" })).toHaveCount(0);
});

test("readers see a published story's changes when it is updated, and not before", async ({ at, draft, reader }) => {
  const writing = new WritingPage(await at("editor"));
  await writing.open(draft.id);
  await writing.publish();
  await expect(writing.publicLink).toBeVisible();
  const path = (await writing.publicLink.getAttribute("href")) ?? articlePath("");
  await writing.fill({ title: `${draft.title}，改`, body: "新的一句。" });
  await expect(unsaved(writing)).toHaveText("读者还看不到，待更新");
  await expect(writing.saved).toContainText(SAVED);
  expect((await reader.answer(path)).text).not.toContain("新的一句");

  await writing.page.reload();
  await expect(writing.body).toContainText("新的一句。");
  expect((await reader.answer(path)).text).not.toContain("新的一句");
  await writing.saveButton.filter({ hasText: "更新" }).click();
  await expect(writing.saved).toContainText("第 3 版");
  const { text } = await reader.answer(path);
  expect(text).toContain("新的一句");
  expect(text).toContain(`${draft.title}，改`);
});

test("offline the text is kept in the browser and says so; back online it is saved by itself", async ({
  at,
  draft,
}) => {
  const writing = new WritingPage(await at("editor"));
  await writing.open(draft.id);
  await writing.page.context().setOffline(true);
  await writing.type("没有网。");
  await expect(writing.saved).toContainText(/离线，已存本机 \d\d:\d\d:\d\d/);
  await writing.save();
  await expect(writing.alert).toContainText("服务器没有回答");
  await expect(writing.body).toContainText("没有网。");

  await writing.page.context().setOffline(false);
  await expect(writing.saved).toContainText(SAVED);
  await writing.page.reload();
  await expect(writing.body).toContainText("没有网。");
});

test("undo and caret survive autosave and saving", async ({ at, draft }) => {
  const writing = new WritingPage(await at("editor"));
  await writing.open(draft.id);
  await writing.type("甲句。");
  await expect(unsaved(writing)).toBeVisible();
  await expect(writing.saved).toContainText(SAVED);
  for (let step = 0; step < 3; step++) await writing.page.keyboard.press("ArrowLeft");
  await writing.page.keyboard.insertText("乙句。");
  await expect(writing.saved).toContainText("正在保存");
  await expect(writing.saved).toContainText(SAVED);
  await writing.page.keyboard.insertText("丙句。");
  await expect(writing.body).toHaveText("第一段。乙句。丙句。甲句。");
  await writing.save();
  await expect(writing.saved).toContainText("第 2 版");
  await writing.page.keyboard.press("ControlOrMeta+z");
  await writing.page.keyboard.press("ControlOrMeta+z");
  await expect(writing.body).toHaveText("第一段。甲句。");
  await expect(writing.saved).toContainText("第 2 版之后的改动");
  await expect(writing.saved).toContainText(SAVED);
});

test("undo goes back behind the first save of a new story, and what is typed on is kept", async ({ at }) => {
  const writing = new EditorPage(await at("editor"));
  await writing.open();
  await writing.fill({ title: "新稿的撤销", outlet: "东岸财经", body: "甲句。" });
  await writing.save();
  await writing.settled();
  await expect(writing.saved).toContainText("第 1 版");
  // Pasted, which is a step of its own however soon it comes.
  await writing.paste("", "乙句。");
  await expect(writing.body).toHaveText("甲句。乙句。");
  await expect(writing.saved).toContainText("第 1 版之后的改动");
  await writing.page.keyboard.press("ControlOrMeta+z");
  await expect(writing.body).toHaveText("甲句。");
  await writing.page.keyboard.press("ControlOrMeta+z");
  await expect(writing.body).toHaveText("");
  await writing.page.keyboard.press("ControlOrMeta+Shift+z");
  await expect(writing.body).toHaveText("甲句。");
});

test("recovered text is let go of when the writer says so, and comes back when they take that back", async ({
  at,
  draft,
}) => {
  const writing = new WritingPage(await at("editor"));
  await writing.open(draft.id);
  await writing.fill({ title: "改了标题", body: "第二句。" });
  await expect(writing.saved).toContainText("正在保存");
  await expect(writing.saved).toContainText(SAVED);
  await writing.page.reload();
  await writing.strip("恢复了").getByRole("button", { name: "放弃改动" }).click();
  await expect(writing.title).toHaveValue(draft.title);
  await expect(writing.body).toHaveText("第一段。");
  await writing.strip("已放弃").getByRole("button", { name: "撤销" }).click();
  await expect(writing.title).toHaveValue("改了标题");
  await expect(writing.body).toHaveText("第一段。第二句。");
  const emptied = writing.page.waitForResponse((r) => r.request().postData()?.includes('"fields":null') === true);
  await writing.strip("恢复了").getByRole("button", { name: "放弃改动" }).click();
  await emptied;
  await writing.page.reload();
  await expect(writing.title).toHaveValue(draft.title);
  await expect(writing.strip("恢复了")).toHaveCount(0);
});

test("what is let go of before the editor has come is gone from the text too", async ({ at, draft }) => {
  const writing = new WritingPage(await at("editor"));
  const { page } = writing;
  await writing.open(draft.id);
  await writing.fill({ title: "改了标题", body: "第二句。" });
  await expect(writing.saved).toContainText("正在保存");
  await expect(writing.saved).toContainText(SAVED);
  const letCome = await holdLazyScripts(page);
  await page.reload();
  await writing.strip("恢复了").getByRole("button", { name: "放弃改动" }).click();
  await expect(writing.title).toHaveValue(draft.title);
  await expect(writing.body).toHaveCount(0);
  letCome();
  await expect(writing.body).toHaveText("第一段。");
  await writing.strip("已放弃").getByRole("button", { name: "撤销" }).click();
  await expect(writing.body).toHaveText("第一段。第二句。");
});

test("a save whose answer was lost is no conflict with oneself, and makes no second version", async ({ at, draft }) => {
  const writing = new WritingPage(await at("editor"));
  await writing.open(draft.id);
  await writing.type("第二句。");
  await loseNextAnswer(writing.page);
  await writing.save();
  await expect(writing.alert).toContainText("服务器没有回答");
  await writing.save();
  await expect(writing.saved).toContainText("第 2 版");
  await expect(writing.alert).toBeHidden();

  await test.step("nor when more was typed in the meantime", async () => {
    await writing.type("第三句。");
    await loseNextAnswer(writing.page);
    await writing.save();
    await expect(writing.alert).toContainText("服务器没有回答");
    await writing.type("第四句。");
    await writing.save();
    await expect(writing.saved).toContainText("第 4 版");
    await writing.page.reload();
    await expect(writing.body).toHaveText("第一段。第二句。第三句。第四句。");
    await expect(writing.strip("恢复了")).toHaveCount(0);
  });

  await test.step("nor for a new story", async () => {
    await writing.open();
    await writing.fill({ title: "新稿一篇", body: "正文。", outlet: "东岸财经" });
    await loseNextAnswer(writing.page);
    await writing.save();
    await expect(writing.alert).toContainText("服务器没有回答");
    await writing.save();
    await writing.settled();
    await expect(writing.saved).toContainText("第 1 版");
  });
});

test("what keeps the draft from being saved is said, with the next step, until it is over", async ({ at, draft }) => {
  const writing = new WritingPage(await at("editor"));
  await writing.open(draft.id);
  await writing.page.route(API, (route) =>
    route.fulfill({ status: 500, json: { code: "internal", message: "磁盘满了" } }),
  );
  await writing.type("一句。");
  await expect(writing.saved).toContainText("保存失败：磁盘满了，正在重试");
  await expect(writing.strip("磁盘满了")).toContainText(/已存本机 \d\d:\d\d:\d\d/);

  await writing.page.unroute(API);
  const cookies = await writing.page.context().cookies();
  await writing.page.context().clearCookies();
  await expect(writing.strip("登录已失效").getByRole("link", { name: "在新标签页登录" })).toBeVisible();
  await writing.page.context().addCookies(cookies);
  await expect(writing.strip("登录已失效")).toBeHidden({ timeout: 20_000 });
  await expect(writing.saved).toContainText(SAVED);
});

test("a second window of the same person can only read until it takes over", async ({ at, draft }) => {
  const first = new WritingPage(await at("editor"));
  await first.open(draft.id);
  const second = new WritingPage(await first.page.context().newPage());
  await second.open(draft.id);
  await expect(second.strip("另一个窗口")).toBeVisible();
  await expect(second.body).toHaveAttribute("contenteditable", "false");
  await first.type("先在这里。");
  await expect(first.saved).toContainText("正在保存");
  await expect(first.saved).toContainText(SAVED);
  await second.strip("另一个窗口").getByRole("button", { name: "改在这里写" }).click();
  await expect(first.strip("另一个窗口")).toBeVisible();
  await expect(second.body).toHaveText("第一段。先在这里。");
  await second.type("再在这里。");
  await expect(second.saved).toContainText("正在保存");
  await expect(second.saved).toContainText(SAVED);
});

test("the browser asks before leaving only when text is kept nowhere", async ({ at, draft }) => {
  const writing = new WritingPage(await at("editor"));
  const { page } = writing;
  const leaves = () => page.evaluate(() => window.dispatchEvent(new Event("beforeunload", { cancelable: true })));
  await writing.open(draft.id);
  await page.context().setOffline(true);
  await writing.type("只在本机。");
  await expect(writing.saved).toContainText("已存本机");
  expect(await leaves()).toBe(true);

  await page.context().setOffline(false);
  await expect(writing.saved).toContainText(SAVED);
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await page.reload();
  await writing.type("只在服务器。");
  await expect(writing.strip("本机存不下草稿，现在只存在服务器上")).toBeVisible();
  await expect(writing.saved).toContainText(SAVED);
  expect(await leaves()).toBe(true);
  await page.context().setOffline(true);
  await writing.type("哪里都没有。");
  await expect(writing.saved).toContainText("还没存到本机");
  await expect(writing.strip("还没存到任何地方")).toBeVisible();
  expect(await leaves()).toBe(false);
});
