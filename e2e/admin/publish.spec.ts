import AxeBuilder from "@axe-core/playwright";
import type { Locator } from "@playwright/test";
import { WritingPage } from "../pages/writing";
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
    "提醒 标题里的 13% 正文里没有",
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

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing in the open dialog, ${colorScheme}; it fits a phone`, async ({ at, draft }) => {
    const writing = new WritingPage(await at("editor"));
    await writing.page.emulateMedia({ colorScheme });
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
      const { violations } = await new AxeBuilder({ page: writing.page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      const wide = await writing.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      expect(wide).toBe(false);
      await writing.page.keyboard.press("Escape");
      await writing.save();
      await expect(writing.saved).toContainText("已保存");
    }
  });
}
