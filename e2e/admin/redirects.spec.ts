import { RedirectsPage } from "../pages/ops";
import { faults } from "./axe";
import { expect, test } from "./newsroom";

const BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

test("an address that readers miss is found, led elsewhere with one click, and leads there at the next request", async ({
  at,
  reader,
  request,
}) => {
  const [story = ""] = Object.keys(await reader.links("/")).filter((path) => path.startsWith("/articles/"));
  const missed = "/jiuzhan/很久以前.html";
  for (let n = 0; n < 3; n++) {
    expect((await request.get(encodeURI(missed), { headers: { "User-Agent": BROWSER } })).status()).toBe(404);
  }
  expect((await request.get("/jiuqi.html", { headers: { "User-Agent": "Baiduspider/2.0" } })).status()).toBe(404);
  const redirects = new RedirectsPage(await at("editor"));
  const link = redirects.page.getByRole("link", { name: `为 ${missed} 另选去处` });
  await expect(async () => {
    await redirects.open();
    await expect(link).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(redirects.page.getByText("/jiuqi.html")).toHaveCount(0);
  await link.click();
  await expect(redirects.from).toHaveValue(missed);
  await expect(redirects.to).toBeFocused();
  await redirects.to.fill("/articles/meiyou");
  await redirects.add();
  await expect(redirects.to).toHaveAccessibleDescription("这个地址上没有页面");
  await redirects.to.fill(story);
  await redirects.add();
  await expect(redirects.page.getByText(/^已保存：.*转到《/)).toBeVisible();
  await expect(link).toHaveCount(0);
  expect(await reader.answer(encodeURI(missed))).toMatchObject({ status: 308, to: decodeURIComponent(story) });

  await test.step("changed", async () => {
    await redirects.row(missed).getByRole("link", { name: "修改" }).click();
    await redirects.to.fill("/live");
    await redirects.page.getByRole("button", { name: "保存", exact: true }).click();
    await expect(redirects.row(missed)).toContainText("/live");
    expect(await reader.answer(encodeURI(missed))).toMatchObject({ status: 308, to: "/live" });
    expect(
      (await request.get(encodeURI(missed), { headers: { "User-Agent": BROWSER }, maxRedirects: 0 })).status(),
    ).toBe(308);
    await expect(async () => {
      await redirects.find("/jiuzhan/");
      await expect(redirects.row(missed)).toContainText("1 次", { timeout: 500 });
    }).toPass();
  });

  await test.step("and deleted", async () => {
    await redirects.row(missed).getByRole("button", { name: "删除" }).click();
    await redirects.page.getByRole("dialog").getByRole("button", { name: "删除" }).click();
    await expect(redirects.row(missed)).toHaveCount(0);
    expect(await reader.status(encodeURI(missed))).toBe(404);
  });
});

test("a CSV is tried first, told line by line, and then taken in as it was tried", async ({ at, reader }) => {
  const redirects = new RedirectsPage(await at("editor"));
  await redirects.open();
  await redirects.pasteCsv("旧地址,新地址\n/csv/1.html,/live\n/csv/2.html,/meiyou\n/live,/\n");
  await redirects.page.getByRole("button", { name: "试运行" }).click();
  const report = redirects.page.getByRole("status").filter({ hasText: "试运行" });
  await expect(report).toContainText("试运行，还没有写入：新加 1 条，不收 2 条。");
  await expect(report.getByRole("listitem").filter({ hasText: "/csv/2.html" })).toContainText("这个地址上没有页面");
  expect(await reader.status("/csv/1.html")).toBe(404);
  await redirects.page.getByRole("button", { name: "照此导入" }).click();
  await expect(redirects.page.getByRole("status").filter({ hasText: "已导入：新加 1 条" })).toBeVisible();
  await expect(redirects.row("/csv/1.html")).toBeVisible();
  expect(await reader.answer("/csv/1.html")).toMatchObject({ status: 308, to: "/live" });
});

test("a missing address is led with one press to what it probably meant, ignored, and both are taken back from the toast", async ({
  at,
  reader,
  request,
}) => {
  const meant = "/jiu/dongancaijing2020/";
  const noise = "/hao-qiguai-de-dizhi-9";
  const automatic = "/apple-touch-icon-120x120.png";
  await request.get("/");
  for (const path of [meant, noise, automatic])
    for (let n = 0; n < 4; n++) await request.get(path, { headers: { "User-Agent": BROWSER } });
  const redirects = new RedirectsPage(await at("editor"));
  const { page } = redirects;
  const from = meant.slice(0, -1);
  const lead = page.getByRole("button", { name: `把 ${from} 设为重定向` });
  await expect(async () => {
    await redirects.open();
    await expect(lead).toBeVisible({ timeout: 500 });
    await expect(page.getByText(noise)).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(page.getByText(automatic)).toBeHidden();
  await page.getByText(/^程序自动请求的/).click();
  await expect(page.getByText(automatic)).toBeVisible();
  expect(await faults(page)).toEqual([]);

  await lead.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(`${from} 从此转到东岸财经`)).toBeVisible();
  await expect(lead).toHaveCount(0);
  expect(await reader.answer(from)).toMatchObject({ status: 308, to: "/category/dongancaijing" });
  await page.getByRole("button", { name: "撤销" }).click();
  await expect(lead).toBeVisible();
  expect(await reader.status(from)).toBe(404);

  const ignore = page.getByRole("button", { name: `忽略 ${noise}` });
  await ignore.click();
  await expect(page.getByText(`已忽略：${noise}`)).toBeVisible();
  await expect(ignore).toHaveCount(0);
  await redirects.open();
  await expect(ignore).toHaveCount(0);
  await page.getByText(/^已忽略的/).click();
  await page.getByRole("button", { name: `恢复 ${noise}` }).click();
  await expect(ignore).toBeVisible();
});
