import { EditorPage } from "../pages/editor";
import { faults } from "./axe";
import { expect, test } from "./newsroom";

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing in what opens around the text, ${colorScheme}`, async ({ at }) => {
    const editor = new EditorPage(await at("editor"));
    await editor.page.emulateMedia({ colorScheme });
    const clean = async (state: string) => {
      expect(await faults(editor.page), state).toEqual([]);
    };
    await editor.write("央行与央行。");
    await editor.keys("Enter");
    await editor.type("/");
    await expect(editor.slash).toBeVisible();
    await clean("slash menu");
    await editor.keys("Escape", "Backspace", "ArrowLeft", "Shift+Home");
    await expect(editor.bubble).toBeVisible();
    await clean("bubble");
    await editor.keys("ControlOrMeta+f");
    await editor.findBar.getByLabel("查找", { exact: true }).fill("央行");
    await clean("find bar");
    await editor.keys("Escape", "ControlOrMeta+End");
    await editor.paste('<p style="color:red">甲</p><script>x</script>');
    await editor.page.getByRole("button", { name: "查看原文" }).click();
    await clean("report of a paste");
    await editor.tool("表格").click();
    await expect(editor.body).toBeFocused();
    await editor.type("名");
    await editor.keys("Tab");
    await editor.type("价");
    await editor.keys("Tab");
    await editor.type("涨");
    await clean("tools of a table");
    await editor.tool("全屏").click();
    await clean("full screen");
    await editor.keys("Escape");
    await editor.tool("源码").click();
    await editor.source.fill("<pre>甲<strong>乙</strong></pre>");
    await editor.page.getByRole("button", { name: "回到编辑器" }).click();
    await expect(editor.page.getByText("编辑器不能显示的内容")).toBeVisible();
    await clean("source");
  });
}
