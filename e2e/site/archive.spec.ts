import { expect, test } from "../fixtures";

test("without JavaScript a reader finds a day in the calendar, its stories, and the days around it", async ({
  browser,
  portal,
}) => {
  const page = await browser.newPage({ javaScriptEnabled: false, baseURL: portal.url });
  await page.goto("/");
  await page.getByRole("contentinfo").getByRole("link", { name: "往期" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "往期" })).toBeVisible();
  const november = page.getByRole("table", { name: "2026年11月" });
  await november.getByRole("link", { name: /^24\s?日，\s?\d+ 篇$/ }).click();
  await expect(page).toHaveURL(/\/archive\/2026\/11\/24$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("2026年11月24日");
  const times = await page
    .locator("main .row time")
    .evaluateAll((all) => all.map((time) => time.getAttribute("datetime")));
  expect(times.length).toBeGreaterThan(5);
  expect(times.every((time) => time?.startsWith("2026-11-24T"))).toBe(true);
  expect([...times].sort().reverse()).toEqual(times);
  await expect(page.getByRole("table", { name: "2026年11月" }).locator("[aria-current=page]")).toContainText("24");

  const around = page.getByRole("navigation", { name: "前后有报道的日子" });
  await around.getByRole("link", { name: "11月23日" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("2026年11月23日");
  await page.getByRole("navigation", { name: "位置" }).getByRole("link", { name: "11月" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("2026年11月");
  await expect(page.getByRole("link", { name: /^24\s?日，\s?\d+ 篇$/ })).toBeVisible();
  await page.close();
});

test("the numbers of a calendar are those of its days", async ({ page }) => {
  await page.goto("/archive/2026/11");
  const days = await page
    .locator(".cal a")
    .evaluateAll((all) =>
      all.map((link) => ({ href: link.getAttribute("href")!, count: Number(/，(\d+) 篇/.exec(link.textContent)![1]) })),
    );
  expect(days.length).toBeGreaterThan(3);
  for (const { href, count } of days) {
    let [seen, next]: [number, string | null] = [0, href];
    while (next) {
      await page.goto(next);
      seen += await page.locator("main .row").count();
      const older = page.locator('.pager a[rel="next"]');
      next = (await older.count()) > 0 ? await older.getAttribute("href") : null;
    }
    expect([href, seen]).toEqual([href, count]);
  }
});

test("what is no date, and what has not come, is not found; another spelling is one", async ({ request }) => {
  for (const path of [
    "/archive/2026/02/30",
    "/archive/2026/13",
    "/archive/26",
    "/archive/2026/1/1",
    "/archive/2999/01/01",
  ])
    expect([path, (await request.get(path)).status()]).toEqual([path, 404]);
  for (const path of ["/archive", "/archive/2026", "/archive/2026/11", "/archive/2026/11/24"])
    expect([path, (await request.get(path)).status()]).toEqual([path, 200]);
});
