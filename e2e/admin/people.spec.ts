import type { Browser } from "@playwright/test";
import { DeskPage } from "../pages/desk";
import { SignInPage } from "../pages/door";
import { AccessPage, codeOf, PeoplePage, ProfilePage } from "../pages/people";
import { WritingPage } from "../pages/writing";
import { accountOf, expect, hire, test } from "./newsroom";

const PASSWORD = "kettle harbor sixteen";
const fresh = async (browser: Browser, baseURL: string) => (await browser.newContext({ baseURL })).newPage();

test("an invitation becomes an account, which signs in with a second step and, without the telephone, with a recovery code", async ({
  at,
  browser,
  staffed,
}) => {
  const boss = new PeoplePage(await at("admin"));
  const email = "mu.qing@example.com";
  const link = await boss.invite({ email, role: "特约作者", outlet: "东岸财经" });
  await boss.open();
  await expect(boss.page.getByRole("region", { name: "待接受的邀请" })).toContainText(email);

  const page = await fresh(browser, staffed.url);
  const [access, door, desk, profile] = [
    ...[new AccessPage(page), new SignInPage(page), new DeskPage(page), new ProfilePage(page)],
  ] as [AccessPage, SignInPage, DeskPage, ProfilePage];
  await access.open(link);
  await access.password.fill("woaini1314520");
  await expect(access.said).toHaveText("这样的密码太常见，一猜就中");
  await access.password.fill("mu.qing2026!");
  await expect(access.said).toHaveText("不要用自己的姓名、邮箱或站名来拼");
  await access.accept({ name: "穆青", password: "穆青-2026-!!" });
  await expect(access.password).toHaveAccessibleDescription(/不要用自己的姓名/);
  await access.password.fill(PASSWORD);
  await expect(access.said).toHaveText("强度：很强");
  await access.accept({ name: "穆青", password: PASSWORD });
  await expect(page.getByText("账户已建好，请登录。")).toBeVisible();
  await access.open(link);
  await expect(page.getByRole("heading", { name: "链接不能用了" })).toBeVisible();

  await door.open();
  await door.signIn({ email, password: PASSWORD });
  await expect(desk.heading).toBeVisible();
  await profile.open();
  await profile.totp.getByRole("button", { name: "开启两步验证" }).click();
  await profile.confirm(PASSWORD, "继续");
  await expect(profile.totp.getByRole("img", { name: "两步验证的二维码" })).toBeVisible();
  const secret = await profile.secret();
  await profile.totp.getByLabel("应用里现在的 6 位数字").fill("000000");
  await profile.totp.getByRole("button", { name: "开启" }).click();
  await expect(profile.totp.getByLabel("应用里现在的 6 位数字")).toHaveAccessibleDescription(/动态码不对/);
  await profile.totp.getByLabel("应用里现在的 6 位数字").fill(codeOf(secret, -1));
  await profile.totp.getByRole("button", { name: "开启" }).click();
  const codes = await profile.codes();
  expect(codes).toHaveLength(10);
  await profile.totp.getByRole("button", { name: "我收好了" }).click();
  await expect(profile.totp).toContainText("恢复码还剩 10 个");

  await desk.signOut.click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await door.signIn({ email, password: PASSWORD });
  await expect(door.code).toBeFocused();
  await door.code.fill("000000");
  await door.submit.click();
  await expect(door.alert).toHaveText("动态码不对或已经用过，请等下一个");
  const used = codeOf(secret);
  await door.code.fill(used);
  await door.submit.click();
  await expect(desk.heading).toBeVisible();

  await desk.signOut.click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await door.signIn({ email, password: PASSWORD });
  await door.code.fill(used);
  await door.submit.click();
  await expect(door.alert).toHaveText("动态码不对或已经用过，请等下一个");
  await door.code.fill(codes[3]!);
  await door.submit.click();
  await expect(desk.heading).toBeVisible();
  await profile.open();
  await expect(profile.totp).toContainText("恢复码还剩 9 个");

  await boss.open();
  await expect(boss.row("穆青")).toContainText("已开");
  await expect(boss.row("穆青")).toContainText("东岸财经");
  await page.context().close();
});

test("who is disabled is out at the next request, with the page still open and the text still there", async ({
  at,
  browser,
  staffed,
}) => {
  await hire(staffed, "leaver", { name: "林晚", role: "author" });
  const page = await fresh(browser, staffed.url);
  const [door, writing] = [new SignInPage(page), new WritingPage(page)];
  await door.open();
  await door.signIn(accountOf("leaver"));
  await expect(new DeskPage(page).heading).toBeVisible();
  await writing.open();
  await writing.fill({ title: "没来得及存的稿", body: "最后一段。", outlet: "东岸财经" });

  const boss = new PeoplePage(await at("admin"));
  await boss.open();
  await boss.openPerson("林晚");
  await boss.act("停用账户");
  await boss.dialog.getByRole("button", { name: "停用" }).click();
  await expect(boss.page.getByText("账户停用了，登录不了。")).toBeVisible();

  await writing.save();
  await expect(writing.alert).toContainText("登录已失效");
  await expect(writing.body).toContainText("最后一段。");
  await new DeskPage(page).open();
  await expect(page).toHaveURL(/\/sign-in/);
  await door.signIn(accountOf("leaver"));
  await expect(door.alert).toHaveText("邮箱或密码不对");

  await boss.act("启用账户");
  await expect(boss.page.getByRole("button", { name: "停用账户" })).toBeVisible();
  await door.signIn(accountOf("leaver"));
  await expect(new DeskPage(page).heading).toBeVisible();
  await page.context().close();
});

test("devices are signed out one by one or all at once, and the one at hand stays", async ({ browser, staffed }) => {
  await hire(staffed, "roamer", { name: "周行", role: "editor" });
  const pages = [];
  for (let n = 0; n < 4; n++) {
    const page = await fresh(browser, staffed.url);
    const door = new SignInPage(page);
    await door.open();
    await door.signIn(accountOf("roamer"));
    await expect(new DeskPage(page).heading).toBeVisible();
    pages.push(page);
  }
  const [here, second, third, fourth] = pages as [
    (typeof pages)[0],
    (typeof pages)[0],
    (typeof pages)[0],
    (typeof pages)[0],
  ];
  const profile = new ProfilePage(here!);
  await profile.open();
  await expect(profile.devices).toHaveCount(4);
  await expect(profile.devices.filter({ hasText: "这台" })).toHaveCount(1);
  await expect(profile.devices.first()).toContainText("Chrome，Linux");
  await expect(profile.devices.first()).toContainText("本机");

  await profile.devices.filter({ hasNotText: "这台" }).first().getByRole("button", { name: /退出/ }).click();
  await expect(profile.devices).toHaveCount(3);
  const isOut = async (page: typeof second) => {
    await new DeskPage(page!).open();
    return new URL(page!.url()).pathname === "/sign-in";
  };
  // Last seen first: the newest of the others was the fourth.
  expect([await isOut(second), await isOut(third), await isOut(fourth)]).toEqual([false, false, true]);
  await profile.page.getByRole("button", { name: "退出其他所有设备" }).click();
  await expect(profile.devices).toHaveCount(1);
  expect([await isOut(second), await isOut(third)]).toEqual([true, true]);
  expect(await isOut(here)).toBe(false);
  for (const page of pages) await page.context().close();
});

test("a forgotten password: the administrator makes a link, and the second step of a lost telephone goes", async ({
  at,
  browser,
  staffed,
}) => {
  await hire(staffed, "forgetter", { name: "叶知秋", role: "editor" });
  const boss = new PeoplePage(await at("admin"));
  await boss.open();
  await boss.openPerson("叶知秋");
  await boss.act("重设密码的链接");
  const link = await boss.madeLink();
  const page = await fresh(browser, staffed.url);
  const [access, door] = [new AccessPage(page), new SignInPage(page)];
  await access.open(link);
  await access.accept({ password: PASSWORD });
  await expect(page.getByText("新密码已设好，请登录。")).toBeVisible();
  await door.signIn({ ...accountOf("forgetter"), password: PASSWORD });
  await expect(new DeskPage(page).heading).toBeVisible();
  await page.context().close();
});

test("nobody but an administrator finds the pages about people", async ({ at }) => {
  for (const who of ["editor", "author"] as const) {
    const page = await at(who);
    for (const path of ["/admin/users", "/admin/users/invite"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { name: "没有这一页" })).toBeVisible();
    }
    await page.goto("/admin/articles");
    await expect(page.getByRole("link", { name: "用户", exact: true })).toHaveCount(0);
  }
});
