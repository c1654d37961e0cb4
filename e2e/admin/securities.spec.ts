import type { Page } from "@playwright/test";
import { SecuritiesPage } from "../pages/securities";
import { WritingPage } from "../pages/writing";
import { faults } from "./axe";
import { databaseOf, expect, test } from "./newsroom";

/** A published story; gives its page. */
async function publish(page: Page, title: string, body: string): Promise<string> {
  const writing = new WritingPage(page);
  await writing.open();
  await writing.fill({ title, body, outlet: "东岸财经" });
  await writing.save();
  await writing.settled();
  await writing.publish();
  await expect(writing.publicLink).toBeVisible();
  return (await writing.publicLink.getAttribute("href")) ?? "";
}

test("a story names a security and links it, without script; a new alias links older stories, taken away it does not", async ({
  at,
  reader,
}) => {
  test.slow();
  const named = await publish(await at("editor"), "白酒提价", "贵州茅台今日提价，贵州茅台说渠道库存合理。");
  const page = await reader.open(named);
  const link = page.locator(".prose").getByRole("link", { name: /贵州茅台/ });
  await expect(link).toHaveCount(1);
  await expect(link).toHaveAttribute("href", "/stock/SH600519");
  await expect(link).toContainText("SH600519");
  const copied = await page.evaluate(() => {
    getSelection()!.selectAllChildren(document.querySelector(".prose p")!);
    return getSelection()!.toString();
  });
  expect(copied, "who copies the sentence gets the sentence").toBe("贵州茅台今日提价，贵州茅台说渠道库存合理。");
  await expect(page.getByRole("complementary")).toContainText("贵州茅台");
  await link.click();
  await expect(page.getByRole("main")).toContainText("白酒提价");

  const nicknamed = await publish(await at("editor"), "酱香提价", "酱香老大今日提价，渠道库存合理。");
  expect((await reader.answer(nicknamed)).text).not.toContain("/stock/SH600519");

  const desk = new SecuritiesPage(await at("editor"));
  await test.step("found by pinyin, given a nickname", async () => {
    await desk.find("gzmt");
    await desk.row("贵州茅台").getByRole("link", { name: "贵州茅台", exact: true }).click();
    await expect(desk.page.getByRole("heading", { level: 1, name: "贵州茅台" })).toBeVisible();
    await desk.addName("酱香老大");
    await desk.save();
    await expect(desk.said("已保存，正在重新关联提到它的文章")).toBeVisible();
    await desk.settled();
    await expect(desk.looks).toContainText("1 篇有变化");
    await expect.poll(async () => (await reader.answer(nicknamed)).text).toContain('href="/stock/SH600519">酱香老大');
    expect((await reader.answer("/stock/SH600519")).text.replace(/<wbr\s*\/?>/g, "")).toContain("酱香提价");
  });

  await test.step("the list says what else it is called", async () => {
    await desk.list("?view=edited");
    await expect(desk.row("贵州茅台")).toContainText("酱香老大");
  });

  await test.step("taken away, the link goes with it", async () => {
    await desk.open("SH600519");
    await desk.removeName("酱香老大");
    await desk.save();
    await expect(desk.said("已保存，正在重新关联提到它的文章")).toBeVisible();
    await desk.settled();
    await expect.poll(async () => (await reader.answer(nicknamed)).text).not.toContain("/stock/SH600519");
  });
});

test("who edits a security that somebody else changed meanwhile is told so and loses nothing", async ({ at }) => {
  const [first, second] = [new SecuritiesPage(await at("editor")), new SecuritiesPage(await at("admin"))];
  for (const desk of [first, second]) await desk.open("SZ000858");
  await second.addName("五粮老窖");
  await second.save();
  await expect(second.said(/^已保存/)).toBeVisible();
  await first.addName("普五");
  await first.save();
  await expect(first.page.getByRole("alert").filter({ hasText: "刚被别人改过" })).toBeVisible();
  await expect(first.names.getByRole("textbox").last()).toHaveValue("普五");
});

test("a wrong name is refused beside the names, a wrong pair beside the pair", async ({ at }) => {
  const desk = new SecuritiesPage(await at("editor"));
  await desk.open("SH601857");
  await desk.addName("贵州茅台");
  await desk.field("另一上市地的代码").fill("SZ000858");
  await desk.save();
  await expect(desk.names).toContainText("「贵州茅台」是 SH600519 的名称");
  await expect(desk.said("一个在内地上市，一个在香港上市，才是一对")).toBeVisible();
});

test("axe finds nothing on the pages of securities, by day and by night, wide and narrow", async ({ at, staffed }) => {
  test.slow();
  const sql = databaseOf(staffed);
  const [article] = await sql`select id from articles where status = 'published' limit 1`;
  await sql`insert into refused_links (article_id, symbol, word, context, reason)
    values (${article!.id}, 'SH601988', '中国银行', '，中国银行业协会发布', 'in-name') on conflict do nothing`;
  await sql.end();
  const { page } = new SecuritiesPage(await at("editor"));
  const pages = [
    ...["/admin/securities", "/admin/securities?q=没有这只", "/admin/securities?view=ambiguous"],
    ...["/admin/securities/new", "/admin/securities/SH600036", "/admin/securities/refused"],
  ];
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    for (const path of pages) {
      await page.goto(path);
      expect(await faults(page), `${path} ${width}`).toEqual([]);
      const { scroll, client } = await page.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        client: document.documentElement.clientWidth,
      }));
      expect(scroll, `${path} is no wider than the window`).toBeLessThanOrEqual(client);
    }
  }
});
