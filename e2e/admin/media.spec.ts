import sharp from "sharp";
import { hold, png } from "../pages/files";
import { LibraryPage } from "../pages/library";
import { WritingPage } from "../pages/writing";
import { faults } from "./axe";
import { expect, test } from "./newsroom";

test("pictures are picked, dropped and pasted; each shows how far it is and then stands in the grid", async ({
  at,
}) => {
  const library = new LibraryPage(await at("editor"));
  await library.open();
  const slow = await png("挑选.png");
  const release = await hold(library.page, "**/api/admin/media");
  await library.pick(slow, await png("一起挑选.png"));
  await expect(library.upload("挑选.png").getByRole("progressbar").first()).toBeVisible();
  release();
  for (const name of ["挑选.png", "一起挑选.png"]) await expect(library.tile(name).first()).toBeVisible();
  await expect(library.page.getByRole("status").filter({ hasText: "已上传 2 张" })).toBeAttached();

  await library.drag([await png("拖放甲.png"), await png("拖放乙.png")], { drop: false });
  await expect(library.page.getByText("松开即上传")).toBeVisible();
  await library.drag([await png("拖放甲.png"), await png("拖放乙.png")]);
  await expect(library.page.getByText("松开即上传")).toBeHidden();
  await library.paste(await png("粘贴.png"));
  for (const name of ["拖放甲.png", "拖放乙.png", "粘贴.png"]) await expect(library.tile(name)).toBeVisible();
  await expect(library.tiles.getByText("处理中")).toHaveCount(0, { timeout: 30_000 });
});

test("a file that is refused says why beside itself, and can be tried again", async ({ at }) => {
  const library = new LibraryPage(await at("author"));
  await library.open();
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  await library.pick(
    { name: "图标.png", mimeType: "image/png", buffer: svg },
    { name: "太大.png", mimeType: "image/png", buffer: Buffer.alloc(21 * 1024 * 1024) },
    {
      name: "冒名.png",
      mimeType: "image/png",
      buffer: (await sharp((await png("x")).buffer)
        .jpeg()
        .toBuffer()) as Buffer,
    },
  );
  await expect(library.upload("图标.png")).toContainText("不收 SVG");
  await expect(library.upload("太大.png")).toContainText("文件太大，最多 20 MB");
  await expect(library.upload("冒名.png")).toContainText("自称 PNG，内容却是 JPEG");
  await library.upload("冒名.png").getByRole("button", { name: "重试" }).click();
  await expect(library.upload("冒名.png")).toContainText("自称 PNG，内容却是 JPEG");

  await library.page.context().setOffline(true);
  await library.pick(await png("断网.png"));
  await expect(library.upload("断网.png")).toContainText("网络断了");
  await library.page.context().setOffline(false);
  await library.upload("断网.png").getByRole("button", { name: "重试" }).click();
  await expect(library.tile("断网.png")).toBeVisible();
});

test("what is too large is refused by the server as well, and strangers cannot upload", async ({ at, request }) => {
  const page = await at("editor");
  const data = Buffer.alloc(21 * 1024 * 1024);
  const headers = { "X-File-Name": "a.png", "Content-Type": "image/png" };
  const tooLarge = await page.request.post("/api/admin/media", { data, headers });
  expect([tooLarge.status(), (await tooLarge.json()).message]).toEqual([422, "文件太大，最多 20 MB"]);
  const { buffer } = await png("x");
  expect((await request.post("/api/admin/media", { data: buffer, headers })).status()).toBe(401);
  expect((await request.get("/api/admin/media")).status()).toBe(401);
});

test("a picture is described, used in a story, replaced, and seen by readers", async ({ at, reader }) => {
  test.slow();
  const page = await at("editor");
  const library = new LibraryPage(page);
  await library.open();
  await library.pick(await png("港口.png", { width: 1300, height: 650 }));
  await library.show("港口.png");
  await library.alt.fill("港口的吊车");
  await library.details.getByLabel("来源").fill("本报摄影");
  await library.details.getByLabel("版权到").fill("明年");
  await library.details.getByRole("button", { name: "保存" }).click();
  await expect(library.details.getByLabel("版权到")).toHaveAccessibleDescription("日期应如 2027-03-31");
  await expect(library.alt).toHaveValue("港口的吊车");
  await library.details.getByLabel("版权到").fill("2099-12-31");
  await library.details.getByRole("button", { name: "保存" }).click();
  await expect(library.tile("港口的吊车")).toBeVisible();
  const html = await library.details.getByLabel("HTML").inputValue();
  expect(html).toMatch(
    /^<figure><img src="\/media\/[0-9a-f-]{36}\/1600\.webp" alt="港口的吊车" width="1300" height="650">/,
  );
  await library.view("没用过的");
  await expect(library.tile("港口的吊车")).toBeVisible();
  await expect(library.tiles.getByText("处理中")).toHaveCount(0, { timeout: 30_000 });

  const writing = new WritingPage(page);
  await writing.open();
  await writing.fill({ title: "港口走访", outlet: "东岸财经", slug: "gangkou-zoufang" });
  await writing.body.focus();
  await writing.body.evaluate((body, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", text);
    body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, `${html}<p>正文。</p>`);
  await writing.publish();
  await writing.settled();

  const story = await reader.open("/articles/gangkou-zoufang");
  const image = story.getByRole("img", { name: "港口的吊车" });
  await expect(image).toHaveJSProperty("complete", true);
  expect(await image.evaluate((img: HTMLImageElement) => img.currentSrc)).toMatch(/\/\d+\.avif$/);
  expect(await image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);

  // Its place is kept before it comes.
  await expect(image).toHaveAttribute("width", "1300");
  await expect(image).toHaveAttribute("height", "650");

  await library.open("?view=unused");
  await expect(library.tile("港口的吊车")).toHaveCount(0);
  await library.open(`?q=${encodeURIComponent("吊车")}`);
  await library.show("港口的吊车");
  await expect(library.details.getByRole("link", { name: "港口走访" })).toBeVisible();
  await expect(library.details.getByRole("button", { name: "删除" })).toHaveCount(0);
  await library.replace(await png("新港口.png", { width: 900, height: 900 }));
  const dialog = page.getByRole("dialog", { name: "替换这张图片？" });
  await expect(dialog).toContainText("有 1 篇文章用着它");
  await dialog.getByRole("button", { name: "替换" }).click();
  await expect(library.details.getByRole("heading", { name: "新港口.png" })).toBeVisible();

  const after = await reader.open("/articles/gangkou-zoufang");
  const replaced = after.getByRole("img", { name: "港口的吊车" });
  await expect(replaced).toHaveAttribute("width", "900");
  await expect(replaced).toHaveAttribute("src", /1600\.webp\?v=2$/);
});

test("an unused picture is deleted after a question; another's picture cannot be changed by an author", async ({
  at,
}) => {
  const library = new LibraryPage(await at("editor"));
  await library.open();
  await library.pick(await png("多余.png"));
  const author = new LibraryPage(await at("author"));
  await expect(library.tile("多余.png")).toBeVisible();
  await author.open();
  await author.show("多余.png");
  await expect(author.details.getByText("这张图片不是你上传的")).toBeVisible();
  await expect(author.details.getByRole("button", { name: "保存" })).toHaveCount(0);

  await library.show("多余.png");
  await library.details.getByRole("button", { name: "删除" }).click();
  const dialog = library.page.getByRole("dialog", { name: "删除这张图片？" });
  await dialog.getByRole("button", { name: "取消" }).click();
  await expect(library.tile("多余.png")).toBeVisible();
  await library.details.getByRole("button", { name: "删除" }).click();
  await dialog.getByRole("button", { name: "删除" }).click();
  await expect(library.tile("多余.png")).toHaveCount(0);
  await expect(library.details).toHaveCount(0);
});

test("files are served with headers that let them be kept and never run", async ({ at, request }) => {
  const library = new LibraryPage(await at("editor"));
  await library.open();
  await library.pick(await png("头.png", { width: 600, height: 300 }));
  await library.show("头.png");
  await expect(library.details).toBeVisible();
  await expect(library.details.getByText("处理中")).toHaveCount(0, { timeout: 30_000 });
  const src = /src="([^"]+)"/.exec(await library.details.getByLabel("HTML").inputValue())?.[1] ?? "";
  const base = src.replace("1600.webp", "");
  for (const [file, type] of [
    ["1600.webp", "webp"],
    ["480.avif", "avif"],
    ["original", "png"],
  ]) {
    const answer = await request.get(`${base}${file}`);
    expect(answer.status()).toBe(200);
    expect(answer.headers()).toMatchObject({
      "content-type": `image/${type}`,
      "cache-control": "public, max-age=31536000, immutable",
      "content-security-policy": "default-src 'none'",
      "x-content-type-options": "nosniff",
    });
    const etag = answer.headers().etag ?? "";
    expect((await request.get(`${base}${file}`, { headers: { "If-None-Match": etag } })).status()).toBe(304);
  }
  expect((await sharp(await (await request.get(`${base}1600.webp`)).body()).metadata()).width).toBe(600);
  for (const path of [
    `${base}640.webp`,
    `${base}1600.svg`,
    "/media/x/original",
    `${base.replace(/.\/$/, "x/")}original`,
    "/media",
  ]) {
    expect((await request.get(path)).status()).toBe(404);
  }
  expect((await request.get(`${base.replace(/[0-9a-f]{12}\/$/, "000000000000/")}1600.webp`)).status()).toBe(404);
});

test("axe finds nothing in the library", async ({ at }) => {
  const library = new LibraryPage(await at("editor"));
  await library.open();
  await library.pick(await png(`细看.png`), {
    name: "坏.png",
    mimeType: "image/png",
    buffer: Buffer.from("x"),
  });
  await expect(library.upload("坏.png")).toContainText("只收");
  await library.show(`细看.png`);
  await expect(library.alt).toBeVisible();
  expect(await faults(library.page)).toEqual([]);
  await library.details.getByRole("button", { name: "删除" }).click();
  expect(await faults(library.page)).toEqual([]);
  await library.open("?q=没有这样的图");
  expect(await faults(library.page)).toEqual([]);
});
