import { runCommand } from "../fixtures";
import { DeskPage } from "../pages/desk";
import { SignInPage } from "../pages/door";
import { accountOf, expect, hire, test } from "./newsroom";

test("a wrong password and an unknown account get the same answer; after five tries one waits", async ({
  page,
  staffed,
}) => {
  await hire(staffed, "forgetful", { name: "健忘", role: "author" });
  const door = new SignInPage(page);
  await door.open();
  await door.signIn({ email: "nobody@example.com", password: "whatever it was" });
  await expect(door.alert).toHaveText("邮箱或密码不对");

  for (let attempt = 1; attempt <= 5; attempt++) {
    const answered = page.waitForResponse(/\/api\/auth\/callback\/credentials/);
    await door.signIn({ ...accountOf("forgetful"), password: `wrong ${attempt}` });
    await answered;
    await expect(door.alert).toHaveText("邮箱或密码不对");
  }
  await door.signIn(accountOf("forgetful"));
  await expect(door.alert).toHaveText(/^尝试次数太多，请 \d+ 分钟后再试$/);
});

test("after signing out the desk is closed, also by the Back button", async ({ page, staffed }) => {
  await hire(staffed, "leaving", { name: "离席", role: "editor" });
  const door = new SignInPage(page);
  const desk = new DeskPage(page);
  await desk.open("?status=draft");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await door.signIn(accountOf("leaving"));
  await expect(page).toHaveURL(/\/admin\/articles\?status=draft$/);
  await desk.signOut.click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/sign-in/);
});

test("a new password and a closed account end open sessions at the next request", async ({ page, staffed }) => {
  await hire(staffed, "former", { name: "前同事", role: "editor" });
  const door = new SignInPage(page);
  const desk = new DeskPage(page);
  const { email } = accountOf("former");
  await door.open();
  await door.signIn(accountOf("former"));
  await expect(desk.heading).toBeVisible();

  await runCommand(staffed, ["set-password", `--email=${email}`], "another long password\n");
  await desk.open();
  await expect(page).toHaveURL(/\/sign-in/);
  await door.signIn({ email, password: "another long password" });
  await expect(desk.heading).toBeVisible();

  await runCommand(staffed, ["disable-user", `--email=${email}`]);
  await desk.open();
  await expect(page).toHaveURL(/\/sign-in/);
  await door.signIn({ email, password: "another long password" });
  await expect(door.alert).toHaveText("邮箱或密码不对");
});
