import { EditorPage, InputMethod } from "../pages/editor";
import { expect, test } from "./newsroom";

const places = [
  { name: "a paragraph", start: [], tag: "p" },
  { name: "a heading", start: ["ControlOrMeta+Alt+2"], tag: "h2" },
  { name: "a list", start: ["ControlOrMeta+Shift+8"], tag: "li p" },
] as const;

for (const { name, start, tag } of places) {
  test(`what an input method commits stands in ${name}, nothing twice and nothing lost`, async ({ at }) => {
    const editor = new EditorPage(await at("editor"));
    await editor.write("");
    await editor.keys(...start);
    const ime = await InputMethod.of(editor.page);
    await ime.compose("y", "ya", "yang", "yang'hang");
    await ime.commit("央行");
    await ime.compose("x", "xu'zuo");
    await ime.commit("续做");
    await ime.compose("m", "mlf");
    await ime.cancel();
    await ime.compose("、");
    await expect(editor.slash).toBeHidden();
    await ime.commit("、MLF。");
    await expect(editor.body.locator(tag)).toHaveText("央行续做、MLF。");
    await expect(editor.slash).toBeHidden();
    await editor.fill({ title: "输入法" });
    await editor.body.press("ControlOrMeta+z");
    await expect(editor.body).not.toContainText("MLF");
    await editor.keys("ControlOrMeta+Shift+z");
    await expect(editor.body.locator(tag)).toHaveText("央行续做、MLF。");
  });
}

test("composing in the cells of a table, with the find bar marking what is there", async ({ at }) => {
  const editor = new EditorPage(await at("editor"));
  await editor.write("");
  await editor.tool("表格").click();
  const ime = await InputMethod.of(editor.page);
  for (const [pinyin, word] of [
    ["ming'cheng", "名称"],
    ["jia'ge", "价格"],
    ["zhang'die", "涨跌"],
    ["tan", "碳酸锂"],
  ] as const) {
    await ime.compose(pinyin[0]!, pinyin);
    await ime.commit(word);
    await editor.keys("Tab");
  }
  await expect(editor.body.locator("th")).toHaveText(["名称", "价格", "涨跌"]);
  await editor.keys("ControlOrMeta+f");
  await ime.compose("jia", "jia'ge");
  await expect(editor.findBar.getByRole("status")).toHaveText("");
  await ime.commit("价格");
  await expect(editor.findBar.getByRole("status")).toHaveText("1/1");
  await editor.body.locator("td").nth(1).click();
  await ime.compose("jia", "jia'ge");
  await ime.commit("价格");
  await expect(editor.body.locator("td").nth(1)).toHaveText("价格");
  await expect(editor.findBar.getByRole("status")).toHaveText(/\/2$/);
  await expect(editor.body.locator(".hit")).toHaveCount(2);
});

test("the slash menu opens on a composed sign once it stands, and takes no key from the input method", async ({
  at,
}) => {
  const editor = new EditorPage(await at("editor"));
  await editor.write("");
  const ime = await InputMethod.of(editor.page);
  await ime.compose("、");
  await expect(editor.slash).toBeHidden();
  await ime.commit("、");
  await expect(editor.slash).toBeVisible();
  await ime.compose("b", "biao'g");
  await editor.page.keyboard.press("ArrowDown");
  await ime.commit("表格");
  await expect(editor.option("表格")).toHaveAttribute("aria-selected", "true");
  await editor.keys("Enter");
  await expect(editor.body.locator("table")).toBeVisible();
  await expect(editor.body).not.toContainText("、");
});

test("Markdown and what is saved wait for the end of a composition", async ({ at }) => {
  const editor = new EditorPage(await at("editor"));
  await editor.write("");
  const ime = await InputMethod.of(editor.page);
  await ime.compose("# ", "## ");
  await expect(editor.body.locator("h2")).toHaveCount(0);
  await ime.cancel();
  await editor.type("## ");
  await expect(editor.body.locator("h2")).toBeVisible();
  await ime.compose("liang", "liang'gou'le");
  await ime.commit("量够了");
  await editor.fill({ title: "合成", outlet: "东岸财经" });
  await editor.body.focus();
  await editor.keys("ControlOrMeta+End");
  await ime.compose("jia");
  await ime.commit("，价");
  await editor.save();
  await editor.settled();
  await expect(editor.body.locator("h2")).toHaveText("量够了");
  await expect(editor.body.locator("p").first()).toHaveText("，价");
});
