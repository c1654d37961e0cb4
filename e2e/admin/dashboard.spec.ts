import { faults } from "./axe";
import { databaseOf, expect, test } from "./newsroom";

const BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

test("what readers open is counted once for each look, without cookies and without machines", async ({
  at,
  reader,
  request,
}) => {
  const links = await reader.links("/live");
  const [path = "", title = ""] = Object.entries(links).find(([to]) => to.startsWith("/articles/")) ?? [];
  const look = (headers: Record<string, string>, method = "GET") =>
    request.fetch(path, { method, headers: { "User-Agent": BROWSER, ...headers } });
  const etag = (await look({})).headers().etag ?? "";
  expect((await look({ "If-None-Match": etag })).status()).toBe(304);
  expect(
    (await look({ "Sec-Purpose": "prefetch", "Sec-Fetch-Site": "same-origin" })).headers()["set-cookie"],
  ).toBeUndefined();
  await look({ "User-Agent": "Mozilla/5.0 (compatible; Baiduspider/2.0)" });
  await look({ "Sec-Purpose": "prefetch;anonymous-client-ip" });
  await look({}, "HEAD");

  const page = await at("editor");
  const row = page
    .getByRole("row")
    .filter({ has: page.getByRole("link", { name: title.replaceAll("<wbr>", ""), exact: true }) });
  await expect(async () => {
    await page.goto("/admin?days=1");
    await expect(row.getByRole("cell").last()).toHaveText("3", { timeout: 500 });
  }).toPass();
  const chart = page.getByRole("region", { name: "每小时浏览" });
  await expect(chart.getByRole("img")).toHaveAccessibleName(/^今日每小时浏览：共 \d+ 次/);
  await chart.getByText("以表格查看").click();
  await expect(chart.getByRole("row")).toHaveCount(25);
  await page.getByRole("navigation", { name: "时间" }).getByRole("link", { name: "7 日" }).click();
  await expect(page).toHaveURL(/days=7$/);
  await expect(row.getByRole("cell").last()).toHaveText("3");
  await expect(page.getByRole("region", { name: "每日发布" }).getByRole("img")).toHaveAccessibleName(
    /共 \d+ 篇，最多的是/,
  );
});

test("a story that was not published in its time stands first among what needs somebody", async ({
  at,
  draft,
  staffed,
}) => {
  const sql = databaseOf(staffed);
  try {
    // A fault that keeps one story from being published, whoever tries.
    await sql.unsafe(
      `alter table articles add constraint kept_back check (id <> '${draft.id}' or status <> 'published')`,
    );
    await sql`update articles set status = 'scheduled', publish_at = now() - interval '2 hours' where id = ${draft.id}`;
    const page = await at("editor");
    await page.goto("/admin");
    const task = page.getByRole("region", { name: "需要处理" }).getByRole("link").first();
    await expect(task).toContainText("1 篇定时文章过了时间还没发布");
    await task.click();
    await expect(page).toHaveURL(/status=scheduled/);
    await expect(page.getByRole("row").filter({ hasText: draft.title })).toBeVisible();
  } finally {
    await sql`update articles set status = 'draft', publish_at = null where id = ${draft.id}`;
    await sql`alter table articles drop constraint if exists kept_back`;
    await sql.end();
  }
});

test("axe finds nothing on the pages of the site's care and nothing runs over", async ({ at }) => {
  test.slow();
  const page = await at("admin");
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 844 });
    for (const path of [
      "/admin",
      "/admin?days=1",
      "/admin/redirects",
      "/admin/redirects?q=/keine",
      "/admin/audit",
      "/admin/audit?type=user",
      "/admin/settings",
    ]) {
      await page.goto(path);
      for (const summary of (await page.locator("main summary").all()).slice(0, 3)) await summary.click();
      expect(await faults(page), `${path} at ${width}`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth), path).toBe(false);
    }
    await page.goto("/admin/settings");
    await page.getByRole("button", { name: "加一个链接" }).click();
    await page.getByLabel("白天", { exact: true }).fill("#ff8c00");
    await page.getByRole("button", { name: "保存" }).click();
    await expect(page.locator("main").getByRole("alert")).toBeVisible();
    expect(await faults(page)).toEqual([]);
  }
});
