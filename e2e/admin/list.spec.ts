import { DeskPage } from "../pages/desk";
import { WritingPage } from "../pages/writing";
import { faults } from "./axe";
import { expect, test } from "./newsroom";

test("the list is filtered by status, outlet, kind and words; all of it stands in the address", async ({
  at,
  draft,
}) => {
  const desk = new DeskPage(await at("editor"));
  await desk.open();
  await desk.view("草稿");
  await expect(desk.row(draft.title)).toContainText("草稿");
  await desk.view("已发布");
  await expect(desk.row(draft.title)).toHaveCount(0);
  await desk.filter({ outlet: "东岸财经", kind: "报道", words: "市" });
  await expect(desk.page).toHaveURL(/\?q=[^&]+&status=published&kind=story&category=[^&]+$/);
  await expect(desk.titles.first()).toContainText("市");
  const seen = await desk.titles.allTextContents();
  await desk.page.reload();
  await expect(desk.titles).toHaveText(seen);
  await desk.filter({ words: "没有这样的词" });
  await expect(desk.page.getByText("没有符合这些条件的文章。")).toBeVisible();
  await desk.page.getByRole("link", { name: "去掉筛选" }).click();
  await expect(desk.page).toHaveURL(/\/admin\/articles\?status=published$/);
});

test("heads stand above their columns, whatever utilities the readers' pages bring along", async ({ at }) => {
  const desk = new DeskPage(await at("editor"));
  await desk.page.setViewportSize({ width: 1440, height: 900 });
  await desk.open();
  await expect(desk.titles.first()).toBeVisible();
  const edges = await desk.page.getByRole("table").evaluate((table: HTMLTableElement) => {
    const lefts = (row: HTMLTableRowElement) =>
      [...row.cells].map((cell) => Math.round(cell.getBoundingClientRect().left));
    return [lefts(table.tHead!.rows[0]!), lefts(table.tBodies[0]!.rows[0]!)];
  });
  expect(edges[0]).toEqual(edges[1]);
});

test("the whole text of public articles is looked through when that is asked for", async ({ at }) => {
  const desk = new DeskPage(await at("editor"));
  await desk.open();
  await desk.page.getByLabel("在哪里找").selectOption({ label: "在公开全文里找" });
  await desk.filter({ words: "长协" });
  await expect(desk.page).toHaveURL(/scope=text/);
  await expect(desk.chips.filter({ hasText: "全文含“长协”" })).toBeVisible();
  await expect(desk.titles.filter({ hasText: "开盘：三大指数小幅高开" })).toBeVisible();
});

test("order, columns and a range of days stand in the address; each narrowing can be let go of", async ({ at }) => {
  const desk = new DeskPage(await at("editor"));
  await desk.open("?status=published");
  await desk.filter({ words: "市", from: "2026/11/1", sort: "标题长短" });
  await expect(desk.page).toHaveURL(/\?q=[^&]+&status=published&from=2026-11-01&sort=length$/);
  await expect(desk.chips).toHaveText([/标题含“市”/, /更新时间：2026-11-01 起/, /按标题长短从长到短/, "全部去掉"]);
  const titles = await desk.titles.allTextContents();
  expect(titles.length).toBeGreaterThan(3);
  expect(titles).toEqual([...titles].sort((a, b) => [...b].length - [...a].length));
  await desk.chips.filter({ hasText: "标题含" }).getByRole("link").click();
  await expect(desk.page).toHaveURL(/\?status=published&from=2026-11-01&sort=length$/);

  await desk.open("?cols=level,published&sort=published");
  await expect(desk.page.getByRole("columnheader")).toHaveText(["", "标题", "级别", "发布"]);
  const published = desk.page.getByRole("columnheader", { name: "发布" });
  await expect(published).toHaveAttribute("aria-sort", "descending");
  const newest = await desk.titles.first().textContent();
  await published.getByRole("link").click();
  await expect(published).toHaveAttribute("aria-sort", "ascending");
  await expect(desk.page).toHaveURL(/\?sort=published&order=asc&cols=level%2Cpublished$/);
  await expect(desk.titles.first()).not.toHaveText(newest ?? "");
  await desk.page.getByRole("link", { name: "下一页" }).click();
  await desk.page.getByRole("link", { name: "上一页" }).click();
  await expect(desk.page.getByText("已是第一页")).toBeVisible();
});

test("older pages lead back to where one was", async ({ at }) => {
  const desk = new DeskPage(await at("editor"));
  await desk.open("?status=published");
  const first = await desk.titles.allTextContents();
  await desk.page.getByRole("link", { name: "较早" }).click();
  await expect(desk.page).toHaveURL(/after=/);
  const second = await desk.titles.allTextContents();
  expect(new Set([...first, ...second]).size).toBeGreaterThan(first.length);
  await desk.page.getByRole("link", { name: "较新" }).click();
  await expect(desk.page).toHaveURL(/before=/);
  await expect(desk.titles).toHaveText(first);
});

test("a story that was begun and never saved stands above the list, to go on with or to let go of", async ({ at }) => {
  const writing = new WritingPage(await at("newcomer"));
  const begin = async (title: string, body: string) => {
    await writing.open();
    await writing.fill({ title, body });
    await expect(writing.saved).toContainText("草稿只有你看得到");
    await expect(writing.saved).toContainText(/已保存|已存本机/);
    return writing.page.url();
  };
  const first = await begin("没存过的稿", "写到一半。");
  await begin("", "没有标题的开头。");

  const desk = new DeskPage(writing.page);
  await desk.open();
  await expect(desk.unsaved.getByRole("heading")).toHaveText("未保存的新稿 2 篇");
  await expect(desk.unsaved.getByRole("listitem").getByRole("link")).toHaveText(["没有标题的开头。", "没存过的稿"]);
  await expect(desk.unsaved.getByRole("listitem").first()).toContainText(/今天 \d\d:\d\d/);
  for (const width of [1440, 390]) {
    await desk.page.setViewportSize({ width, height: 844 });
    expect(await faults(desk.page)).toEqual([]);
    expect(await desk.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)).toBe(false);
  }
  await desk.view("已发布");
  await expect(desk.titles.first()).toBeVisible();
  await expect(desk.unsaved).toHaveCount(0);

  await test.step("let go of, and taken back", async () => {
    await desk.view("草稿");
    await desk.unsaved.getByRole("button", { name: "放弃《没存过的稿》" }).click();
    await expect(desk.unsaved).toContainText("已放弃《没存过的稿》");
    await expect(desk.unsaved.getByRole("heading")).toHaveText("未保存的新稿 1 篇");
    await expect(desk.unsaved.getByRole("button", { name: "撤销" })).toBeFocused();
    await desk.page.keyboard.press("Enter");
    await expect(desk.unsaved.getByRole("heading")).toHaveText("未保存的新稿 2 篇");
    await desk.unsaved.getByRole("button", { name: "放弃《没有标题的开头。》" }).click();
    await expect(desk.unsaved).toContainText("已放弃");
    await desk.page.reload();
    await expect(desk.unsaved.getByRole("heading")).toHaveText("未保存的新稿 1 篇");
  });

  await test.step("on another machine too, and for nobody else", async () => {
    const elsewhere = new DeskPage(await at("newcomer"));
    await elsewhere.open();
    await expect(elsewhere.unsaved.getByRole("link", { name: "没存过的稿" })).toBeVisible();
    const strangers = new DeskPage(await at("colleague"));
    await strangers.open();
    await expect(strangers.titles.first()).toBeVisible();
    await expect(strangers.unsaved.getByRole("link", { name: "没存过的稿" })).toHaveCount(0);
  });

  await desk.unsaved.getByRole("link", { name: "没存过的稿" }).click();
  await expect(writing.body).toHaveText("写到一半。");
  expect(new URL(first).pathname).toBe(new URL(writing.page.url()).pathname);
  await writing.fill({ outlet: "东岸财经" });
  await writing.save();
  await expect(writing.saved).toContainText("第 1 版");
  await desk.open();
  await expect(desk.row("没存过的稿")).toContainText("草稿");
  await expect(desk.unsaved).toHaveCount(0);
});

test("a story that only this browser holds stands there too, until it is saved from elsewhere", async ({ at }) => {
  const writing = new WritingPage(await at("newcomer"));
  const autosave = "**/api/admin/working-copy";
  await writing.page.route(autosave, (route) => route.abort("connectionreset"));
  await writing.open();
  await writing.fill({ title: "只在这台电脑里", body: "断网时写的。" });
  await expect(writing.saved).toContainText(/已存本机/);
  const id = writing.page.url().split("/").at(-1)?.split("?")[0] ?? "";
  const desk = new DeskPage(writing.page);
  await desk.open();
  await expect(desk.unsaved.getByRole("link", { name: "只在这台电脑里" })).toBeVisible();

  const elsewhere = new WritingPage(await at("newcomer"));
  await elsewhere.open(`${id}?new`);
  await elsewhere.fill({ title: "在别处存了", body: "另写的。", outlet: "东岸财经" });
  await elsewhere.save();
  await expect(elsewhere.saved).toContainText("第 1 版");
  await desk.open();
  await expect(desk.row("在别处存了")).toBeVisible();
  await expect(desk.unsaved).toHaveCount(0);
});
