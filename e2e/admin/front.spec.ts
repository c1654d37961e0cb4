import type { Page } from "@playwright/test";
import type { Portal } from "../fixtures";
import { FrontDeskPage } from "../pages/front-desk";
import { databaseOf, expect, test } from "./newsroom";

/** Titles of the newest stories that nobody placed, newest first, but not of the one that leads by itself. */
async function stories(portal: Portal, page: Page, count: number): Promise<string[]> {
  await page.goto(portal.url);
  const lead = await page.locator(".lead h2").textContent();
  const sql = databaseOf(portal);
  const rows = await sql<{ title: string }[]>`
    select title from articles where status = 'published' and kind = 'story'
    order by publish_at desc offset 12 limit ${count + 1}`;
  await sql.end();
  return rows.flatMap(({ title }) => (title === lead ? [] : [title])).slice(0, count);
}

/** What a stranger sees: the lead, and what is marked as pinned. */
async function front(page: Page) {
  const titles = await page.locator(".second:has(.pinned) h2").allTextContents();
  return [(await page.locator(".lead h2").textContent()) ?? "", ...titles];
}

/** Nobody has arranged anything, and nothing breaks. */
async function clear(portal: Portal) {
  const sql = databaseOf(portal);
  await sql`delete from front_placements`;
  await sql`delete from front_arrangement`;
  await sql`delete from front_bar`;
  await sql`insert into outbox (topic, payload) values ('test', ${sql.json({ tags: ["home", "bar"] })})`;
  await sql.end();
}
test.beforeEach(({ portal }) => clear(portal));

test("an editor chooses the lead, pins and orders stories by keys, and the home page has them at the next request", async ({
  at,
  reader,
  portal,
}) => {
  const home = await reader.open("/");
  const automatic = await home.locator(".lead h2").textContent();
  const [one = "", two = "", three = ""] = await stories(portal, home, 3);
  const desk = new FrontDeskPage(await at("editor"));
  await desk.open();
  await expect(desk.page.getByText("还没有人编排过，全由自动选稿")).toBeVisible();
  await expect(desk.slots.first()).toContainText(`现在是《${automatic}》`);
  await expect(desk.publishButton).toBeDisabled();

  await test.step("found by words of the title", async () => {
    await desk.page.keyboard.press("/");
    await desk.page.keyboard.type(one.slice(0, 8));
    await expect(desk.candidates.filter({ hasText: one })).toBeVisible();
    await desk.lead(one);
    for (const title of [two, three]) {
      await desk.find(title);
      await desk.pin(title);
    }
    await desk.find("没有这样的标题");
    await expect(desk.page.getByText("没有标题带这些词的已发布报道")).toBeVisible();
  });

  await test.step("ordered by keys, with the focus in the row and every move said", async () => {
    await desk.page.getByRole("button", { name: `上移《${three}》` }).focus();
    await desk.page.keyboard.press("Alt+ArrowUp");
    await expect(desk.said).toHaveText(`《${three}》移到置顶 1`);
    await expect(desk.page.getByRole("button", { name: `上移《${three}》` })).toBeFocused();
    await expect(desk.slots).toContainText([one, three, two]);
    await desk.page.keyboard.press("Alt+ArrowUp");
    await expect(desk.said).toHaveText(`《${three}》移到头条`);
    await expect(desk.page.getByRole("button", { name: `下移《${three}》` })).toBeFocused();
    await desk.page.keyboard.press("Enter");
    await expect(desk.slots).toContainText([one, three, two]);
  });

  await test.step("seen in the preview, and by nobody else", async () => {
    await expect(desk.preview.locator(".lead h2")).toHaveText(one);
    await expect(desk.preview.locator(".second:has(.pinned) h2")).toHaveText([three, two]);
    await home.reload();
    expect(await front(home)).toEqual([automatic]);
  });

  await desk.page.keyboard.press("Control+Enter");
  await expect(desk.published).toBeVisible();
  await home.reload();
  expect(await front(home)).toEqual([one, three, two]);
  // Nowhere twice, but under its outlet.
  for (const title of [one, two, three])
    expect(await home.locator(".front a", { hasText: title }).allTextContents()).toHaveLength(1);
  await expect(desk.page.getByText("首页和这里一样")).toBeVisible();
  await desk.page.reload();
  await expect(desk.slots).toContainText([one, three, two]);

  await test.step("told in the audit log, with what was there before", async () => {
    const admin = await at("admin");
    await admin.goto("/admin/audit?type=front");
    const row = admin.locator("main").getByRole("listitem").first();
    await expect(row).toContainText("陆遥 编排了首页");
    await row.getByText("细节").click();
    await expect(row).toContainText(`头条《${one}》、置顶 1《${three}》、置顶 2《${two}》`);
  });
});

test("what was published can be taken back, and what is in hand given up", async ({ at, reader, portal }) => {
  const home = await reader.open("/");
  const [automatic = ""] = await front(home);
  const [one = "", two = ""] = await stories(portal, home, 2);
  const desk = new FrontDeskPage(await at("editor"));
  await desk.open();
  await desk.page.getByRole("button", { name: "固定为头条" }).click();
  await desk.find(one);
  await desk.pin(one);
  await desk.publishButton.click();
  await expect(desk.published).toBeVisible();
  await home.reload();
  expect(await front(home)).toEqual([automatic, one]);
  await desk.undo();
  await expect(desk.page.getByText("已撤销，首页是原来的编排")).toBeVisible();
  await home.reload();
  expect(await front(home)).toEqual([automatic]);
  await expect(desk.slot(one)).toHaveCount(0);

  await desk.find(two);
  await desk.lead(two);
  await expect(desk.page.getByText("有改动还没有发布")).toBeVisible();
  await test.step("but not by leaving without a question", async () => {
    const asked: string[] = [];
    desk.page.on("dialog", (dialog) => {
      asked.push(dialog.type());
      void dialog.dismiss();
    });
    await desk.page.getByRole("link", { name: "看首页" }).click();
    await expect.poll(() => asked).toEqual(["beforeunload"]);
    await expect(desk.slot(two)).toBeVisible();
  });
  await desk.page.getByRole("button", { name: "放弃改动" }).click();
  await expect(desk.slot(two)).toHaveCount(0);
  await desk.page.getByRole("link", { name: "看首页" }).click();
  await desk.page.waitForURL(`${portal.url}/`);
});

test("rows are dragged, also to the head", async ({ at, reader, portal }) => {
  const [one = "", two = "", three = ""] = await stories(portal, await reader.open("/"), 3);
  const desk = new FrontDeskPage(await at("editor"));
  await desk.open();
  for (const title of [one, two, three]) {
    await desk.find(title);
    await desk.pin(title);
  }
  await expect(desk.slots).toContainText(["自动", one, two, three]);
  const mouse = desk.page.mouse;
  const drag = async (title: string, onto: string) => {
    const [from, to] = [await desk.handle(title).boundingBox(), await desk.slot(onto).boundingBox()];
    await mouse.move(from!.x + 5, from!.y + 5);
    await mouse.down();
    await mouse.move(to!.x + 5, from!.y < to!.y ? to!.y + to!.height - 3 : to!.y + 3, { steps: 12 });
    await mouse.up();
  };
  await desk.handle(one).scrollIntoViewIfNeeded();
  await drag(one, three);
  await expect(desk.slots).toContainText(["自动", two, three, one]);
  await expect(desk.said).toHaveText(`《${one}》在置顶 3`);
  await drag(one, "自动：");
  await expect(desk.slots).toContainText([one, two, three]);
  await expect(desk.said).toHaveText(`《${one}》在头条`);
});

test("a placement ends by itself: the first request after its time has a page without it", async ({
  at,
  reader,
  portal,
}) => {
  const home = await reader.open("/");
  const [automatic = ""] = await front(home);
  const [one = "", two = ""] = await stories(portal, home, 2);
  const desk = new FrontDeskPage(await at("editor"));
  await desk.open();
  await desk.find(one);
  await desk.lead(one);
  await desk.find(two);
  await desk.pin(two);
  await desk.end(one).selectOption("hours");
  await desk.endAt(two, "昨天");
  await expect(desk.slot(two)).toContainText("时间应如 2026-11-24 09:20");
  await desk.publishButton.click();
  await expect(desk.page.getByText("没有发布，请看标出的时间")).toBeVisible();
  await desk.endAt(two, "2020-01-01 09:00");
  await expect(desk.slot(two)).toContainText("这个时间已经过了");
  await desk.endAt(two, "后天 9:30");
  await expect(desk.slot(two)).toContainText("09:30，");
  await desk.publishButton.click();
  await expect(desk.published).toBeVisible();
  await expect(desk.end(one)).toHaveValue("kept");
  await expect(desk.end(one).locator("option:checked")).toHaveText(/^至 (今天|明天) \d\d:\d\d$/);
  await home.reload();
  expect(await front(home)).toEqual([one, two]);

  // An end is a matter of hours; here it is moved close. The page that is cached now stays so until that moment.
  const sql = databaseOf(portal);
  await sql`update front_placements set ends_at = clock_timestamp() + interval '2 seconds' where position = 0`;
  await sql`insert into outbox (topic, payload) values ('front.arranged', ${sql.json({ tags: ["test"] })})`;
  await expect
    .poll(
      async () => (await sql`select ends_at < clock_timestamp() is_over from front_placements where position = 0`)[0],
    )
    .toEqual({ is_over: true });
  await sql.end();
  await home.reload();
  expect(await front(home)).toEqual([automatic, two]);
});

test("who has not seen the newest arrangement sees both, and none is lost", async ({ at, reader, portal }) => {
  const home = await reader.open("/");
  const [one = "", two = "", three = ""] = await stories(portal, home, 3);
  const [mine, theirs] = [new FrontDeskPage(await at("editor")), new FrontDeskPage(await at("colleague"))];
  await mine.open();
  await theirs.open();
  await mine.find(one);
  await mine.lead(one);
  await theirs.find(two);
  await theirs.lead(two);
  await theirs.publishButton.click();
  await expect(theirs.published).toBeVisible();

  await mine.publishButton.click();
  const newer = mine.page.getByRole("region", { name: /^沈知微 .* 发布了别的编排，你的还没有发布$/ });
  await expect(newer.getByText(two)).toBeVisible();
  await expect(newer.getByText(one)).toBeVisible();
  await expect(mine.publishButton).toBeDisabled();
  await newer.getByRole("button", { name: "保留我的，再发布" }).click();
  await expect(mine.page.getByText("有改动还没有发布")).toBeVisible();
  await mine.publishButton.click();
  await expect(mine.published).toBeVisible();
  await home.reload();
  expect(await front(home)).toEqual([one]);

  // The other window shows what is published as soon as somebody looks, unless there is something in hand.
  await theirs.find(three);
  await theirs.pin(three);
  await theirs.publishButton.click();
  const theirNews = theirs.page.getByRole("region", { name: /^陆遥 .* 发布了别的编排/ });
  await theirNews.getByRole("button", { name: "用首页现在的" }).click();
  await expect(theirs.slots).toContainText([one]);
  await expect(theirs.slots).toHaveCount(1);
});

test("a placed story that is withdrawn gives way at the next request, and its place says why", async ({
  at,
  reader,
  portal,
}) => {
  const home = await reader.open("/");
  const [automatic = ""] = await front(home);
  const page = await at("editor");
  const sql = databaseOf(portal);
  const [story] = await sql<{ id: string; title: string }[]>`
    select id, title from articles where status = 'published' and kind = 'story' order by publish_at desc offset 30 limit 1`;
  await sql.end();
  const desk = new FrontDeskPage(page);
  await page.goto(`/admin/articles/${story!.id}`);
  await page.getByRole("link", { name: "放上首页" }).click();
  await expect(desk.candidates.first()).toContainText(story!.title);
  await desk.lead(story!.title);
  await desk.publishButton.click();
  await expect(desk.published).toBeVisible();
  await home.reload();
  expect(await front(home)).toEqual([story!.title]);

  const writing = await at("colleague");
  await writing.goto(`/admin/articles/${story!.id}`);
  await writing.getByRole("button", { name: "撤回", exact: true }).click();
  const dialog = writing.getByRole("dialog");
  await dialog.getByRole("textbox").fill("来源无法核实");
  await dialog.getByRole("button", { name: /撤回/ }).click();
  await expect(writing.getByRole("button", { name: "重新发布" }).first()).toBeVisible();
  await home.reload();
  expect(await front(home)).toEqual([automatic]);
  await desk.open();
  await expect(desk.slot(story!.title)).toContainText("读者现在看不到这篇，由自动选稿顶上");
  await desk.remove(story!.title);
  await desk.publishButton.click();
  await expect(desk.published).toBeVisible();

  await writing.getByRole("button", { name: "重新发布" }).first().click();
  await writing.getByRole("dialog").getByRole("button", { name: /发布/ }).last().click();
  await expect(writing.getByRole("button", { name: "撤回", exact: true })).toBeVisible();
});
