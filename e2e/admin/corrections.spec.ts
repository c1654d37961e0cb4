import { WritingPage } from "../pages/writing";
import { expect, test } from "./newsroom";

const CORRECTION = { kind: "事实更正", note: "下限误写为 6.7 万元，应为 7.6 万元。", reason: "录入笔误" };

test("a correction stands on the article, in the record, in its feed and in the history, at the next request", async ({
  at,
  draft,
  reader,
}) => {
  const writing = new WritingPage(await at("editor"));
  await writing.open(draft.id);
  await expect(writing.correction).toHaveCount(0);
  await writing.type("下限为每吨 6.7 万元。净利涧明显改善，行业回暖。");
  await writing.publish();
  await expect(writing.publicLink).toBeVisible();
  const path = (await writing.publicLink.getAttribute("href")) ?? "";
  // Everything is in the page cache before.
  for (const address of [path, `${path}/history`, "/corrections"]) expect(await reader.status(address)).toBe(200);
  expect((await reader.answer(`${path}/history`)).text).toContain("都没有改动");

  await test.step("without its reason it is refused beside the field, and readers see no change", async () => {
    await writing.body.evaluate((element) => {
      const { editor } = element as HTMLElement & { editor: { commands: { setContent: (html: string) => void } } };
      editor.commands.setContent(element.innerHTML.replace("6.7", "7.6"));
    });
    await writing.correct({ ...CORRECTION, reason: "" });
    await expect(writing.correction.getByText("请写明出错的原因")).toBeVisible();
    await expect(writing.correction.getByLabel("出错的原因")).toBeFocused();
    expect((await reader.answer(path)).text).toContain("6.7 万元");
  });

  await test.step("who leaves with the note unsent is asked", async () => {
    const asked = writing.page.waitForEvent("dialog").then((dialog) => dialog.dismiss());
    await writing.page.getByRole("link", { name: "回到文章列表" }).click({ noWaitAfter: true });
    await asked;
    await expect(writing.correction.getByLabel("更正说明")).toHaveValue(CORRECTION.note);
  });

  await test.step("with it the text and the note are public together, and the fields are empty again", async () => {
    await writing.correct({ reason: CORRECTION.reason });
    await expect(writing.page.getByRole("link", { name: "第 4 版，版本记录" })).toBeVisible();
    await expect(writing.correction).not.toHaveAttribute("open");
    await expect(writing.correction.getByLabel("更正说明")).toHaveValue("");
    const story = await reader.open(path);
    const note = story.getByRole("complementary", { name: "更正" });
    await expect(note).toContainText(CORRECTION.note);
    await expect(note).toContainText("原因：录入笔误");
    await story.getByRole("link", { name: /^事实更正于/ }).click();
    await expect(story).toHaveURL(/#corrections$/);
    await expect(story.locator(".prose")).toContainText("7.6 万元");
    const record = await reader.open("/corrections");
    await expect(record.getByRole("listitem").filter({ hasText: draft.title })).toContainText(CORRECTION.note);
    const feed = await reader.answer("/corrections/feed.xml");
    expect(feed.text).toContain(`<title>事实更正：${draft.title}</title>`);
  });

  await test.step("a slip of the pen is folded away in the history, a figure is shown word by word", async () => {
    await writing.body.evaluate((element) => {
      const { editor } = element as HTMLElement & { editor: { commands: { setContent: (html: string) => void } } };
      editor.commands.setContent(element.innerHTML.replace("净利涧", "净利润"));
    });
    await writing.save();
    await expect(writing.page.getByRole("link", { name: "第 5 版，版本记录" })).toBeVisible();
    const history = await reader.open(`${path}/history`);
    const entries = history
      .getByRole("main")
      .getByRole("listitem")
      .filter({ has: history.getByRole("heading", { level: 2 }) });
    await expect(entries).toHaveCount(3);
    await expect(entries.nth(0).getByRole("heading")).toContainText("改错字");
    await expect(entries.nth(0).getByText("净利涧")).toBeHidden();
    await entries
      .nth(0)
      .getByText(/^改了 \d 个字/)
      .click();
    await expect(entries.nth(0).getByRole("insertion")).toContainText("净利润");
    await expect(entries.nth(1)).toContainText(CORRECTION.note);
    await expect(entries.nth(1).getByRole("deletion")).toContainText("6.7");
    await expect(entries.nth(1).getByRole("insertion")).toContainText("7.6");
    await expect(entries.nth(2).getByRole("heading")).toContainText("首次发表");
    await expect(history.getByRole("main")).not.toContainText("陆遥");
  });

  await test.step("withdrawn, the history and the form say so and show nothing of it; the record has the withdrawal", async () => {
    await writing.withdraw("来源不实");
    await expect(writing.panel.getByText("撤回原因：来源不实")).toBeVisible();
    for (const address of [path, `${path}/history`, `${path}/report`]) {
      const { status, text } = await reader.answer(address);
      expect([address, status]).toEqual([address, 410]);
      expect(text).toContain("来源不实");
      expect(text).not.toContain("7.6 万元");
    }
    const record = await reader.open("/corrections");
    const entry = record.getByRole("listitem").filter({ hasText: draft.title });
    await expect(entry).toHaveCount(1);
    await expect(entry).toContainText("撤回");
    await expect(entry).toContainText("来源不实");
  });
});

test("drafts and what was written before publication are in no public history", async ({ at, draft, reader }) => {
  const writing = new WritingPage(await at("editor"));
  await writing.open(draft.id);
  await writing.type("未定稿的秘密一句。");
  await writing.save();
  await expect(writing.page.getByRole("link", { name: "第 2 版，版本记录" })).toBeVisible();
  await writing.fill({ slug: `gao-${draft.id.slice(0, 8)}` });
  await writing.body.fill("定稿。");
  await writing.publish();
  await expect(writing.publicLink).toBeVisible();
  const path = (await writing.publicLink.getAttribute("href")) ?? "";
  await writing.type("又一句。");
  await writing.save();
  await expect(writing.page.getByRole("link", { name: "第 5 版，版本记录" })).toBeVisible();
  // Typed and not saved: a working copy is nobody's but its writer's.
  await writing.type("没有保存的一句。");
  await expect(writing.saved).toContainText(/已保存.*读者还看不到，待更新/);
  const { text } = await reader.answer(`${path}/history`);
  expect(text).toContain("又一句。");
  expect(text).not.toContain("未定稿的秘密一句");
  expect(text).not.toContain("没有保存的一句");
  // There is nothing before the first: the record as a whole is what is left of such an address.
  expect(await reader.answer(`${path}/history/before/1`)).toMatchObject({ status: 308, to: `${path}/history` });
  expect(await reader.status(`${path}/history/before/x`)).toBe(404);
});
