import type { Page } from "@playwright/test";
import { ClusterPage } from "../pages/clusters";
import { FlashDeskPage } from "../pages/flash-desk";
import { faults } from "./axe";
import { expect, test } from "./newsroom";

let made = 0;
/** A flash that no other journey has: a company of its own, with two figures. */
function news(figure = 1117) {
  const name = `启明${"东南西北中"[made % 5]}${Date.now().toString(36).slice(-5)}${made++}`;
  return {
    title: `${name}预计前三季度净利润增长${figure}%`,
    text: `${name}晚间公告，预计前三季度净利润同比增长${figure}%左右，主要产品量价齐升，二期产线上半年全面达产，订单排到明年二月。`,
  };
}

async function openDesk(page: Page, outlet = "东岸财经") {
  const desk = new FlashDeskPage(page);
  await desk.open();
  await desk.outlet.selectOption({ label: outlet });
  return desk;
}

async function send(page: Page, outlet: string, title: string, text: string) {
  const desk = await openDesk(page, outlet);
  await desk.field.fill("");
  await desk.send(`【${title}】${text}`);
  await expect(desk.row(title)).toBeVisible();
}

/** The same flash of two outlets, under two headlines. */
async function publishTwice(page: Page) {
  const { title, text } = news();
  const again = `量价齐升，${title}`;
  await send(page, "东岸财经", title, text);
  await send(page, "北辰观察", again, text);
  return { first: title, second: again };
}

test("without script: a flash of two outlets is one line that leads to both, in the order of publication", async ({
  at,
  reader,
}) => {
  const { first, second } = await publishTwice(await at("editor"));
  const live = await reader.open("/live");
  await expect(live.getByRole("link", { name: first, exact: true })).toBeVisible();
  await expect(live.getByRole("link", { name: second, exact: true })).toHaveCount(0);
  await live.getByRole("listitem").filter({ hasText: first }).getByRole("link", { name: "2 家媒体" }).click();

  const told = live.getByRole("region", { name: "2 家媒体报道" });
  await expect(told.getByRole("listitem")).toHaveText([/东岸财经.*最早.*本文/, /量价齐升.*北辰观察/]);
  await expect(told.locator("[aria-current]")).toContainText(first);
  await told.getByRole("link", { name: second }).click();
  await expect(live.getByRole("heading", { level: 1 })).toHaveText(second);
  await expect(told.locator("[aria-current]")).toContainText(second);
  await expect(told.getByRole("link", { name: first, exact: true })).toBeVisible();
});

test("with another figure it is another flash", async ({ at, reader }) => {
  const page = await at("editor");
  const { title, text } = news();
  const other = (words: string) => words.replaceAll("1117", "1217");
  await send(page, "东岸财经", title, text);
  await send(page, "北辰观察", other(title), other(text));
  const live = await reader.open("/live");
  await expect(live.getByRole("link", { name: title, exact: true })).toBeVisible();
  await expect(live.getByRole("link", { name: other(title), exact: true })).toBeVisible();
});

test("an editor takes an article out and puts it back, by keys; readers see it at once", async ({
  at,
  reader,
  portal,
}) => {
  const page = await at("editor");
  const { first, second } = await publishTwice(page);
  const lineOf = async (title: string) => (await reader.open("/live")).getByRole("link", { name: title, exact: true });
  await expect(await lineOf(second)).toHaveCount(0);

  const clusters = new ClusterPage(page);
  await clusters.open(portal, second);
  await expect(clusters.heading("2 家媒体，在列表里只出现一次")).toBeVisible();
  await clusters.split(second).focus();
  await page.keyboard.press("Enter");
  await expect(clusters.heading("独此一篇")).toBeFocused();
  await expect(page.getByRole("region", { name: "编辑已拆开" })).toContainText(first);
  await expect(await lineOf(first)).toBeVisible();
  await expect(await lineOf(second)).toBeVisible();

  await clusters.rejoin(first).focus();
  await page.keyboard.press("Enter");
  await expect(clusters.heading("2 家媒体，在列表里只出现一次")).toBeFocused();
  await expect(await lineOf(second)).toHaveCount(0);
});

test("an editor puts two articles together that no text would", async ({ at, reader, portal }) => {
  const page = await at("editor");
  const [one, another] = [news(), news()];
  await send(page, "东岸财经", one.title, one.text);
  await send(page, "北辰观察", another.title, another.text.replaceAll("产", "货"));
  const clusters = new ClusterPage(page);
  await clusters.open(portal, another.title);
  await expect(clusters.heading("独此一篇")).toBeVisible();
  await clusters.search.fill(one.title);
  await clusters.merge(one.title).click();
  await expect(clusters.heading("2 家媒体，在列表里只出现一次")).toBeVisible();
  const live = await reader.open("/live");
  await expect(live.getByRole("listitem").filter({ hasText: one.title })).toContainText("2 家媒体");
});

test("an author finds no such page", async ({ at, draft }) => {
  const page = await at("author");
  await page.goto(`/admin/articles/${draft.id}/cluster`);
  await expect(page.getByRole("heading", { name: "同题报道" })).toHaveCount(0);
  await expect(page.getByText("没有这一页")).toBeVisible();
});

test("while a flash is typed the desk shows what is like it, and it goes out by keys all the same", async ({ at }) => {
  const page = await at("editor");
  const { title, text } = news();
  await send(page, "东岸财经", title, text);
  const desk = await openDesk(page, "北辰观察");
  const similar = page.getByRole("region", { name: "近 48 小时相近" });
  await expect(similar).toContainText("相近的快讯和报道会列在这里");
  await desk.field.focus();
  await desk.write(title.slice(0, -2));
  await expect(similar.getByRole("link", { name: title })).toHaveAttribute("href", /^\/articles\//);
  await desk.write(`7%。${text.replaceAll("1117", "1217")}`);
  await expect(similar.getByRole("listitem").filter({ hasText: title })).toContainText("数字不同，不会合并");
  await desk.field.fill(`${title}。${text}`);
  await expect(similar.getByRole("listitem").filter({ hasText: title })).toContainText("东岸财经");
  await expect(similar.getByRole("listitem").filter({ hasText: title })).toContainText("同一篇，会归在一起");
  await expect(desk.field).toBeFocused();
  await desk.keys("ControlOrMeta+Enter");
  await expect(desk.row(title)).toHaveCount(2);
  await expect(desk.field).toHaveValue("");
  await expect(similar.getByRole("listitem")).toHaveCount(0);
});

test("axe finds nothing on stories of several outlets, on their desk and beside the wire", async ({
  at,
  page: visitor,
  portal,
}) => {
  const page = await at("editor");
  const { first, second } = await publishTwice(page);
  const { title, text } = news(12);
  await send(page, "东岸财经", title, text);
  for (const width of [390, 1440]) {
    const size = { width, height: 900 };
    await visitor.setViewportSize(size);
    await visitor.goto("/live");
    await expect(visitor.getByRole("link", { name: "2 家媒体" }).first()).toBeVisible();
    expect(await faults(visitor)).toEqual([]);
    await visitor.getByRole("link", { name: first, exact: true }).click();
    await expect(visitor.getByRole("region", { name: "2 家媒体报道" })).toBeVisible();
    expect(await faults(visitor)).toEqual([]);

    await page.setViewportSize(size);
    const clusters = new ClusterPage(page);
    await clusters.open(portal, second);
    await expect(clusters.split(second)).toBeVisible();
    expect(await faults(page)).toEqual([]);
    const desk = await openDesk(page);
    await desk.field.fill(title.slice(0, -2));
    await expect(page.getByRole("region", { name: "近 48 小时相近" }).getByRole("link").first()).toBeVisible();
    expect(await faults(page)).toEqual([]);
    await desk.field.fill("");
  }
});
