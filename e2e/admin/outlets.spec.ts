import { png } from "../pages/files";
import type { Reader } from "../pages/reader";
import { TaxonomyPage } from "../pages/taxonomy";
import { WritingPage } from "../pages/writing";
import { expect, test } from "./newsroom";

/** What a reader's page says; headlines hold marks where a line may break. */
const says = async (reader: Reader, path: string) => (await reader.answer(path)).text.replace(/<wbr\s*\/?>/g, "");

let made = 0;
/** A name that no other journey has; its pinyin is made of letters alone. */
const fresh = (text: string) => `${text}${"甲乙丙丁戊己庚辛壬癸"[made++]}报`;

test("an outlet is made, told apart from one of the same sound, renamed, and its old address and name lead on", async ({
  at,
  reader,
}) => {
  const outlets = new TaxonomyPage(await at("editor"));
  const name = fresh("世界");
  await outlets.create("categories", name);
  await outlets.page.goto("/admin/categories/new");
  const twin = name.replace("世界", "视界");
  await outlets.field("名称").fill(twin);
  await expect(outlets.said(`和「${name}」同音`)).toBeVisible();
  const slug = (await outlets.page.getByLabel(/^地址/).getAttribute("placeholder")) ?? "";
  expect(slug).toMatch(/^shijie[a-z]+-2$/);
  await outlets.field("名称").fill(name);
  await expect(outlets.said(`已有媒体叫「${name}」`)).toBeVisible();
  await outlets.field("名称").fill(twin);
  await outlets.page.getByRole("button", { name: "新建媒体" }).click();
  await outlets.page.getByRole("heading", { level: 1, name: twin }).waitFor();
  await expect(outlets.said(`同音的还有：${name}`)).toBeVisible();

  await test.step("both are marked in the list, and found by their initials", async () => {
    await outlets.list("categories", "?view=sound");
    await expect(outlets.row(name).first()).toContainText("同音");
    await outlets.page.getByLabel("名称、拼音或首字母").fill("sjj");
    await outlets.page.getByRole("button", { name: "查找", exact: true }).click();
    await expect(outlets.page.getByRole("rowheader")).toHaveCount(2);
  });

  await test.step("renamed", async () => {
    await outlets.open("categories", twin);
    await outlets.field("名称").fill("新名晚报");
    await outlets.page.getByLabel(/^地址/).fill("xinmingwanbao");
    await expect(outlets.said(`旧地址 /category/${slug} 会转到这里`)).toBeVisible();
    await outlets.save();
    await expect(outlets.said("已保存")).toBeVisible();
    await expect(outlets.section("别名")).toContainText(twin);
    await expect(outlets.section("别名")).toContainText("从前的地址，读者手里还有");
    expect(await reader.answer(`/category/${slug}`)).toMatchObject({ status: 308, to: "/category/xinmingwanbao" });
    expect(await reader.answer(`/${slug}`)).toMatchObject({ status: 308, to: "/category/xinmingwanbao" });
    expect(await says(reader, "/category/xinmingwanbao")).toContain("新名晚报");
  });

  await test.step("and its address is nobody else's any more", async () => {
    await outlets.page.goto("/admin/categories/new");
    await outlets.field("名称").fill("别家");
    await outlets.page.getByLabel(/^地址/).fill(slug);
    await outlets.page.getByRole("button", { name: "新建媒体" }).click();
    await expect(outlets.page.getByLabel(/^地址/)).toHaveAccessibleDescription(/曾属于「新名晚报」.*可以用/);
    await expect(outlets.page.getByLabel(/^地址/)).toBeFocused();
  });
});

test("description and logo stand at the head of the outlet's page at the next request, aliases lead to it", async ({
  at,
  reader,
}) => {
  const outlets = new TaxonomyPage(await at("editor"));
  const name = fresh("标志");
  await outlets.create("categories", name);
  const slug = await outlets.page.getByLabel(/^地址/).inputValue();
  const path = `/category/${slug}`;
  expect(await says(reader, path)).not.toContain("一家讲究的报纸");
  await outlets.field("说明").fill("一家讲究的报纸。");
  await outlets.page.getByRole("button", { name: "从图库选" }).click();
  const dialog = outlets.page.getByRole("dialog", { name: "从图库选图" });
  const chooser = outlets.page.waitForEvent("filechooser");
  await dialog.getByRole("button", { name: "上传图片" }).click();
  await (await chooser).setFiles([await png("媒体标志.png", { width: 600, height: 200 })]);
  await dialog.getByRole("list", { name: "图片，从新到旧" }).getByRole("button", { name: "媒体标志.png" }).click();
  await outlets.save();
  await expect(outlets.said("已保存")).toBeVisible();
  const page = await reader.open(path);
  await expect(page.getByText("一家讲究的报纸。")).toBeVisible();
  const logo = page.locator("img.outlet-logo");
  await expect(logo).toHaveAttribute("width", "600");
  expect(await logo.evaluate((img: HTMLImageElement) => img.clientHeight)).toBe(48);

  await test.step("a picture that stands there is not deleted", async () => {
    await outlets.page.goto("/admin/media");
    await outlets.page
      .getByRole("link", { name: /媒体标志/ })
      .first()
      .click();
    await outlets.page.getByRole("button", { name: "删除", exact: true }).click();
    await outlets.page.getByRole("dialog").getByRole("button", { name: "删除", exact: true }).last().click();
    await expect(outlets.said(`这张图片是媒体「${name}」的标志`)).toBeVisible();
  });

  await test.step("an alias", async () => {
    await outlets.open("categories", name);
    await outlets.addAlias("讲究报");
    await expect(outlets.section("别名")).toContainText("讲究报");
    expect(await reader.answer(encodeURI("/category/讲究报"))).toMatchObject({ status: 308, to: path });
    await outlets.section("别名").getByRole("button", { name: "去掉讲究报" }).click();
    await expect(outlets.said("已去掉：讲究报")).toBeVisible();
    expect(await reader.status(encodeURI("/category/讲究报"))).toBe(404);
  });
});

test("merging moves the stories, keeps every old address in one hop, and is undone from the toast and the record", async ({
  at,
  reader,
  portal,
}) => {
  test.slow();
  const outlets = new TaxonomyPage(await at("editor"));
  const [first, second, third] = [fresh("合并"), fresh("合并"), fresh("合并")];
  const slugs: string[] = [];
  for (const name of [first, second, third]) {
    await outlets.create("categories", name);
    slugs.push(await outlets.page.getByLabel(/^地址/).inputValue());
  }
  const [a, b, c] = slugs.map((slug) => `/category/${slug}`);
  const writing = new WritingPage(await at("editor"));
  await writing.open();
  await writing.fill({ title: "随媒体走的报道", body: "第一段。", outlet: first });
  await writing.save();
  await writing.settled();
  await writing.publish();
  await expect(writing.publicLink).toBeVisible();
  const story = (await writing.publicLink.getAttribute("href")) ?? "";
  expect(await says(reader, a!)).toContain("随媒体走的报道");
  expect(await says(reader, story)).toContain(first);
  const older = `/before/${Date.now() + 86_400_000}-${"f".repeat(32)}`;
  expect(await reader.status(a! + older)).toBe(200);

  await test.step("said first, then done, with the story open in a window that is saved without a conflict", async () => {
    await outlets.open("categories", first);
    await outlets.choose("合并", second, second);
    await expect(outlets.section("合并")).toContainText(`1 篇文章移到「${second}」`);
    await expect(outlets.section("合并")).toContainText(`${a} 从此转到 ${b}`);
    await outlets
      .section("合并")
      .getByRole("button", { name: `并入「${second}」` })
      .click();
    await outlets.page.getByRole("heading", { level: 1, name: second }).waitFor();
    await expect(outlets.act(`${first} 并入 ${second}`)).toBeVisible();
    await outlets.settled();
    expect(await says(reader, b!)).toContain("随媒体走的报道");
    expect(await says(reader, story)).not.toContain(first);
    expect(await reader.answer(a!)).toMatchObject({ status: 308, to: b });
    expect(await reader.answer(a! + older)).toMatchObject({ status: 308, to: b! + older });
    expect(await says(reader, "/category")).not.toContain(first);
    await writing.type("再写一句。");
    await writing.save();
    await expect(writing.saved).toHaveText(/^已保存/);
    await expect(writing.field("媒体").locator("option:checked")).toHaveText(second);
  });

  await test.step("a chain is one hop", async () => {
    await outlets.open("categories", second);
    await outlets.merge(third, third);
    await outlets.settled();
    for (const path of [a!, b!]) expect(await reader.answer(path)).toMatchObject({ status: 308, to: c });
    expect(await says(reader, c!)).toContain("随媒体走的报道");
  });

  await test.step("undone: the last from its toast, the first from the record", async () => {
    await outlets.page.getByRole("button", { name: "撤销", exact: true }).first().click();
    await outlets.page.getByRole("heading", { level: 1, name: second }).waitFor();
    await outlets.settled();
    expect(await says(reader, b!)).toContain("随媒体走的报道");
    await outlets.page.goto("/admin/taxonomy");
    await outlets.undo(`${first} 并入 ${second}`);
    expect(await says(reader, a!)).toContain("随媒体走的报道");
    expect(await says(reader, story)).toContain(first);
    expect(await says(reader, b!)).not.toContain("随媒体走的报道");
  });

  await test.step("and the log says it, and the history of the article", async () => {
    await outlets.page.goto(`${new URL(writing.page.url()).pathname}/revisions`);
    const moves = outlets.page.getByRole("region", { name: "随媒体或标签的变动" });
    await expect(moves).toContainText(`这篇从「${first}」到「${second}」`);
    const log = await at("admin");
    await log.goto("/admin/audit?type=category");
    await expect(log.getByRole("listitem").filter({ hasText: `撤销了媒体的合并：` }).first()).toContainText("陆遥");
    await expect(log.getByRole("listitem").filter({ hasText: "合并了媒体" }).first()).toContainText("陆遥");
  });
  expect(portal.output()).not.toContain("interrupted");
});

test("splitting counts what the conditions name, takes it to a new outlet, and back", async ({ at, reader }) => {
  test.slow();
  const outlets = new TaxonomyPage(await at("editor"));
  const whole = fresh("拆分");
  await outlets.create("categories", whole);
  const path = `/category/${await outlets.page.getByLabel(/^地址/).inputValue()}`;
  const writing = new WritingPage(await at("editor"));
  for (const title of ["港股日报一则", "别的一则"]) {
    await writing.open();
    await writing.fill({ title, body: "第一段。", outlet: whole });
    await writing.save();
    await writing.settled();
    await writing.publish();
    await expect(writing.publicLink).toBeVisible();
  }
  await outlets.open("categories", whole);
  const part = fresh("港股");
  const split = outlets.section("拆分");
  await split.getByText("选哪些文章").click();
  await split.getByLabel(/^标题里有/).fill("没有这样的题");
  await expect(split.getByRole("status")).toHaveText("符合的有 0 篇");
  await split.getByLabel(/^标题里有/).fill("港股");
  await expect(split.getByRole("status")).toHaveText("符合的有 1 篇");
  await split.getByLabel("新媒体的名称").fill(part);
  await split.getByRole("button", { name: "移走 1 篇" }).click();
  await expect(outlets.said(`1 篇从「${whole}」移到「${part}」`)).toBeVisible();
  await outlets.settled();
  expect(await says(reader, path)).not.toContain("港股日报一则");
  expect(await says(reader, path)).toContain("别的一则");
  await outlets.undo(`从 ${whole} 移到 ${part}`);
  expect(await says(reader, path)).toContain("港股日报一则");
});

test("who writes does not see outlets and tags; a bookmark of an outlet that was merged shows the survivor", async ({
  at,
}) => {
  const author = await at("author");
  for (const path of ["/admin/categories", "/admin/tags", "/admin/taxonomy", "/admin/categories/new"])
    expect((await author.goto(path))?.status()).toBe(404);
  await author.goto("/admin/articles");
  await expect(author.getByRole("link", { name: "媒体与栏目" })).toHaveCount(0);

  const outlets = new TaxonomyPage(await at("editor"));
  const [from, into] = [fresh("书签"), fresh("书签")];
  await outlets.create("categories", into);
  await outlets.create("categories", from);
  const id = outlets.page.url().split("/").at(-1);
  await outlets.merge(into, into);
  await outlets.page.goto(`/admin/articles?category=${id}`);
  await expect(outlets.page).toHaveURL(new RegExp(`category=(?!${id})`));
  await expect(outlets.page.getByRole("list", { name: "当前条件" })).toContainText(into);
});
