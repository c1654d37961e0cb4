import { EditorPage } from "../pages/editor";
import { faults } from "./axe";
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

test("what was pasted stays as it came with the version that has it, whatever happened before the save", async ({
  at,
}) => {
  let editor = new EditorPage(await at("editor"));
  const context = editor.page.context();
  await editor.open();
  await editor.fill({ title: "粘贴的原文", outlet: "东岸财经" });
  await editor.body.focus();
  const address = await editor.page.evaluate(() => window.location.pathname);

  await test.step("pasted while offline; the tab is closed; opened again", async () => {
    await context.setOffline(true);
    await editor.paste(WECHAT);
    await expect(editor.saved).toContainText(/离线，已存本机/);
    await editor.page.close();
    await context.setOffline(false);
    editor = new EditorPage(await context.newPage());
    await editor.page.goto(address);
    await expect(editor.body.locator("h2")).toHaveText("要点");
  });

  await test.step("the version says how many, and shows them without script, picture or network", async () => {
    await editor.save();
    await expect(editor.saved).toContainText("第 1 版");
    const page = editor.page;
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.getByRole("link", { name: "第 1 版，版本记录" }).click();
    await page.getByRole("link", { name: "粘贴的原文：第 1 版" }).click();
    await expect(page.getByText("粘贴时去掉了：样式 3 处、脚本 1 处；1 张外站图片改为链接")).toBeVisible();
    await expect(page.frameLocator("iframe").getByRole("heading", { name: "要点" })).toHaveCSS(
      "color",
      "rgb(255, 0, 0)",
    );
    await page.getByText("HTML 源码").click();
    await expect(page.getByRole("textbox", { name: "第 1 次粘贴的源码" })).toHaveValue(WECHAT);
    expect(asked.filter((url) => url.includes("mmbiz"))).toEqual([]);
    // axe asks each frame by a script, and in this one none may run
    await page.locator("iframe").evaluate((frame) => frame.remove());
    expect(await faults(page)).toEqual([]);
  });
});
