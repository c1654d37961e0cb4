import { FlashDeskPage } from "../pages/flash-desk";
import { FrontDeskPage } from "../pages/front-desk";
import { databaseOf, expect, test } from "./newsroom";

const TEXT = "央行：明日起下调存款准备金率0.5个百分点，释放长期资金约1万亿元";

test.beforeEach(async ({ portal }) => {
  const sql = databaseOf(portal);
  await sql`delete from front_bar`;
  await sql`insert into outbox (topic, payload) values ('test', ${sql.json({ tags: ["bar"] })})`;
  await sql.end();
});

test("a line of breaking news is above the fronts at the next request, leads where it should, and is taken down", async ({
  at,
  reader,
  portal,
}) => {
  const [home, live, outlet] = [await reader.open("/"), await reader.open("/live"), await reader.open("/category")];
  const bar = (page: typeof home) => page.getByRole("region", { name: "突发消息" });
  await expect(bar(home)).toHaveCount(0);
  const sql = databaseOf(portal);
  const [story] = await sql<{ id: string; slug: string; title: string }[]>`
    select id, slug, title from articles where status = 'published' and kind = 'story' order by publish_at desc offset 3 limit 1`;

  const desk = new FrontDeskPage(await at("editor"));
  await desk.open();
  await desk.bar.getByRole("button", { name: "写一条" }).click();
  await expect(desk.barText).toBeFocused();
  await desk.page.keyboard.press("Control+Enter");
  await expect(desk.barText).toHaveAccessibleDescription("请写一句话");
  await desk.barText.fill("字".repeat(40));
  await expect(desk.bar.getByText("超出 4 字，手机上会超过两行，请缩短。")).toBeVisible();
  await desk.barText.fill(TEXT);
  await desk.barLink.fill("/meiyou");
  await desk.page.keyboard.press("Control+Enter");
  await expect(desk.barLink).toHaveAccessibleDescription("这个地址上没有页面");
  await desk.barLink.fill(story!.title.slice(0, 10));
  await desk.bar.getByRole("list", { name: "链到哪一篇" }).getByRole("button", { name: story!.title }).click();
  await desk.bar.getByRole("button", { name: "放上", exact: false }).click();
  await expect(desk.page.getByText("已放上，首页和快讯页现在就能看到").first()).toBeVisible();
  await expect(desk.bar).toContainText(`链到《${story!.title}》`);
  await expect(desk.preview.getByText(TEXT)).toBeVisible();

  for (const page of [home, live]) {
    await page.reload();
    await expect(bar(page)).toContainText(TEXT);
  }
  await outlet.reload();
  await expect(bar(outlet)).toHaveCount(0);
  await bar(home).getByRole("link").click();
  await expect(home.getByRole("heading", { level: 1 })).toHaveText(story!.title);

  await test.step("one or two lines on the narrowest phone; not printed; nothing moves", async () => {
    await live.setViewportSize({ width: 320, height: 700 });
    const lines = () =>
      bar(live)
        .getByRole("paragraph")
        .evaluate((p) => new Set([...p.getClientRects()].map(({ top }) => Math.round(top))).size);
    expect(await lines()).toBeLessThanOrEqual(2);
    await bar(live)
      .getByRole("link")
      .evaluate((link) => {
        link.textContent = "字".repeat(36);
      });
    expect(await lines()).toBe(2);
    await live.emulateMedia({ media: "print" });
    await expect(bar(live)).toBeHidden();
    await live.emulateMedia({ media: "screen" });
  });

  await test.step("gone with its article", async () => {
    const tags = sql.json({ tags: [`article:${story!.id}`] });
    await sql`update articles set status = 'withdrawn', withdrawn_reason = '有误' where id = ${story!.id}`;
    await sql`insert into outbox (topic, payload) values ('article.withdrawn', ${tags})`;
    await expect(async () => {
      await live.reload();
      await expect(bar(live)).toHaveCount(0, { timeout: 200 });
    }).toPass();
    await desk.page.reload();
    await expect(desk.bar).toContainText("它链到的文章已经不公开，读者现在看不到突发条。");
    await sql`update articles set status = 'published', withdrawn_reason = null where id = ${story!.id}`;
    await sql`insert into outbox (topic, payload) values ('article.published', ${tags})`;
    await expect(async () => {
      await live.reload();
      await expect(bar(live)).toHaveCount(1, { timeout: 200 });
    }).toPass();
  });

  await desk.page.reload();
  await desk.bar.getByRole("button", { name: "撤下" }).click();
  await expect(desk.page.getByText("已撤下突发条").first()).toBeVisible();
  await live.reload();
  await expect(bar(live)).toHaveCount(0);
  await desk.undo();
  await expect(desk.page.getByText("已撤销，原来的突发条回来了")).toBeVisible();
  await live.reload();
  await expect(bar(live)).toContainText(TEXT);
  await sql.end();
});

test("it must have an end within a day, and is over then by itself", async ({ at, reader, portal }) => {
  const live = await reader.open("/live");
  const bar = live.getByRole("region", { name: "重要消息" });
  const desk = new FrontDeskPage(await at("editor"));
  await desk.open();
  await desk.bar.getByRole("button", { name: "写一条" }).click();
  await desk.bar.getByRole("radio", { name: "重要" }).check();
  await desk.barText.fill("两市成交额突破三万亿元");
  const end = desk.bar.getByLabel("突发条到什么时候", { exact: true });
  await expect(end.getByRole("option", { name: "不限时" })).toHaveCount(0);
  await end.selectOption({ label: "自选时间…" });
  await desk.bar.getByLabel("突发条到什么时候，北京时间").fill("后天 9:00");
  await desk.page.keyboard.press("Control+Enter");
  await expect(desk.bar.getByText("最长 24 小时")).toBeVisible();
  await end.selectOption("hours");
  await desk.page.getByRole("button", { name: /^放上/ }).click();
  await expect(desk.bar).toContainText(/至 (今天|明天) \d\d:\d\d，没有链接/);
  await live.reload();
  await expect(bar).toContainText("两市成交额突破三万亿元");
  await expect(bar.getByRole("link")).toHaveCount(0);

  const sql = databaseOf(portal);
  await sql`update front_bar set ends_at = clock_timestamp() + interval '2 seconds'`;
  await sql`insert into outbox (topic, payload) values ('bar.raised', ${sql.json({ tags: ["test"] })})`;
  await expect
    .poll(async () => (await sql`select ends_at < clock_timestamp() is_over from front_bar`)[0])
    .toEqual({ is_over: true });
  await sql.end();
  await live.reload();
  await expect(bar).toHaveCount(0);
  await desk.page.reload();
  await expect(desk.bar).toContainText("现在没有突发条。");
});

test("a flash of the highest level is put up with one click, and the one it replaces comes back with another", async ({
  at,
  reader,
}) => {
  const live = await reader.open("/live");
  const desk = new FrontDeskPage(await at("editor"));
  const wire = new FlashDeskPage(desk.page);
  await wire.open();
  await wire.outlet.selectOption({ label: "东岸财经" });
  await wire.level("特别重要").check();
  await wire.send("央行宣布下调政策利率10个基点。");
  await wire
    .row("央行宣布下调政策利率10个基点")
    .getByRole("link", { name: /^放上突发条/ })
    .click();
  await expect(desk.barText).toHaveValue("央行宣布下调政策利率10个基点");
  await desk.bar.getByRole("button", { name: "取消" }).click();
  await desk.bar.getByRole("button", { name: "写一条" }).click();
  await desk.barText.fill("先前的一条");
  await desk.bar.getByRole("button", { name: /^放上/ }).click();
  await expect(desk.bar.locator(".bar-now")).toContainText("先前的一条");
  await desk.bar.getByRole("button", { name: /^把“央行宣布下调政策利率10个基点.*放上突发条$/ }).click();
  await expect(desk.bar.locator(".bar-now")).toContainText("央行宣布下调政策利率10个基点");
  await live.reload();
  await expect(live.getByRole("region", { name: "突发消息" }).getByRole("link")).toHaveText(
    /央行宣布下调政策利率10个基点/,
  );
  await desk.undo();
  await expect(desk.page.getByText("已撤销，原来的突发条回来了")).toBeVisible();
  await live.reload();
  await expect(live.getByRole("region", { name: "突发消息" })).toContainText("先前的一条");
});

test("two editors at the same line: the second is told what is there", async ({ at }) => {
  const [mine, theirs] = [new FrontDeskPage(await at("editor")), new FrontDeskPage(await at("colleague"))];
  for (const desk of [mine, theirs]) {
    await desk.open();
    await desk.bar.getByRole("button", { name: "写一条" }).click();
  }
  await theirs.barText.fill("对方的一条");
  await theirs.bar.getByRole("button", { name: /^放上/ }).click();
  await expect(theirs.bar.locator(".bar-now")).toContainText("对方的一条");
  await mine.barText.fill("我的一条");
  await mine.bar.getByRole("button", { name: /^放上/ }).click();
  await expect(mine.bar.getByText("沈知微刚放上了“对方的一条”，请看过再改")).toBeVisible();
  await expect(mine.bar.locator(".bar-now")).toContainText("对方的一条");
  await expect(mine.barText).toHaveValue("我的一条");
  await mine.bar.getByRole("button", { name: /^换上/ }).click();
  await expect(mine.bar.locator(".bar-now")).toContainText("我的一条");
});
