import { expect, test } from "@playwright/test";
import { startSmtp } from "../../lib/testing/smtp";
import { accountOf, hire } from "../admin/newsroom";
import { runCommand, startPortal } from "../fixtures";
import { SignInPage } from "../pages/door";
import { AccessPage, PeoplePage } from "../pages/people";

test("an invitation goes out by mail, and while the mail server is down it waits and nobody waits for it", async ({
  browser,
}) => {
  // A portal of its own and six commands of the operator.
  test.setTimeout(240_000);
  let isDown = true;
  const smtp = await startSmtp({ isDown: () => isDown });
  const env = { SMTP_URL: smtp.url, MAIL_FROM: "金融消息 <desk@example.com>" };
  const { portal, stop } = await startPortal(env);
  try {
    await hire(portal, "boss", { name: "程予安", role: "admin" });
    const page = await (await browser.newContext({ baseURL: portal.url })).newPage();
    const [door, boss] = [new SignInPage(page), new PeoplePage(page)] as const;
    await door.open();
    await door.signIn(accountOf("boss"));
    await page.waitForURL("**/admin/articles");

    await boss.invite({ email: "late@example.com", role: "作者" });
    await expect(async () => {
      await boss.open();
      await expect(page.getByRole("region", { name: "待接受的邀请" })).toContainText("邮件没发出去，稍后再试");
    }).toPass();

    isDown = false;
    const link = await boss.invite({ email: "new@example.com", role: "作者" });
    await expect.poll(() => smtp.received.find(({ to }) => to === "new@example.com")?.data).toContain(link);
    await expect(async () => {
      await boss.open();
      await expect(page.getByRole("listitem").filter({ hasText: "new@example.com" })).toContainText("邮件已发出");
    }).toPass();

    const newcomer = await (await browser.newContext({ baseURL: portal.url })).newPage();
    const access = new AccessPage(newcomer);
    await access.open(link);
    await access.accept({ name: "苏白", password: "kettle harbor sixteen" });
    await expect(newcomer.getByText("账户已建好，请登录。")).toBeVisible();

    // The operator's own way in, when the administrator is locked out.
    await expect(runCommand(portal, ["disable-user", "--email=boss@example.com"])).rejects.toThrow(/至少要留一位/);
    await runCommand(portal, ["disable-user", "--email=new@example.com"]);
    expect(await runCommand(portal, ["enable-user", "--email=new@example.com"])).toContain("can sign in again");
    expect(await runCommand(portal, ["reset-totp", "--email=new@example.com"])).toContain("password alone");
  } finally {
    await stop();
    await smtp.close();
  }
});
