import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import sharp from "sharp";
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
  // The editor has heard that the caret left the table.
  await expect(editor.tools.getByRole("button", { name: "表格", exact: true })).toHaveAttribute(
    "aria-pressed",
    "false",
  );
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

test("pasted pictures of other sites come into the library and stand where they were; what is refused stays a link", async ({
  at,
}) => {
  const picture = await sharp({ create: { width: 640, height: 360, channels: 3, background: "#4a7" } })
    .png()
    .toBuffer();
  const site = createServer((request, response) => {
    if (request.url !== "/chart.png") return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": "image/png" }).end(picture);
  });
  await new Promise<void>((done) => site.listen(0, "127.0.0.1", done));
  const { port } = site.address() as AddressInfo;
  try {
    const editor = new EditorPage(await at("editor"));
    await editor.write("");
    await editor.paste(`<section><p>前</p><p><img data-src="http://127.0.0.1:${port}/chart.png" alt="走势"></p><p>后</p>
      <p><img src="http://127.0.0.1:${port}/gone.png" alt="没了"></p><p><img src="http://127.0.0.2:${port}/x.png" alt="内网"></p></section>`);
    const strip = editor.page.getByRole("status").filter({ hasText: "外站图片" });
    await expect(strip.last()).toHaveText("1 张外站图片已收进图库，放在原处；2 张没有收进，仍是链接");
    const figure = editor.body.locator("figure");
    await expect(figure.locator("img")).toHaveAttribute("src", /^\/media\/[0-9a-f-]{36}\/1600\.webp$/);
    await expect(figure.locator("img")).toHaveAttribute("alt", "走势");
    await expect(figure.locator("img")).toHaveAttribute("width", "640");
    await expect(figure).toContainText("走势（图源：127.0.0.1");
    await expect(editor.body).toContainText(/前.*走势.*后.*图片：没了.*图片：内网/s);
    await expect(editor.page.getByText(`没了（127.0.0.1:${port}）：对方网站没有给出这张图`)).toBeVisible();
    await expect(editor.page.getByText(`内网（127.0.0.2:${port}）：这个地址不在公网上，不能取`)).toBeVisible();
    expect(await faults(editor.page)).toEqual([]);
    await editor.body.press("ControlOrMeta+z");
    await expect(editor.body.getByRole("link", { name: "图片：走势" })).toBeVisible();
    await expect(figure).toHaveCount(0);
  } finally {
    site.close();
  }
});
