import { EditorPage } from "../pages/editor";
import { expect, test } from "./newsroom";

const WECHAT = `<section style="margin:0"><h2 style="color:red">要点</h2><p><span style="font-size:15px">市场回暖。</span></p>
<p><img data-src="https://mmbiz.qpic.cn/a/640?wx_fmt=png" alt="走势"></p><script>x()</script></section>`;

test("what a paste loses is said, can be looked at and taken back", async ({ at }) => {
  const editor = new EditorPage(await at("editor"));
  await editor.write("已有。");
  await editor.keys("Enter");
  await editor.paste(WECHAT);
  const report = editor.page.getByRole("status").filter({ hasText: "粘贴时去掉了" });
  await expect(report).toHaveText("粘贴时去掉了：样式 3 处、脚本 1 处；1 张外站图片改为链接");
  await expect(editor.body.locator("h2")).toHaveText("要点");
  await expect(editor.body.getByRole("link", { name: "图片：走势" })).toHaveAttribute(
    "href",
    "https://mmbiz.qpic.cn/a/640?wx_fmt=png",
  );

  await editor.page.getByRole("button", { name: "查看原文" }).click();
  await expect(editor.page.getByRole("textbox", { name: "粘贴的原文" })).toHaveValue(/wx_fmt=png/);
  await editor.page.getByRole("main").getByRole("button", { name: "撤销" }).last().click();
  await expect(report).toBeHidden();
  await expect(editor.body).toHaveText("已有。");
});

test("a table from a spreadsheet, a list from Word and words of our own", async ({ at }) => {
  const editor = new EditorPage(await at("editor"));
  await editor.write("");
  await editor.paste(
    "<table><colgroup><col></colgroup><tr><td class=xl65>名称</td><td>价</td></tr><tr><td>甲</td><td>1</td></tr></table>",
  );
  await expect(editor.body.locator("td")).toHaveText(["名称", "价", "甲", "1"]);
  await editor.keys("ControlOrMeta+End");
  await editor.paste(
    "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.</span>一</p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.</span>二</p>",
  );
  await expect(editor.body.locator("ol li")).toHaveText(["一", "二"]);
  await expect(editor.page.getByRole("button", { name: "知道了" })).toBeHidden();
  await editor.paste('<p data-pm-slice="1 1 []">本站的字</p>');
  await expect(editor.page.getByRole("button", { name: "查看原文" })).toBeHidden();
  await expect(editor.body).toContainText("本站的字");
});
