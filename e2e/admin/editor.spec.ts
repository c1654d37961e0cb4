import type { Locator, Page } from "@playwright/test";
import { WritingPage } from "../pages/writing";
import { expect, test } from "./newsroom";

/** Everything that the grammar knows, as it is stored. */
const GRAMMAR = [
  "<h2>量够了</h2><h3>价</h3>",
  '<p><strong>粗<em>斜</em></strong> H<sub>2</sub>O x<sup>2</sup> <code>码</code> <a href="/live">站内</a><br>换行</p>',
  '<p><a href="https://example.com/?a=1&amp;b=2" rel="external nofollow noopener">站外</a></p>',
  "<ul><li><p>甲</p><ul><li>乙</li></ul></li></ul><ol><li>一</li><li>二</li></ol>",
  "<blockquote><p>引语</p></blockquote><pre><code>a\n  b</code></pre><hr>",
  '<figure><img src="/demo/charts/lithium_w1104h560.webp" alt="图" width="552"><figcaption>图<em>注</em></figcaption></figure>',
  '<figure><a href="/live"><img src="/demo/charts/lithium_w1104h560.webp" alt="走势"></a></figure>',
  '<table><thead><tr><th scope="col">名称</th><th colspan="2" scope="col">数</th></tr></thead>',
  '<tbody><tr><th scope="row">甲</th><td>1</td><td rowspan="2">2</td></tr><tr><td>乙</td><td>3</td></tr></tbody></table>',
].join("");

/** Pastes as from another program. */
const paste = (page: Page, html: string) =>
  page.getByRole("textbox", { name: "正文" }).evaluate((body, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", text);
    body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, html);

test("every element of the grammar goes through editor, server and reader's page unchanged", async ({ at, reader }) => {
  const writing = new WritingPage(await at("editor"));
  await writing.open();
  await writing.fill({ title: "各种格式", outlet: "东岸财经", slug: "ge-zhong-ge-shi" });
  await writing.body.focus();
  await paste(
    writing.page,
    `${GRAMMAR}<p class="x" style="color:red" data-y="1">末<img src="https://example.com/x.png">段</p>`,
  );
  await writing.publish();
  await writing.settled();
  await writing.page.reload();
  await writing.fill({ body: "。" });
  await writing.save();
  await expect(writing.saved).toContainText("已保存");

  const { text } = await reader.answer("/articles/ge-zhong-ge-shi");
  const shown = text
    .replaceAll(' loading="lazy" decoding="async"', "")
    .replace(/<span class="plate[^"]*">(<img [^>]*>)<\/span>/g, "$1")
    .replace(/<div class="scroll"[^>]*>|<\/table><\/div>/g, (tag) => (tag.startsWith("</") ? "</table>" : ""));
  expect(shown).toContain(`${GRAMMAR}<p>末段。</p>`);
});

test("by keyboard alone: title, headings, list, link, picture, table, and publish", async ({ at, reader }) => {
  const page = await at("editor");
  const writing = new WritingPage(page);
  const keys = page.keyboard;
  const tool = async (name: string) => {
    await keys.press("Alt+F10");
    await keys.press("Home");
    for (let step = 0; step < 30; step++) {
      if (await writing.tool(name).evaluate((button) => button === document.activeElement)) break;
      await keys.press("ArrowRight");
    }
    await expect(writing.tool(name)).toBeFocused();
    await keys.press("Enter");
  };
  const tabTo = async (target: Locator) => {
    for (let step = 0; step < 40; step++) {
      if (await target.evaluate((element) => element === document.activeElement)) break;
      await keys.press("Tab");
    }
    await expect(target).toBeFocused();
  };

  await writing.open();
  await tabTo(writing.title);
  await keys.insertText("只用键盘写成");
  await tabTo(writing.body);
  await keys.press("ControlOrMeta+Alt+2");
  await keys.insertText("小标题");
  await keys.press("Enter");
  await keys.press("ControlOrMeta+k");
  await keys.insertText("example.com");
  await keys.press("Enter");
  await expect(writing.body.getByRole("link", { name: "example.com" })).toHaveAttribute("href", "https://example.com");
  await expect(writing.body).toBeFocused();

  await keys.press("Enter");
  await tool("图片");
  await keys.insertText("https://example.com/a.png");
  await keys.press("Enter");
  await expect(page.getByLabel("图片地址")).toHaveAccessibleDescription("只能用本站的图片，地址以 / 开头");
  await keys.press("ControlOrMeta+a");
  await keys.insertText("/demo/charts/lithium_w1104h560.webp");
  await keys.press("Tab");
  await keys.insertText("碳酸锂价格走势");
  await keys.press("Tab");
  await keys.insertText("图：现货价");
  await keys.press("Enter");
  await expect(writing.body.getByRole("img", { name: "碳酸锂价格走势" })).toBeVisible();
  await expect(writing.body).toBeFocused();

  await keys.press("ControlOrMeta+End");
  await tool("表格");
  await expect(writing.body).toBeFocused();
  await keys.insertText("名称");
  await keys.press("Tab");
  await keys.insertText("数");
  for (let cell = 2; cell <= 9; cell++) await keys.press("Tab");
  await tool("列表");
  await expect(writing.body).toBeFocused();
  await keys.insertText("一条");

  await tabTo(writing.field("媒体"));
  await keys.press("ArrowDown");
  await tabTo(writing.field("地址"));
  await keys.insertText("zhi-yong-jian-pan");
  await keys.press("ControlOrMeta+s");
  await writing.settled();
  await tabTo(writing.publishButton);
  await keys.press("Enter");
  await expect(writing.confirmButton).toBeFocused();
  await keys.press("Enter");
  await expect(writing.publicLink).toBeVisible();

  const story = await reader.open("/articles/zhi-yong-jian-pan");
  await expect(story.getByRole("heading", { level: 2, name: "小标题" })).toBeVisible();
  await expect(story.locator("figure").filter({ hasText: "图：现货价" }).getByRole("img")).toHaveAttribute(
    "src",
    "/demo/charts/lithium_w1104h560.webp",
  );
  await expect(story.getByRole("columnheader", { name: "名称" })).toBeVisible();
  await expect(story.locator("article li").filter({ hasText: "一条" })).toBeVisible();
});
