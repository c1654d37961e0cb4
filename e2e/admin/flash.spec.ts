import type { Page } from "@playwright/test";
import { FlashDeskPage } from "../pages/flash-desk";
import { WritingPage } from "../pages/writing";
import { faults } from "./axe";
import { loseNextAction, loseNextAnswer } from "./line";
import { databaseOf, expect, test } from "./newsroom";

/** A word that no other flash has. */
const unique = (text: string) => `${text}${Date.now().toString(36).slice(-5)}`;

async function openDesk(page: Page) {
  const desk = new FlashDeskPage(page);
  await desk.open();
  if ((await desk.outlet.inputValue()) === "") await desk.outlet.selectOption({ label: "东岸财经" });
  await desk.field.focus();
  return desk;
}

async function pathOf(page: Page, title: string) {
  return page.getByRole("link", { name: title }).first().getAttribute("href");
}

test("with keys alone: level, security by initials, live on every page at once, taken back with a trace", async ({
  at,
  reader,
  portal,
}) => {
  const title = unique("宁德时代与上游签长协");
  const desk = await openDesk(await at("editor"));
  await desk.open();
  await expect(desk.field).toBeFocused();
  await expect(desk.outlet).toHaveValue(/./);
  await desk.page.evaluate(() => {
    const counted = window as unknown as { keys: number };
    counted.keys = 0;
    window.addEventListener("keydown", ({ key }) => {
      if (!["Control", "Meta", "Shift", "Alt"].includes(key)) counted.keys++;
    });
  });

  await desk.keys("2", "Space");
  await expect(desk.level("重要")).toBeChecked();
  await expect(desk.field).toHaveValue("");
  await desk.write(`${title}。覆盖约四成用量，`);
  await desk.keys("$", "n", "d", "s", "d");
  await expect(desk.options.first()).toContainText("宁德时代");
  await desk.keys("Enter");
  await expect(desk.field).toHaveValue(`${title}。覆盖约四成用量，宁德时代`);
  await expect(desk.securities).toContainText("SZ300750");
  await desk.write("持股不变。");
  await expect(desk.preview).toContainText(`重要${title}`);
  await desk.keys("ControlOrMeta+Enter");
  await expect(desk.row(title)).toContainText("重要");
  await expect(desk.field).toBeFocused();
  await expect(desk.field).toHaveValue("");
  await expect(desk.level("普通")).toBeChecked();
  // Two for the level, five and one for the security, one to publish.
  expect(await desk.page.evaluate(() => (window as unknown as { keys: number }).keys)).toBe(9);

  const live = await reader.open("/live");
  await expect(live.getByText("覆盖约四成用量，宁德时代持股不变。").first()).toBeVisible();
  expect((await reader.answer("/")).text).toContain(title);
  await expect((await reader.open("/stock/SZ300750")).getByRole("link", { name: title })).toBeVisible();
  const path = (await pathOf(live, title)) ?? "";
  expect((await reader.answer(path)).status).toBe(200);

  await expect(desk.undo(title)).toHaveText(/撤回 \d+ 秒/);
  await desk.keys("ControlOrMeta+z");
  await expect(desk.row(title)).toContainText("已撤回");
  await expect(desk.field).toBeFocused();
  await expect(desk.field).toHaveValue(`${title}。覆盖约四成用量，宁德时代持股不变。`);
  await expect(desk.level("重要")).toBeChecked();
  const gone = await reader.answer(path);
  expect(gone.status).toBe(410);
  expect(gone.text).toContain("快讯撤销");
  const list = (await reader.answer("/live")).text;
  expect(list).not.toContain(title);
  expect(list).toContain("撤回，原因：快讯撤销。");
  const sql = databaseOf(portal);
  const trail = await sql`select a.action, r.status, r.reason from articles
    join audit_log a on a.subject_id = articles.id::text
    join revisions r on r.article_id = articles.id and r.version = (a.change->>'version')::int
    where articles.title = ${title} order by a.id`;
  expect(trail.map(({ action, status, reason }) => `${action} ${status} ${reason}`.trim())).toEqual([
    "article.created draft",
    "article.published published",
    "article.withdrawn withdrawn 快讯撤销",
  ]);
  await sql.end();

  await test.step("and sent once more, mended, as another flash", async () => {
    await desk.keys("ControlOrMeta+Enter");
    await expect(desk.row(title)).toHaveCount(2);
    await desk.undo(title).first().waitFor();
    expect((await reader.answer("/live")).text).toContain(title);
  });
});

test("the next flash may be typed as soon as the field is empty", async ({ at, reader }) => {
  const desk = await openDesk(await at("colleague"));
  await desk.field.fill("");
  const titles = ["第一条连发", "第二条连发", "第三条连发"].map(unique);
  for (const title of titles) {
    await desk.send(`${title}。`);
    await expect(desk.field).toHaveValue("");
  }
  for (const title of titles) await expect(desk.row(title)).toBeVisible();
  const live = await reader.open("/live");
  await expect(live.getByRole("listitem").getByRole("link", { name: /第.条连发/ })).toHaveText([...titles].reverse());
});

test("unsent text survives a reload, and a second window writes its own", async ({ at }) => {
  const desk = await openDesk(await at("colleague"));
  const text = unique("写到一半");
  await desk.write(text);
  await desk.keys("Alt+3");
  await expect(desk.level("特别重要")).toBeChecked();
  const beside = new FlashDeskPage(await desk.page.context().newPage());
  await beside.open();
  await expect(beside.field).toHaveValue("");
  await beside.field.focus();
  await beside.write("另一个窗口");
  await beside.page.reload();
  await expect(beside.field).toHaveValue("另一个窗口");
  await desk.page.reload();
  await expect(desk.field).toHaveValue(text);
  await expect(desk.level("特别重要")).toBeChecked();
  await desk.field.fill("");
});

test("a digit and a space in front are the level; one key gives them back, and no pasted month is eaten", async ({
  at,
}) => {
  const desk = await openDesk(await at("colleague"));
  await desk.field.fill("");
  await desk.keys("3", "Space");
  await expect(desk.level("特别重要")).toBeChecked();
  await desk.keys("Backspace");
  await expect(desk.field).toHaveValue("3 ");
  await expect(desk.level("特别重要")).not.toBeChecked();
  await desk.field.fill("3 月新增贷款公布。");
  await expect(desk.preview).toContainText("3 月新增贷款公布");
  await desk.keys("Alt+1");
  await expect(desk.level("普通")).toBeChecked();
  await desk.field.fill("");
});

test("what the text names is suggested and taken by one key; what was turned down stays away", async ({
  at,
  reader,
}) => {
  const desk = await openDesk(await at("editor"));
  await desk.field.fill("");
  const title = unique("招商银行与贵州茅台同日公告");
  await desk.write(`【${title}】工商银行未变。`);
  await expect(desk.securities.getByRole("button", { name: /^采用 3 个建议/ })).toBeVisible();
  await desk.securities.getByRole("button", { name: "不用 工商银行" }).click();
  await expect(desk.field).toBeFocused();
  await desk.keys("Alt+s");
  await expect(desk.securities.getByRole("button", { name: /^去掉/ })).toHaveCount(2);
  await desk.keys("ControlOrMeta+Enter");
  await expect(desk.row(title)).toBeVisible();
  await expect((await reader.open("/stock/SH600519")).getByRole("link", { name: title })).toBeVisible();
  await expect((await reader.open("/stock/SH601398")).getByRole("link", { name: title })).toHaveCount(0);
});

test("a list of securities is gone by Escape, a tab marks without writing, a text may hold an amount", async ({
  at,
}) => {
  const desk = await openDesk(await at("editor"));
  await desk.field.fill("");
  await desk.write("批价回升＄茅台");
  await expect(desk.options).toHaveCount(1);
  await expect(desk.field).toHaveAttribute("aria-activedescendant", /./);
  await desk.keys("Escape");
  await expect(desk.options).toHaveCount(0);
  await desk.keys("Backspace");
  await expect(desk.options.first()).toBeVisible();
  await desk.write("台");
  await expect(desk.options).toHaveCount(1);
  await desk.keys("Tab");
  await expect(desk.field).toHaveValue("批价回升");
  await expect(desk.securities).toContainText("贵州茅台");
  await desk.write("，＃招商银");
  await expect(desk.options.first()).toBeVisible();
  await desk.keys("ControlOrMeta+Enter");
  await expect(desk.field).toHaveValue("批价回升，招商银行");
  await desk.write("，耗资$80");
  await desk.keys("Enter");
  await expect(desk.field).toHaveValue("批价回升，招商银行，耗资$80\n");
  await desk.field.fill("");
  for (const name of ["贵州茅台", "招商银行"])
    await desk.securities.getByRole("button", { name: `去掉 ${name}` }).click();
});

test("an answer that is lost locks the field; trying again, even after a reload, publishes once", async ({
  at,
  portal,
  reader,
}) => {
  const sql = databaseOf(portal);
  const count = async (title: string) => (await sql`select count(*)::int n from articles where title = ${title}`)[0]?.n;
  const desk = await openDesk(await at("editor"));

  const arrived = unique("到了没有回音");
  await loseNextAnswer(desk.page);
  await desk.send(`${arrived}。`);
  await expect(desk.alert).toContainText("服务器没有回答");
  await expect(desk.field).not.toBeEditable();
  expect(await count(arrived)).toBe(1);
  await desk.page.reload();
  await expect(desk.field).toHaveValue(`${arrived}。`);
  await expect(desk.field).not.toBeEditable();
  await desk.alert.getByRole("button", { name: "再试一次" }).click();
  await expect(desk.field).toHaveValue("");
  await expect(desk.field).toBeEditable();
  expect(await count(arrived)).toBe(1);
  await desk.page.unrouteAll();

  const stuck = unique("根本没出去");
  await loseNextAction(desk.page);
  await desk.send(`${stuck}。`);
  await expect(desk.alert).toContainText("服务器没有回答");
  expect(await count(stuck)).toBe(0);
  await desk.keys("ControlOrMeta+Enter");
  await expect(desk.row(stuck)).toBeVisible();
  expect((await reader.answer("/live")).text).toContain(stuck);
  await desk.page.unrouteAll();

  await loseNextAnswer(desk.page);
  await desk.undo(stuck).click();
  await expect(desk.alert).toContainText("“撤回”");
  await desk.alert.getByRole("button", { name: "再试一次" }).click();
  await expect(desk.row(stuck)).toContainText("已撤回");
  await sql.end();
});

test("a flash is mended where it stands, and an open change is not left unasked", async ({ at, reader }) => {
  const title = unique("港口吞吐量同比增长");
  const desk = await openDesk(await at("editor"));
  await desk.field.fill("");
  await desk.send(`${title}。前值未改。`);
  await expect(desk.row(title)).toBeVisible();
  await desk.keys("ArrowDown", "e");
  await expect(desk.edit(title)).toBeFocused();
  await expect(desk.edit(title)).toHaveValue(`${title}。前值未改。`);
  await desk.edit(title).fill(`${title}。前值改过。`);
  await desk.keys("Alt+2", "Enter");
  await expect(desk.edit(title)).toHaveCount(0);
  await expect(desk.row(title)).toContainText("前值改过。");
  await expect(desk.row(title)).toContainText("重要");
  await expect(desk.row(title).getByRole("button", { name: /^修改/ })).toBeFocused();
  expect((await reader.answer("/live")).text).toContain("前值改过。");

  await desk.row(title).getByRole("button", { name: /^修改/ }).click();
  await desk.edit(title).fill("改了又不要");
  const asked: string[] = [];
  desk.page.once("dialog", async (dialog) => {
    asked.push(dialog.type());
    await dialog.dismiss();
  });
  await desk.keys("ControlOrMeta+k");
  await desk.page.keyboard.type("tk");
  await desk.keys("Enter");
  await expect.poll(() => asked).toEqual(["beforeunload"]);
  await expect(desk.edit(title)).toHaveValue("改了又不要");
  await desk.edit(title).focus();
  await desk.keys("Escape");
  await expect(desk.row(title)).toContainText("前值改过。");
});

test("a colleague's change is not overwritten unseen", async ({ at, reader }) => {
  const title = unique("港口吞吐量有出入");
  const desk = await openDesk(await at("editor"));
  await desk.field.fill("");
  await desk.send(`${title}。前值未改。`);
  await expect(desk.row(title)).toBeVisible();
  await desk.keys("ArrowDown");
  const other = await openDesk(await at("colleague"));
  await desk.keys("e");
  await other.row(title).getByRole("button", { name: /^修改/ }).click();
  await other.edit(title).fill(`${title}。同事改的。`);
  await other.keys("Enter");
  await expect(other.edit(title)).toHaveCount(0);
  await expect(other.row(title)).toContainText("同事改的。");
  await desk.edit(title).fill(`${title}。我改的。`);
  await desk.keys("Enter");
  const clash = desk.rows.getByRole("alert");
  await expect(clash).toContainText("沈知微 已经改过这条（第 3 版）");
  await expect(clash).toContainText("同事改的。");
  await expect(clash).toContainText("我改的。");
  expect((await reader.answer("/live")).text).not.toContain("我改的。");
  await clash.getByRole("button", { name: "用我的" }).click();
  await expect(desk.edit(title)).toHaveCount(0);
  await expect(desk.row(title)).toContainText("我改的。");
  expect((await reader.answer("/live")).text).toContain("我改的。");
});

test("what is wrong is said beside the field, and the text stays", async ({ at }) => {
  const desk = new FlashDeskPage(await at("newcomer"));
  await desk.open();
  await desk.send("没有选媒体的快讯");
  await expect(desk.alert).toContainText("请选媒体");
  await expect(desk.outlet).toBeFocused();
  await expect(desk.field).toHaveValue("没有选媒体的快讯");
  await desk.outlet.selectOption({ label: "东岸财经" });
  await desk.field.fill("甲公告：贵州茅台（600036）提价。");
  await desk.keys("ControlOrMeta+Enter");
  await expect(desk.alert).toContainText("贵州茅台（600036）");
  await desk.field.fill("");
  await desk.keys("ControlOrMeta+Enter");
  await expect(desk.alert).toContainText("请写标题");
});

test("an author has no flash desk, and is led on", async ({ at }) => {
  const page = await at("author");
  await page.goto("/admin/flash");
  await expect(page.getByText("快讯由编辑发布。")).toBeVisible();
  await expect(page.getByRole("navigation", { name: "编辑部" }).getByRole("link", { name: "快讯台" })).toHaveCount(0);
  await page.getByRole("main").getByRole("link", { name: "写一篇稿" }).click();
  await new WritingPage(page).body.waitFor();
});

test("axe finds nothing on the flash desk; it fits a phone", async ({ at }) => {
  const desk = await openDesk(await at("editor"));
  const title = unique("无障碍");
  await desk.field.fill("");
  await desk.keys("Alt+3");
  await desk.send(`${title}。一条。`);
  await expect(desk.undo(title)).toBeVisible();
  for (const [width, height] of [
    [1440, 1000],
    [390, 844],
  ] as const) {
    await desk.page.setViewportSize({ width, height });
    await desk.field.fill("招商银行：拟回购不超过 30 亿元。价格不高于 45 元，#ndsd");
    await expect(desk.options.first()).toBeVisible();
    await expect(desk.securities.getByRole("button", { name: "采用 招商银行" })).toBeVisible();
    expect(await faults(desk.page)).toEqual([]);
    await desk.keys("Escape");
    await desk.row(title).getByRole("button", { name: /^修改/ }).click();
    await expect(desk.edit(title)).toBeFocused();
    expect(await faults(desk.page)).toEqual([]);
    expect(await desk.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)).toBe(false);
    await desk.keys("Escape");
    await desk.field.fill("");
  }
});
