import { EditorPage } from "../pages/editor";
import { intercept } from "../pages/intercept";
import { PalettePage } from "../pages/palette";
import { WritingPage } from "../pages/writing";
import { faults } from "./axe";
import { expect, test } from "./newsroom";

test("places and actions by their initials; arrows, Enter and Escape", async ({ at }) => {
  const palette = new PalettePage(await at("editor"));
  await palette.page.goto("/admin/articles");
  const search = palette.page.getByRole("banner").getByRole("button", { name: "查找或执行" });
  await search.click();
  await expect(palette.field).toBeFocused();
  await palette.page.keyboard.press("Escape");
  await expect(palette.dialog).toBeHidden();
  await expect(search).toBeFocused();

  await palette.open();
  await expect(palette.group("最近改动的文章").getByRole("option").first()).toBeVisible();
  await expect(palette.chosen).toHaveText(/^文章/);
  await palette.page.keyboard.press("ArrowDown");
  await expect(palette.chosen).toHaveText(/^快讯台/);
  await palette.page.keyboard.press("ArrowUp");
  await palette.page.keyboard.press("ArrowUp");
  await expect(palette.chosen).toHaveId(/^article-/);
  await palette.page.keyboard.type("fkx");
  await expect(palette.chosen).toHaveText("发快讯");
  await expect(palette.field).toHaveAttribute("aria-activedescendant", (await palette.chosen.getAttribute("id")) ?? "");
  await palette.page.keyboard.press("Enter");
  await expect(palette.page).toHaveURL(/\/admin\/flash$/);

  await palette.open();
  await palette.page.keyboard.press("ControlOrMeta+k");
  await expect(palette.dialog).toBeHidden();
});

test("articles by words and by initials, outlets by theirs; nothing found is no dead end", async ({ at, draft }) => {
  const palette = new PalettePage(await at("editor"));
  await palette.page.goto("/admin/flash");
  await palette.open();
  await palette.page.keyboard.insertText(draft.title);
  await expect(palette.group("文章").getByRole("option").first()).toContainText(draft.title);
  await palette.field.fill(`cg ${draft.title.slice(-8)}`);
  await expect(palette.group("文章").getByRole("option").first()).toContainText(draft.title);
  await expect(palette.group("文章").getByRole("option").first()).toContainText("草稿");
  await expect(palette.chosen).toContainText(draft.title);
  await palette.page.keyboard.press("Enter");
  await expect(palette.page).toHaveURL(new RegExp(`/admin/articles/${draft.id}$`));
  await new WritingPage(palette.page).body.waitFor();

  await palette.page.goto("/admin/media");
  await palette.open();
  await palette.page.keyboard.type("dacj");
  await expect(palette.group("媒体").getByRole("option")).toHaveText([/^东岸财经/]);
  await palette.group("媒体").getByRole("option").click();
  await expect(palette.page).toHaveURL(/\/admin\/articles\?category=/);

  await palette.open();
  await palette.page.keyboard.insertText("没有这样的东西");
  await expect(palette.options).toHaveCount(1);
  await palette.page.keyboard.press("Enter");
  await expect(palette.page.getByText("没有符合这些条件的文章。")).toBeVisible();
});

test("in the text Ctrl+K is the link; with Shift it is the palette, and everywhere else without", async ({
  at,
  draft,
}) => {
  const editor = new EditorPage(await at("editor"));
  const palette = new PalettePage(editor.page);
  await editor.open(draft.id);
  await editor.body.focus();
  await editor.keys("ControlOrMeta+k");
  await expect(editor.page.getByLabel("链接地址")).toBeFocused();
  await expect(palette.dialog).toBeHidden();
  await editor.keys("Escape");
  await expect(editor.body).toBeFocused();
  await editor.keys("ControlOrMeta+Shift+k");
  await expect(palette.field).toBeFocused();
  await editor.keys("Escape");
  await expect(editor.body).toBeFocused();
  await editor.title.focus();
  await palette.open();
});

test("? lists the keys of the page, but is a sign in a text; who wants no single keys turns them off", async ({
  at,
}) => {
  const palette = new PalettePage(await at("colleague"));
  await palette.page.goto("/admin/flash");
  const field = palette.page.getByRole("textbox", { name: "标题与正文" });
  await expect(field).toBeFocused();
  await palette.page.keyboard.type("?");
  await expect(field).toHaveValue("?");
  await field.fill("");
  await palette.page.getByRole("link", { name: "文章", exact: true }).first().focus();
  await palette.page.keyboard.press("?");
  await expect(palette.keys.getByRole("region", { name: "快讯台" })).toContainText("30 秒内撤回");
  await expect(palette.keys).toContainText("查找或执行");
  await palette.keys.getByRole("checkbox").uncheck();
  await palette.page.keyboard.press("Escape");
  await palette.page.keyboard.press("?");
  await palette.page.keyboard.press("c");
  await expect(palette.keys).toBeHidden();
  await palette.open();
  await palette.page.keyboard.type("qbaj");
  await palette.page.keyboard.press("Enter");
  await palette.keys.getByRole("checkbox").check();
  await palette.page.keyboard.press("Escape");
  await palette.page.keyboard.press("c");
  await new WritingPage(palette.page).body.waitFor();
});

test("a key pressed before the next frame after closing is no sign for the closed field", async ({ at }) => {
  const palette = new PalettePage(await at("editor"));
  await palette.page.goto("/admin/more");
  await palette.open();
  await palette.field.evaluate((field) => {
    field.closest("dialog")?.close();
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "?", bubbles: true, cancelable: true }));
  });
  await expect(palette.keys).toBeVisible();
});

test("an author finds neither the flash desk nor what others write; signing out is there for everyone", async ({
  at,
  draft,
  browser,
  staffed,
}) => {
  const palette = new PalettePage(await at("author"));
  await palette.page.goto("/admin/articles");
  await palette.open();
  await palette.page.keyboard.insertText("快讯");
  await expect(palette.options).toHaveCount(1);
  await palette.field.fill(draft.title);
  await expect(palette.dialog.getByRole("status")).toHaveText("1 条结果");
  await expect(palette.options).toHaveText([/^在全部文章的标题里找/]);

  const people = async (who: "admin" | "editor") =>
    (await (await (await at(who)).request.get("/api/admin/palette?q=luyao")).json()).people;
  expect(await people("admin")).toMatchObject([{ name: "陆遥", role: "editor" }]);
  expect(await people("editor")).toEqual([]);
  const stranger = await browser.newContext({ baseURL: staffed.url });
  for (const path of ["palette", "securities"]) {
    expect((await stranger.request.get(`/api/admin/${path}?q=a`)).status()).toBe(401);
  }
  await stranger.close();
});

test("on a phone it is behind 更多, and fills the screen", async ({ at }) => {
  const palette = new PalettePage(await at("editor"));
  await palette.page.setViewportSize({ width: 390, height: 844 });
  await palette.page.goto("/admin/more");
  await palette.page.getByRole("main").getByRole("button", { name: "查找或执行" }).click();
  await palette.field.fill("kxt");
  await expect(palette.chosen).toHaveText("快讯台");
  await palette.chosen.click();
  await expect(palette.page).toHaveURL(/\/admin\/flash$/);
  await expect(
    palette.page.getByRole("navigation", { name: "快捷" }).getByRole("link", { name: "快讯台" }),
  ).toHaveAttribute("aria-current", "page");
});

test("without the server, places and actions still work and the rest says why", async ({ at }) => {
  const palette = new PalettePage(await at("editor"));
  await palette.page.goto("/admin/articles");
  await intercept(palette.page);
  await palette.page.route("**/api/admin/palette*", (route) => route.abort("connectionreset"));
  await palette.open();
  await palette.page.keyboard.type("tk");
  await expect(palette.dialog.getByRole("alert")).toContainText("暂时查不到");
  await expect(palette.chosen).toHaveText(/^图库/);
});

test("axe finds nothing in the palette and the list of keys; they fit a phone", async ({ at }) => {
  const palette = new PalettePage(await at("editor"));
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    await palette.page.setViewportSize({ width, height });
    await palette.page.goto("/admin/more");
    expect(await faults(palette.page)).toEqual([]);
    await palette.open();
    await palette.page.keyboard.insertText("市");
    await expect(palette.group("文章").getByRole("option").first()).toContainText("市");
    expect(await faults(palette.page)).toEqual([]);
    expect(await palette.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)).toBe(false);
    await palette.page.keyboard.press("Escape");
    await expect(palette.dialog).toBeHidden();
    await palette.page.keyboard.press("?");
    await expect(palette.keys).toBeVisible();
    expect(await faults(palette.page)).toEqual([]);
    await palette.page.keyboard.press("Escape");
  }
});

test("settings and people by their initials, for who may change them; one's own account for everybody", async ({
  at,
}) => {
  const palette = new PalettePage(await at("admin"));
  await palette.page.goto("/admin/flash");
  await palette.open();
  await expect(palette.group("设置")).toHaveCount(0);
  await palette.page.keyboard.type("qds");
  await expect(palette.group("设置").getByRole("option")).toHaveText(["强调色"]);
  await palette.group("设置").getByRole("option").click();
  await expect(palette.page).toHaveURL(/\/admin\/settings#s-accent$/);
  await expect(palette.page.getByRole("heading", { name: "强调色" })).toBeInViewport();

  await palette.open();
  await palette.page.keyboard.type("tangyue");
  await expect(palette.group("人员").getByRole("option")).toHaveText([/唐越.*特约作者/]);
  await palette.group("人员").getByRole("option").click();
  await expect(palette.page.getByRole("heading", { level: 1, name: "唐越" })).toBeVisible();

  const authors = new PalettePage(await at("author"));
  await authors.page.goto("/admin/articles");
  await authors.open();
  await authors.page.keyboard.type("lbyz");
  await expect(authors.group("设置").getByRole("option")).toHaveText(["两步验证"]);
  await authors.page.keyboard.press("Enter");
  await expect(authors.page).toHaveURL(/\/admin\/profile#totp$/);
  await authors.open();
  await authors.page.keyboard.type("qds");
  await expect(authors.group("设置")).toHaveCount(0);
});
