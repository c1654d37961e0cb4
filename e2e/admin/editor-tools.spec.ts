import { EditorPage } from "../pages/editor";
import { expect, test } from "./newsroom";

test("the slash menu is found by name, pinyin and initials, and driven by the keyboard", async ({ at }) => {
  const editor = new EditorPage(await at("editor"));
  await editor.write("");
  await editor.type("/");
  await expect(editor.slash.getByRole("option")).toHaveCount(12);
  await expect(editor.body).toHaveAttribute("aria-activedescendant", "slash-option-0");
  await editor.keys("ArrowDown", "ArrowDown", "ArrowUp");
  await expect(editor.option("次级小标题")).toHaveAttribute("aria-selected", "true");
  await editor.type("yinyo");
  await expect(editor.slash.getByRole("option")).toHaveCount(1);
  await editor.keys("Enter");
  await editor.type("引语");
  await expect(editor.body.locator("blockquote")).toHaveText("引语");

  await editor.keys("Enter", "Enter");
  await editor.type("、bg");
  await expect(editor.option("表格")).toBeVisible();
  await editor.keys("Escape");
  await expect(editor.slash).toBeHidden();
  await expect(editor.body).toContainText("、bg");
  await expect(editor.body).not.toHaveAttribute("aria-activedescendant");
  await editor.type("和 1/2 与 a/b");
  await expect(editor.slash).toBeHidden();

  await editor.type(" /ly");
  await editor.keys("Enter");
  await expect(editor.field("文章来源")).toBeFocused();
  await expect(editor.body).toContainText("、bg和 1/2 与 a/b");
  await expect(editor.body).not.toContainText("/ly");
});

test("a choice with the mouse keeps the caret in the text, and one step takes it back", async ({ at }) => {
  const editor = new EditorPage(await at("editor"));
  await editor.write("第一段");
  await editor.keys("Enter");
  await editor.type("/小");
  await editor.option("次级小标题").click();
  await editor.type("标题");
  await expect(editor.body.locator("h3")).toHaveText("标题");
});

test("selected words get their marks from the bubble, by mouse and by keyboard", async ({ at }) => {
  const editor = new EditorPage(await at("editor"));
  await editor.write("二氧化碳 CO2");
  await expect(editor.bubble).toBeHidden();
  await editor.keys("Shift+ArrowLeft");
  await expect.poll(editor.selected).toBe("2");
  await editor.bubble.getByRole("button", { name: "下标" }).click();
  await expect(editor.body.locator("sub")).toHaveText("2");
  await expect(editor.body).toBeFocused();
  await editor.keys("Home", "Shift+ArrowRight", "Shift+ArrowRight");
  await expect.poll(editor.selected).toBe("二氧");
  await expect(editor.bubble).toBeVisible();
  await editor.keys("Tab", "Enter");
  await expect(editor.body.locator("strong")).toHaveText("二氧");
  await expect(editor.body).toBeFocused();
  await editor.keys("ArrowRight");
  await expect(editor.bubble).toBeHidden();
});

test("an address pasted over words makes them a link", async ({ at }) => {
  const editor = new EditorPage(await at("editor"));
  await editor.write("见公告");
  await editor.keys("Shift+ArrowLeft", "Shift+ArrowLeft");
  await expect.poll(editor.selected).toBe("公告");
  await editor.paste("", "https://example.com/gonggao?a=1");
  await expect(editor.body.getByRole("link", { name: "公告" })).toHaveAttribute(
    "href",
    "https://example.com/gonggao?a=1",
  );
  await expect(editor.body).toHaveText("见公告");
});

const SHORTCUTS = [
  ["## 甲", "h2"],
  ["＃＃＃　甲", "h3"],
  ["＃# 甲", "h2"],
  ["- 甲", "ul li"],
  ["－ 甲", "ul li"],
  ["1. 甲", "ol li"],
  ["1。 甲", "ol li"],
  ["1、 甲", "ol li"],
  ["１． 甲", "ol li"],
  ["> 甲", "blockquote p"],
  ["》 甲", "blockquote p"],
  ["``` 甲", "pre"],
  ["··· 甲", "pre"],
  ["中**甲**", "strong"],
  ["＊＊甲＊＊", "strong"],
  ["中*甲*", "em"],
  ["`甲`", "code"],
] as const;

test("Markdown is taken as it is typed, also with the signs of a Chinese keyboard", async ({ at }) => {
  const editor = new EditorPage(await at("editor"));
  await editor.open();
  for (const [typed, tag] of SHORTCUTS) {
    await editor.body.focus();
    await editor.keys("ControlOrMeta+a", "Delete", "Backspace", "Backspace");
    await editor.type(typed);
    await expect(editor.body.locator(tag).last(), typed).toHaveText("甲");
  }
  for (const line of ["---", "－－－", "————"]) {
    await editor.keys("ControlOrMeta+a", "Delete", "Backspace", "Backspace");
    await editor.type(line);
    await expect(editor.body.locator("hr"), line).toHaveCount(1);
  }
});

test("cells are joined and parted, rows and columns come and go, the heading row is turned on and off", async ({
  at,
}) => {
  const editor = new EditorPage(await at("editor"));
  await editor.write("");
  await editor.tool("表格").click();
  await expect(editor.body).toBeFocused();
  await editor.type("名称");
  await expect(editor.tool("合并")).toBeDisabled();
  await editor.keys("Shift+ArrowRight");
  await editor.tool("合并").click();
  await expect(editor.body.locator("th").first()).toHaveAttribute("colspan", "2");
  await editor.tool("拆分").click();
  await expect(editor.body.locator("th")).toHaveCount(3);
  await editor.tool("下加行").click();
  await editor.tool("右加列").click();
  await expect(editor.body.locator("tr")).toHaveCount(4);
  await expect(editor.body.locator("tr").first().locator("th")).toHaveCount(4);
  await editor.tool("表头行").click();
  await expect(editor.body.locator("th")).toHaveCount(0);
  await editor.tool("表头行").click();
  await expect(editor.body.locator("th")).toHaveCount(4);
  await editor.tool("删列").click();
  await editor.tool("删行").click();
  await expect(editor.body.locator("tr")).toHaveCount(3);
  await editor.body.locator("td").first().click();
  await editor.type("甲");
  await expect(editor.body.locator("td").first()).toHaveText("甲");
});

test("a figure's credit stands at the end of its caption and is found there again", async ({ at }) => {
  const editor = new EditorPage(await at("editor"));
  await editor.write("");
  await editor.tool("图片").click();
  await editor.page.getByLabel("图片地址").fill("/demo/charts/lithium_w1104h560.webp");
  await editor.page.getByLabel("替代文字").fill("走势");
  await editor.page.getByLabel("图注").fill("现货价");
  await editor.page.getByLabel("图源").fill("东岸财经");
  await editor.keys("Enter");
  await expect(editor.body.locator("figcaption")).toHaveText("现货价（图源：东岸财经）");
  await editor.body.locator("figcaption").click();
  await editor.tool("图片").click();
  await expect(editor.page.getByLabel("图注")).toHaveValue("现货价");
  await expect(editor.page.getByLabel("图源")).toHaveValue("东岸财经");
});

test("the text is counted the Chinese way", async ({ at }) => {
  const editor = new EditorPage(await at("editor"));
  await editor.write("央行 MLF 8000 亿元，");
  await expect(editor.tally).toContainText("7 字，约读 1 分钟");
  await editor.keys("ControlOrMeta+a", "Delete");
  await expect(editor.tally).toContainText("0 字");
});

test("full screen shows the text alone until Escape", async ({ at }) => {
  const editor = new EditorPage(await at("editor"));
  await editor.write("");
  await editor.keys("ControlOrMeta+Shift+f");
  await expect(editor.panel).toBeHidden();
  await expect(editor.saveButton).toBeHidden();
  await editor.type("/");
  await expect(editor.slash).toBeVisible();
  await editor.keys("Escape");
  await expect(editor.slash).toBeHidden();
  await expect(editor.panel).toBeHidden();
  await editor.keys("Escape");
  await expect(editor.panel).toBeVisible();
  await expect(editor.body).toBeFocused();
  await editor.tool("全屏").click();
  await expect(editor.panel).toBeHidden();
});

test("words are found across marks, stepped through, and replaced in one step", async ({ at }) => {
  const editor = new EditorPage(await at("editor"));
  await editor.write("");
  await editor.paste("<p>央<strong>行</strong>与 MLF，央行。</p><ul><li>mlf 央行</li></ul>");
  const { findBar } = editor;
  const count = findBar.getByRole("status");
  await editor.keys("ControlOrMeta+Home", "ControlOrMeta+f");
  await editor.type("央行");
  await expect(count).toHaveText("1/3");
  await editor.keys("Enter");
  await expect(count).toHaveText("2/3");
  await editor.keys("Shift+Enter", "Shift+Enter");
  await expect(count).toHaveText("3/3");
  await findBar.getByLabel("替换为").fill("人民银行");
  await findBar.getByRole("button", { name: "全部替换" }).click();
  await expect(count).toHaveText("已替换 3 处");
  await expect(editor.body.locator("p").first()).toHaveText("人民银行与 MLF，人民银行。");
  await editor.body.focus();
  await editor.keys("ControlOrMeta+z");
  await expect(editor.body.locator("p").first()).toHaveText("央行与 MLF，央行。");
  await expect(editor.body.locator("p").first().locator("strong")).toHaveText("行");

  await editor.keys("ControlOrMeta+f");
  await findBar.getByLabel("查找", { exact: true }).fill("mlf");
  await expect(count).toHaveText("1/2");
  await findBar.getByLabel("区分大小写").check();
  await expect(count).toHaveText("1/1");
  await findBar.getByLabel("查找", { exact: true }).fill("ml");
  await findBar.getByLabel("全词").check();
  await expect(count).toHaveText("0/0");
  await findBar.getByLabel("全词").uncheck();
  await findBar.getByLabel("替换为").fill("X");
  await findBar.getByRole("button", { name: "替换", exact: true }).click();
  await expect(editor.body.locator("li")).toHaveText("Xf 央行");
  await editor.keys("Escape");
  await expect(findBar).toBeHidden();
  await expect(editor.body).toBeFocused();
  await expect(editor.body.locator(".hit")).toHaveCount(0);
});

test("undo goes back behind a save", async ({ at, draft }) => {
  const editor = new EditorPage(await at("editor"));
  await editor.open(draft.id);
  await editor.fill({ body: "第二句。" });
  await editor.save();
  await expect(editor.saved).toContainText("已保存");
  await editor.body.press("ControlOrMeta+z");
  await expect(editor.body).toHaveText("第一段。");
});

test("the caret is never brought behind the bars of a phone's screen, nor the bubble over the tools", async ({
  at,
}) => {
  const editor = new EditorPage(await at("editor"));
  await editor.page.setViewportSize({ width: 390, height: 844 });
  await editor.write("首行");
  for (let line = 0; line < 40; line++) {
    await editor.keys("Enter");
    await editor.page.keyboard.insertText(`第 ${line} 行`);
  }
  /** Distances of the caret to the bars above and below; negative where it is behind one. */
  const free = () =>
    editor.body.evaluate((body) => {
      const place = window.getSelection()?.getRangeAt(0).getBoundingClientRect() ?? body.getBoundingClientRect();
      const edge = (name: string) => document.querySelector(name)?.getBoundingClientRect();
      return { above: place.top - (edge(".fmt")?.bottom ?? 0), below: (edge(".wfoot")?.top ?? 0) - place.bottom };
    });
  await expect.poll(async () => (await free()).below).toBeGreaterThanOrEqual(0);
  await editor.keys("ControlOrMeta+Home");
  await expect.poll(async () => (await free()).above).toBeGreaterThanOrEqual(0);
  await editor.keys("Shift+End");
  await expect(editor.bubble).toBeVisible();
  const [tools, bubble] = [await editor.tools.boundingBox(), await editor.bubble.boundingBox()];
  expect(bubble!.y).toBeGreaterThanOrEqual(tools!.y + tools!.height);
});
