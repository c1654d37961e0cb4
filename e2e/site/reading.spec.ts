import { foreignScripts } from "../scripts";
import { expect, test } from "./pages";

test.use({ javaScriptEnabled: false });

test("without JavaScript a reader goes from the home page to an outlet, to its third page, to a story and its original", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1, name: "金融消息" })).toBeVisible();
  await page.getByRole("navigation", { name: "栏目" }).getByRole("link", { name: "媒体" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.getByRole("link", { name: "东岸财经" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: /东岸财经/ })).toBeVisible();
  for (let turn = 0; turn < 2; turn++) await page.locator('a[rel="next"]').first().click();
  await expect(page).toHaveURL(/\/category\/dongancaijing\/before\//);
  const story = page.locator("main h3 a").first();
  const title = await story.textContent();
  await story.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title ?? "");
  await expect(page.locator("time[datetime]").first()).toHaveAttribute("datetime", /\+08:00$/);
  await expect(page.locator('a[rel~="external"]', { hasText: "原" }).first()).toHaveAttribute("href", /^https?:\/\//);
});

test("a list says which days are today and yesterday", async ({ page }) => {
  const response = await page.goto("/category/dongancaijing");
  const now = Date.parse((await response!.headersArray()).find(({ name }) => name.toLowerCase() === "date")!.value);
  const dayOf = (ms: number) => new Date(ms + 8 * 3600_000).toISOString().slice(0, 10);
  const near: Record<string, string> = { [dayOf(now)]: "今天", [dayOf(now - 24 * 3600_000)]: "昨天" };
  const days = await page
    .locator(".day")
    .evaluateAll((all) =>
      all.map((day) => [day.querySelector("time")!.dateTime, day.querySelector("span")!.textContent!]),
    );
  expect(days.some(([day]) => near[day!])).toBe(true);
  for (const [day, words] of days) expect(words).toMatch(new RegExp(near[day!] ? `^${near[day!]} 星期.$` : "^星期.$"));
});

test("no page contacts another host, sets a cookie or carries the framework's script", async ({
  page,
  context,
  portal,
}) => {
  const foreign: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(portal.url) && !request.url().startsWith("data:")) foreign.push(request.url());
  });
  for (const path of ["/", "/category", "/category/dongancaijing", "/live", "/nirgendwo"]) {
    await page.goto(path);
    const html = await page.content();
    expect(foreignScripts(html)).toEqual([]);
    expect(html).not.toContain("_next/static/chunks/main");
  }
  expect(foreign).toEqual([]);
  expect(await context.cookies()).toEqual([]);
});

test("an unknown address is a 404 at the first request, wrong percent-encoding a 400", async ({ request }) => {
  expect((await request.get("/articles/gibt-es-nicht")).status()).toBe(404);
  expect((await request.get("/irgendwo/anders")).status()).toBe(404);
  expect((await request.get("/articles/%E4%ZZ")).status()).toBe(400);
});
