import type { Locator } from "@playwright/test";
import { EditorPage } from "../pages/editor";
import { WritingPage } from "../pages/writing";
import { faults } from "./axe";
import { expect, test } from "./newsroom";

const BODY = "招商银行与工商银行上涨，招商银行领先，净利润同比增长11.96%。";

test("from the text to live in two clicks, or with one pair of keys pressed twice", async ({ at, draft, reader }) => {
  const writing = new WritingPage(await at("editor"));
  await writing.open(draft.id);
  let clicks = 0;
  const click = async (target: Locator) => {
    clicks++;
    await target.click();
  };
  await click(writing.publishButton);
  await click(writing.confirmButton);
  await expect(writing.publicLink).toBeVisible();
  expect(clicks).toBeLessThanOrEqual(3);

  await writing.open();
  await writing.fill({ title: "两次按键", outlet: "东岸财经", slug: "liang-ci-an-jian", body: "第一段。" });
  await writing.body.press("ControlOrMeta+Enter");
  await expect(writing.confirmButton).toBeFocused();
  await writing.page.keyboard.press("ControlOrMeta+Enter");
  await expect(writing.publicLink).toBeVisible();
  // The keys did not also begin a new line in the text.
  expect((await reader.answer("/articles/liang-ci-an-jian")).text).toContain("<p>第一段。</p>");
});

test("found securities are decided with one key; what was refused is not suggested again", async ({ at, draft }) => {
  const writing = new WritingPage(await at("editor"));
  const keys = writing.page.keyboard;
  await writing.open(draft.id);
  await writing.fill({ body: `${BODY}中国人民银行公告。贵州茅台未动。` });
  await writing.publishButton.click();
  const first = writing.security("招商银行");
  await expect(first).toContainText("2 处");
  await expect(writing.security("中国银行")).toHaveCount(0);
  await first.getByRole("button", { name: "采用" }).focus();
  await keys.press("Enter");
  await expect(first).toContainText("已采用");
  await expect(writing.security("工商银行").getByRole("button", { name: "采用" })).toBeFocused();
  await keys.press("n");
  await expect(writing.security("工商银行")).toContainText("不用");
  await expect(writing.security("贵州茅台").getByRole("button", { name: "采用" })).toBeFocused();
  await keys.press("Delete");
  await keys.press("Escape");
  await expect(writing.publishing).toHaveCount(0);
  await expect(writing.field("提及的证券")).toHaveValue("SH600036");

  await writing.save();
  await expect(writing.saved).toContainText("第 2 版");
  await writing.page.reload();
  await writing.body.waitFor();
  await writing.publishButton.click();
  await expect(writing.security("招商银行")).toContainText("已采用");
  await expect(writing.security("工商银行")).toContainText("不用");
  await writing.security("贵州茅台").getByRole("button", { name: "恢复" }).click();
  await expect(writing.security("贵州茅台").getByRole("button", { name: "采用" })).toBeVisible();
  await writing.confirmButton.click();
  await expect(writing.publicLink).toBeVisible();
});

test("what was refused before the story was ever saved is remembered when it is", async ({ at }) => {
  const writing = new WritingPage(await at("editor"));
  const bank = writing.security("工商银行");
  await writing.open();
  await writing.fill({ title: "银行股", outlet: "东岸财经", body: BODY });
  await writing.publishButton.click();
  await bank.getByRole("button", { name: "不用" }).click();
  await expect(bank.getByRole("button", { name: "恢复" })).toBeVisible();
  await writing.page.keyboard.press("Escape");
  await writing.publishButton.click();
  await expect(bank.getByRole("button", { name: "恢复" })).toBeVisible();
  await writing.page.keyboard.press("Escape");
  await writing.save();
  await writing.settled();
  const told = writing.page.waitForResponse((r) => r.request().postData()?.includes("SH601398") === true);
  await writing.publishButton.click();
  await told;
  await writing.page.reload();
  await writing.body.waitFor();
  await writing.publishButton.click();
  await expect(bank.getByRole("button", { name: "恢复" })).toBeVisible();
});

test("checks name what is missing, lead to it, and what blocks is not published", async ({ at }) => {
  const writing = new WritingPage(await at("editor"));
  const { publishing } = writing;
  await writing.open();
  await writing.fill({ title: "净利润增长13%", body: "贵州茅台（600518）公告，净利润同比增长11.96%。" });
  await writing.publishButton.click();
  for (const finding of [
    "必须改 还没有选媒体",
    "必须改 贵州茅台(600518)：600518 是康美药业的代码，贵州茅台是 600519",
    "提醒 没有填文章来源",
    "提醒 标题里的“13%”正文里没有",
    "提醒 摘要还空着，列表和分享会用首段",
  ]) {
    await expect(publishing.getByText(finding.replace("(", "（").replace(")", "）"))).toBeVisible();
  }
  await writing.confirmButton.click();
  await expect(publishing.getByRole("combobox", { name: "媒体" })).toBeFocused();
  await publishing.getByRole("combobox", { name: "媒体" }).selectOption({ label: "东岸财经" });
  await expect(publishing.getByText("还没有选媒体")).toHaveCount(0);
  await writing.confirmButton.click();
  await expect(writing.body).toHaveAccessibleDescription(/600518 是康美药业的代码/);
  await expect(writing.panel.getByText("草稿", { exact: true })).toBeVisible();

  await writing.publishButton.click();
  await publishing.getByRole("button", { name: /去改：没有填文章来源/ }).click();
  await expect(writing.field("文章来源")).toBeFocused();
});

test("a picture without a description is not published; the finding leads to its field", async ({ at, reader }) => {
  const picture = '<figure><img src="/demo/charts/lithium_w1104h560.webp"';
  const writing = new EditorPage(await at("editor"));
  const alt = writing.page.getByRole("textbox", { name: /^替代文字/ });
  await writing.open();
  await writing.fill({ title: "图要有说明", outlet: "东岸财经", slug: "tu-yao-you-shuo-ming" });
  await writing.tool("源码").click();
  await writing.source.fill(
    `<p>正文。</p>${picture} alt="走势"></figure><p>中间。</p>${picture}><figcaption>第二张</figcaption></figure>`,
  );
  await writing.page.getByRole("button", { name: "回到编辑器" }).click();
  await writing.body.waitFor();

  await test.step("by its own button, and when it was refused", async () => {
    await writing.publishButton.click();
    const finding = writing.publishing.getByRole("listitem").filter({ hasText: "必须改" });
    await expect(finding).toContainText("第 2 张图没有替代文字，选中它，在“图片”里补上");
    await writing.publishing.getByRole("button", { name: "有 1 处必须改" }).click();
    await expect(finding.getByRole("button", { name: /^去改/ })).toBeFocused();
    await writing.page.keyboard.press("Enter");
    await expect(alt).toBeFocused();
    await expect(alt).toBeInViewport();
    await expect(writing.page.getByRole("textbox", { name: /^图注/ })).toHaveValue("第二张");
    await writing.page.keyboard.press("Escape");
    await writing.publishButton.click();
    await expect(finding).toBeVisible();
    await writing.confirmButton.click();
    await expect(writing.alert).toContainText("不能发布：第 2 张图没有替代文字");
    await expect(alt).toBeFocused();
  });

  await writing.page.keyboard.insertText("碳酸锂价格");
  await writing.page.keyboard.press("Enter");
  await expect(writing.body.getByRole("img", { name: "碳酸锂价格" })).toBeVisible();
  await writing.publish();
  await expect(writing.publicLink).toBeVisible();
  expect((await reader.answer("/articles/tu-yao-you-shuo-ming")).text).toContain('alt="碳酸锂价格"');
});

test("with keys alone: opened, one key for each security, published", async ({ at, draft }) => {
  const writing = new WritingPage(await at("editor"));
  const keys = writing.page.keyboard;
  await writing.open(draft.id);
  await writing.fill({ body: `${BODY}贵州茅台未动。` });
  await keys.press("ControlOrMeta+Enter");
  await expect(writing.confirmButton).toBeFocused();
  const first = writing.security("招商银行").getByRole("button", { name: "采用" });
  await expect(first).toBeVisible();
  for (let step = 0; step < 60; step++) {
    if (await first.evaluate((button) => button === document.activeElement)) break;
    await keys.press("Tab");
  }
  await expect(first).toBeFocused();
  await keys.press("y");
  await expect(writing.security("招商银行")).toContainText("已采用");
  await expect(writing.security("工商银行").getByRole("button", { name: "采用" })).toBeFocused();
  await keys.press("n");
  await expect(writing.security("工商银行")).toContainText("不用");
  await expect(writing.security("贵州茅台").getByRole("button", { name: "采用" })).toBeFocused();
  await keys.press("y");
  await expect(writing.security("贵州茅台")).toContainText("已采用");
  await keys.press("ControlOrMeta+Enter");
  await expect(writing.publicLink).toBeVisible();
  await expect(writing.field("提及的证券")).toHaveValue("SH600036 SH600519");
});

test("address, summary and previews follow each other", async ({ at }) => {
  const writing = new WritingPage(await at("editor"));
  const { publishing } = writing;
  await writing.open();
  await writing.fill({ title: "央行续做中期借贷便利", body: `${BODY}` });
  await writing.publishButton.click();
  await publishing.getByRole("button", { name: /用拼音/ }).click();
  await expect(publishing.getByRole("textbox", { name: /^地址/ })).toHaveValue(
    /^yang-hang-xu-zuo-zhong-qi-jie-dai-bian-li-\d{8}$/,
  );
  await publishing.getByRole("button", { name: "取首段" }).click();
  await expect(publishing.getByRole("textbox", { name: /^摘要/ })).toHaveValue(BODY);
  await publishing.getByRole("textbox", { name: /^摘要/ }).fill("另写的摘要。");
  await publishing.getByRole("combobox", { name: "媒体" }).selectOption({ label: "东岸财经" });
  const card = publishing.getByRole("figure", { name: "微信、微博里的卡片" });
  await expect(card).toContainText("央行续做中期借贷便利");
  await expect(card).toContainText("另写的摘要。");
  await expect(card).toContainText("东岸财经 · 金融消息");
  await expect(publishing.getByRole("figure", { name: "搜索结果" })).toContainText("› articles › yang-hang-xu-zuo");
  await publishing.getByRole("button", { name: "取消" }).click();
  await expect(writing.field("摘要")).toHaveValue("另写的摘要。");
  await expect(writing.field("地址")).toHaveValue(/^yang-hang-xu-zuo/);
  await writing.save();
  await writing.settled();
});

test("axe finds nothing in the open dialog; it fits a phone", async ({ at, draft }) => {
  const writing = new WritingPage(await at("editor"));
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    await writing.page.setViewportSize({ width, height });
    await writing.open(draft.id);
    await writing.fill({ body: `${BODY}贵州茅台（600518）公告。` });
    await writing.page.keyboard.press("ControlOrMeta+Enter");
    await expect(writing.publishing.getByText("必须改").first()).toBeVisible();
    await writing.publishing.getByRole("radio", { name: "定时" }).check();
    await writing.when.fill("x");
    await writing.confirmButton.click();
    await expect(writing.when).toHaveAccessibleDescription("时间应如 2026-11-24 09:20");
    expect(await faults(writing.page)).toEqual([]);
    const wide = await writing.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(wide).toBe(false);
    await writing.page.keyboard.press("Escape");
    await writing.save();
    await expect(writing.saved).toContainText("已保存");
  }
});
