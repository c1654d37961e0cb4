import { SignInPage } from "../pages/door";
import { AccessPage, codeOf, PeoplePage, ProfilePage } from "../pages/people";
import { faults } from "./axe";
import { accountOf, expect, hire, test } from "./newsroom";

test("axe finds nothing on the pages about people and one's own account", async ({ at, browser, staffed }) => {
  const boss = new PeoplePage(await at("admin"));
  const email = "axe@example.com";
  const link = await boss.invite({ email, role: "作者", outlet: "东岸财经" });
  expect(await faults(boss.page)).toEqual([]);
  await boss.page.goto("/admin/users/invite");
  await boss.page.getByLabel(/^媒体/).fill("没有这家");
  await boss.act("生成邀请");
  await expect(boss.page.getByLabel("邮箱")).toHaveAccessibleDescription("请填邮箱地址");
  expect(await faults(boss.page)).toEqual([]);
  await boss.open();
  expect(await faults(boss.page)).toEqual([]);
  await boss.openPerson("沈知微");
  await boss.act("停用账户");
  await expect(boss.dialog).toBeVisible();
  expect(await faults(boss.page)).toEqual([]);

  const who = "seer";
  await hire(staffed, who, { name: "沈看", role: "editor" });
  const page = await (await browser.newContext({ baseURL: staffed.url })).newPage();
  const [access, door, profile] = [new AccessPage(page), new SignInPage(page), new ProfilePage(page)] as const;
  await access.open(link);
  await access.password.fill("woaini1314");
  await expect(access.said).toHaveText("这样的密码太常见，一猜就中");
  expect(await faults(page)).toEqual([]);
  await access.open("/access?token=x");
  expect(await faults(page)).toEqual([]);

  await door.open();
  await door.signIn(accountOf(who));
  await page.waitForURL("**/admin/articles");
  await profile.open();
  expect(await faults(page)).toEqual([]);
  await profile.totp.getByRole("button", { name: "开启两步验证" }).click();
  await profile.confirm("a long password", "继续");
  const secret = await profile.secret();
  expect(await faults(page)).toEqual([]);
  await profile.totp.getByLabel("应用里现在的 6 位数字").fill(codeOf(secret));
  await profile.totp.getByRole("button", { name: "开启" }).click();
  await profile.codes();
  expect(await faults(page)).toEqual([]);

  await page.context().clearCookies();
  await door.open();
  await door.signIn(accountOf(who));
  await expect(door.code).toBeFocused();
  expect(await faults(page)).toEqual([]);
  await page.context().close();
});

test("on a phone none of these pages is wider than the screen", async ({ at }) => {
  const page = await at("admin");
  await page.setViewportSize({ width: 320, height: 700 });
  for (const path of ["/admin/users", "/admin/users/invite", "/admin/profile", "/admin/more"]) {
    await page.goto(path);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide, path).toBeLessThanOrEqual(0);
  }
});
