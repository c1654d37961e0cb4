import { EditorPage } from "../pages/editor";
import { copyPicture, dragOnto, hold, png } from "../pages/files";
import { faults } from "./axe";
import { expect, test } from "./newsroom";

test("a picture from the library is described in the story, and readers get it in the sizes that were made", async ({
  at,
  reader,
}) => {
  const editor = new EditorPage(await at("editor"));
  await editor.write("正文。");
  await editor.fill({ title: "盐田港走访", outlet: "东岸财经", slug: "yantian" });
  await editor.pickPicture(await png("盐田.png", { width: 1300, height: 650 }));
  await editor.describePicture({ 替代文字: "港口的吊车", 图注: "二期码头", 图源: "本报摄影" });
  await expect(editor.figures).toHaveText("二期码头（图源：本报摄影）");
  await editor.publish();
  await editor.settled();

  const story = await reader.open("/articles/yantian");
  const figure = story.getByRole("figure");
  const image = figure.getByRole("img", { name: "港口的吊车" });
  await expect(figure.locator("figcaption")).toHaveText("二期码头（图源：本报摄影）");
  await expect(image).toHaveAttribute("width", "1300");
  await expect(image).toHaveAttribute("height", "650");
  const sizes = {
    webp: (await image.getAttribute("srcset")) ?? "",
    avif: (await figure.locator("picture > source[type='image/avif']").getAttribute("srcset")) ?? "",
  };
  for (const [format, srcset] of Object.entries(sizes)) {
    expect(srcset.match(/ \d+w/g)).toEqual([" 480w", " 960w", " 1300w"]);
    for (const address of srcset.match(/\/media\/\S+/g) ?? []) {
      const type = async () => (await story.request.get(address)).headers()["content-type"];
      await expect.poll(type, { timeout: 30_000 }).toBe(`image/${format}`);
    }
  }
});

test("files dropped onto the text show how far they are and then stand where they fell, in their order", async ({
  at,
}) => {
  const editor = new EditorPage(await at("editor"));
  await editor.write("第一段。");
  await editor.keys("Enter");
  await editor.type("第二段。");
  const release = await hold(editor.page, "**/api/admin/media");
  const second = editor.body.getByText("第二段。");
  await dragOnto(second, [await png("甲.png")], { drop: false });
  await expect(editor.page.getByText("松开，图片就传到图库")).toBeVisible();
  await dragOnto(second, [await png("甲.png"), await png("乙.png", { width: 300 })]);
  await expect(editor.page.getByText("松开，图片就传到图库")).toBeHidden();
  for (const name of ["甲.png", "乙.png"]) {
    await expect(editor.sending(name).getByRole("progressbar")).toBeVisible();
    await expect(editor.body.getByText(`${name} 上传中`)).toBeVisible();
  }
  // One goes on writing meanwhile; what is saved has no trace of what is on its way.
  await editor.keys("ControlOrMeta+Home");
  await editor.type("先写着：");
  release();
  await expect(editor.figures).toHaveCount(2);
  await expect(editor.body.locator("> *:not(.arriving)")).toHaveText(["先写着：第一段。", "", "", "第二段。"]);
  await expect(editor.figures.locator("img")).toHaveCount(2);
  await expect(editor.figures.nth(0).locator("img")).toHaveAttribute("width", "1200");
  await expect(editor.figures.nth(1).locator("img")).toHaveAttribute("width", "300");
  await expect(editor.sending("甲.png")).toHaveCount(0);

  await editor.body.focus();
  await editor.keys("ControlOrMeta+z");
  await expect(editor.figures).toHaveCount(1);
  await editor.keys("ControlOrMeta+z");
  await expect(editor.figures).toHaveCount(0);
  await expect(editor.body).toContainText("先写着：第一段。");
  await editor.keys("ControlOrMeta+Shift+z", "ControlOrMeta+Shift+z");
  await expect(editor.figures).toHaveCount(2);
});

test("a screenshot is pasted with the keyboard, and described afterwards by a double click", async ({ at }) => {
  const editor = new EditorPage(await at("editor"));
  await editor.write("图在下面。");
  await editor.keys("Enter");
  await copyPicture(editor.page, await png("截图.png", { width: 640, height: 400 }));
  await editor.keys("ControlOrMeta+v");
  await expect(editor.figures.locator("img")).toHaveAttribute("width", "640");
  await editor.type("图在上面。");
  await expect(editor.body.locator("> p").last()).toHaveText("图在上面。");

  await editor.figures.locator("img").dblclick();
  await editor.describePicture({ 替代文字: "屏幕上的走势" });
  await expect(editor.body.getByRole("img", { name: "屏幕上的走势" })).toBeVisible();
});

test("what is refused says why beside its name, the text stays; after a broken line it is tried again", async ({
  at,
}) => {
  const editor = new EditorPage(await at("author"));
  await editor.write("一字不丢。");
  const text = editor.body.getByText("一字不丢。");
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
  await dragOnto(text, [
    { name: "图标.svg", mimeType: "image/svg+xml", buffer: svg },
    { name: "太大.png", mimeType: "image/png", buffer: Buffer.alloc(21 * 1024 * 1024) },
  ]);
  await expect(editor.sending("图标.svg")).toContainText("不收 SVG");
  await expect(editor.sending("太大.png")).toContainText("文件太大，最多 20 MB");
  await expect(editor.body.getByText("图标.svg 没有传上去")).toBeVisible();
  for (const name of ["图标.svg", "太大.png"]) {
    await editor
      .sending(name)
      .getByRole("button", { name: `收起 ${name}` })
      .click();
    await expect(editor.sending(name)).toHaveCount(0);
    await expect(editor.body.getByText(name)).toHaveCount(0);
  }
  await expect(editor.body).toHaveText("一字不丢。");

  await editor.page.context().setOffline(true);
  await dragOnto(text, [await png("断线.png")]);
  await expect(editor.sending("断线.png")).toContainText("网络断了");
  await editor.page.context().setOffline(false);
  await editor.sending("断线.png").getByRole("button", { name: "重试" }).click();
  await expect(editor.figures).toHaveCount(1);
  await expect(editor.body).toContainText("一字不丢。");
});

test("a file dropped beside the text goes into it as well, and never takes the page away", async ({ at }) => {
  const editor = new EditorPage(await at("editor"));
  await editor.write("正文。");
  await dragOnto(editor.title, [await png("旁边.png")]);
  await expect(editor.figures).toHaveCount(1);
  await expect(editor.body).toContainText("正文。");
});

test("words that an office program copies with a likeness stay words; a picture from a browser becomes one of ours", async ({
  at,
}) => {
  const editor = new EditorPage(await at("editor"));
  await editor.write("");
  const paste = (html: string, name: string, base64: string) =>
    editor.body.evaluate(
      (body, { html, name, base64 }) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/html", html);
        const bytes = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
        clipboardData.items.add(new File([bytes], name, { type: "image/png" }));
        body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      },
      { html, name, base64 },
    );
  const file = (await png("浏览器里的图.png", { width: 500, height: 300 })).buffer.toString("base64");
  await paste("<p>表里的字</p>", "likeness.png", file);
  await expect(editor.body).toHaveText("表里的字");
  await expect(editor.figures).toHaveCount(0);
  await paste('<img src="https://pic.example.com/a.png">', "image.png", file);
  await expect(editor.figures.locator("img")).toHaveAttribute("width", "500");
  await expect(editor.page.getByText("粘贴时去掉了")).toHaveCount(0);
});

test("axe finds nothing while pictures are on their way", async ({ at }) => {
  const editor = new EditorPage(await at("editor"));
  await editor.write("正文。");
  const release = await hold(editor.page, "**/api/admin/media");
  await dragOnto(editor.body.getByText("正文。"), [
    { name: "太大.png", mimeType: "image/png", buffer: Buffer.alloc(21 * 1024 * 1024) },
    await png(`途中.png`),
  ]);
  await expect(editor.sending("太大.png")).toContainText("文件太大");
  await expect(editor.sending(`途中.png`).getByRole("progressbar")).toBeVisible();
  expect(await faults(editor.page)).toEqual([]);
  release();
  await expect(editor.figures).toHaveCount(1);
  await editor.figures.locator("img").dblclick();
  await expect(editor.figureRow).toBeVisible();
  expect(await faults(editor.page)).toEqual([]);
});
