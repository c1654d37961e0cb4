import { png } from "../pages/files";
import { SettingsPage } from "../pages/ops";
import { expect, test } from "./newsroom";

test("what the site says of itself is changed once and on every page at the next request", async ({
  at,
  reader,
  portal,
}) => {
  test.slow();
  const story = Object.keys(await reader.links("/")).find((path) => path.startsWith("/articles/")) ?? "";
  const pages = ["/", story, "/live", "/category", "/no-such-page"];
  for (const path of pages) expect((await reader.answer(path)).text).toContain("金融消息");

  const settings = new SettingsPage(await at("admin"));
  await settings.open();
  await settings.field("网站名称").fill("新财经");
  await settings.field("联系方式").fill("news@example.com");
  await expect(settings.preview).toContainText("新财经");
  await settings.addLink("关于", "/category");
  await settings.addLink("快讯", "/live");
  await settings.page.getByRole("button", { name: "上移“快讯”" }).click();
  await expect(settings.page.getByRole("button", { name: "下移“快讯”" })).toBeFocused();
  await settings.save();
  await expect(settings.saved).toBeVisible();

  for (const path of pages) {
    const { text } = await reader.answer(path);
    expect(text).not.toContain("金融消息");
    expect(text).toMatch(/<title>[^<]*新财经/);
    expect(text).toContain("联系：news@example.com");
    expect(text.indexOf('<a href="/live">快讯</a></li><li><a href="/category">关于</a>')).toBeGreaterThan(0);
  }
  await settings.page.reload();
  await expect(settings.page.locator(".side .brand")).toContainText("新财经");
  await expect(settings.page).toHaveTitle("设置 - 编辑部 - 新财经");
  await settings.page.goto("/admin/audit?type=settings");
  await expect(settings.page.locator("main").getByRole("listitem").first()).toContainText("程予安 改了网站设置");

  await test.step("an accent that cannot be read is refused with the nearest that can", async () => {
    await settings.open();
    await settings.field("白天").fill("#ff8c00");
    await settings.field("夜间").fill("#99bbff");
    await expect(settings.page.getByText("对比 2.0:1，至少要 4.5:1")).toBeVisible();
    await settings.save();
    await expect(settings.field("白天")).toHaveAccessibleDescription(/最近的可用色是 #[0-9a-f]{6}$/);
    await expect(settings.field("白天")).toBeFocused();
    await settings.page.getByRole("button", { name: /^改用最近的/ }).click();
    await settings.save();
    await expect(settings.saved).toBeVisible();
    const day = await settings.field("白天").inputValue();
    const page = await reader.open("/");
    const colours = () =>
      page.evaluate(() => getComputedStyle(document.querySelector(".sections [aria-current]")!).color);
    const rgb = (hex: string) => `rgb(${[1, 3, 5].map((n) => Number.parseInt(hex.slice(n, n + 2), 16)).join(", ")})`;
    expect(await colours()).toBe(rgb(day));
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await colours()).toBe(rgb("#99bbff"));
    expect((await page.request.get(`${portal.url}/api/accent/ff8c00-99bbff.css.txt`)).status()).toBe(404);
  });

  await test.step("a picture stands for the name, which is still its words", async () => {
    await settings.page.getByRole("button", { name: "从图库选" }).click();
    const dialog = settings.page.getByRole("dialog", { name: "从图库选图" });
    const chooser = settings.page.waitForEvent("filechooser");
    await dialog.getByRole("button", { name: "上传图片" }).click();
    await (await chooser).setFiles([await png("标志.png", { width: 600, height: 200 })]);
    await dialog.getByRole("list", { name: "图片，从新到旧" }).getByRole("button", { name: "标志.png" }).click();
    await settings.save();
    await expect(settings.saved).toBeVisible();
    const page = await reader.open(story);
    const logo = page.getByRole("banner").getByRole("img", { name: "新财经" });
    await expect(logo).toHaveJSProperty("complete", true);
    expect(await logo.evaluate((img: HTMLImageElement) => [img.naturalWidth > 0, img.clientHeight <= 48])).toEqual([
      true,
      true,
    ]);
  });

  await test.step("and all of it back", async () => {
    await settings.page.getByRole("button", { name: "不用标志" }).click();
    await settings.page.getByRole("button", { name: "恢复原来的桑紫" }).click();
    await settings.field("网站名称").fill("金融消息");
    await settings.field("联系方式").fill("");
    for (const label of ["快讯", "关于"]) await settings.page.getByRole("button", { name: `去掉“${label}”` }).click();
    await settings.save();
    expect((await reader.answer("/live")).text).toContain("金融消息");
    const { text } = await reader.answer(story);
    expect(text).not.toContain("/api/accent/");
    expect(text).not.toContain("联系：");
  });
});

test("settings and the audit log are for administrators, old addresses and figures not for authors", async ({ at }) => {
  const status = async (who: "editor" | "author", path: string) => {
    const page = await at(who);
    return [(await page.goto(path))?.status(), new URL(page.url()).pathname];
  };
  expect(await status("editor", "/admin/settings")).toEqual([404, "/admin/settings"]);
  expect(await status("editor", "/admin/audit")).toEqual([404, "/admin/audit"]);
  expect(await status("author", "/admin/redirects")).toEqual([404, "/admin/redirects"]);
  expect(await status("author", "/admin")).toEqual([200, "/admin/articles"]);
  const page = await at("editor");
  await page.goto("/admin");
  const menu = page.getByRole("navigation", { name: "编辑部" });
  await expect(menu.getByRole("link", { name: "数据" })).toHaveAttribute("aria-current", "page");
  await expect(menu.getByRole("link", { name: "文章" })).not.toHaveAttribute("aria-current", "page");
  await expect(menu.getByRole("link", { name: "设置" })).toHaveCount(0);
});
