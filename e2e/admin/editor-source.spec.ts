import { EditorPage } from "../pages/editor";
import { expect, test } from "./newsroom";

const ODD = "<p>前文。</p><pre>甲 <strong>乙</strong>\n丙</pre>";

test("an article with something the editor cannot show opens as source and loses nothing", async ({
  at,
  draft,
  reader,
}) => {
  const editor = new EditorPage(await at("editor"));
  await editor.open(draft.id);
  await editor.tool("源码").click();
  await expect(editor.source).toHaveValue("<p>第一段。</p>");
  await editor.source.fill(ODD);
  await editor.page.getByRole("button", { name: "回到编辑器" }).click();
  const warning = editor.page.getByText(
    "这篇文章里有编辑器不能显示的内容（代码段 1 处），以源码显示，保存时不会丢失。",
  );
  await expect(warning).toBeVisible();
  await editor.save();
  await expect(editor.saved).toContainText("已保存");

  await editor.page.reload();
  await expect(warning).toBeVisible();
  await expect(editor.source).toHaveValue(ODD.replace("</p>", "</p>\n"));
  await editor.fill({ title: "源码", slug: "yuan-ma" });
  await editor.publish();
  await expect(editor.publicLink).toBeVisible();
  expect((await reader.answer("/articles/yuan-ma")).text).toContain(ODD);
});

test("source goes back to the editor, and a stored heading cell stays where it was", async ({ at, draft }) => {
  const body = '<table><tbody><tr><th scope="col">甲</th></tr><tr><td>1</td></tr></tbody></table><p><em>斜</em></p>';
  const editor = new EditorPage(await at("editor"));
  await editor.open(draft.id);
  await editor.tool("源码").click();
  await editor.source.fill(`<div class="x">${body}</div>`);
  await editor.page.getByRole("button", { name: "回到编辑器" }).click();
  await expect(editor.body.locator("em")).toHaveText("斜");
  await editor.fill({ body: "。" });
  await editor.save();
  await expect(editor.saved).toContainText("已保存");
  await editor.tool("源码").click();
  await expect(editor.source).toHaveValue(body.replace("</em>", "。</em>").replace("</table>", "</table>\n"));
});
