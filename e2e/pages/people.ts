import type { Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";

/** The list of users, an invitation, and one user's page. */
export class PeoplePage {
  constructor(readonly page: Page) {}
  readonly open = () => this.page.goto("/admin/users");
  readonly row = (name: string) => this.page.getByRole("table").getByRole("row").filter({ hasText: name });
  readonly openPerson = (name: string) => this.row(name).getByRole("link", { name }).click();
  /** Gives the link, which is shown once. */
  async invite({ email, role, outlet }: { email: string; role: string; outlet?: string }): Promise<string> {
    await this.page.goto("/admin/users/invite");
    await this.page.getByLabel("邮箱").fill(email);
    await this.page.getByRole("radio", { name: new RegExp(`^${role}`) }).check();
    if (outlet) await this.page.getByLabel(/^媒体/).fill(outlet);
    await this.page.getByRole("button", { name: "生成邀请" }).click();
    return this.madeLink();
  }
  readonly madeLink = () => this.page.getByLabel("一次性链接").inputValue();
  readonly act = (name: string) => this.page.getByRole("button", { name }).click();
  get dialog() {
    return this.page.getByRole("dialog");
  }
}

/** A one-time link, opened. */
export class AccessPage {
  constructor(readonly page: Page) {}
  readonly open = (link: string) => this.page.goto(link);
  get password() {
    return this.page.getByLabel("新密码");
  }
  get said() {
    return this.page.locator("#password-said");
  }
  async accept({ name, password }: { name?: string; password: string }) {
    if (name !== undefined) await this.page.getByLabel("姓名").fill(name);
    await this.password.fill(password);
    await this.page.getByRole("button", { name: /^(建立账户|设新密码)$/ }).click();
  }
}

/** One's own account. */
export class ProfilePage {
  constructor(readonly page: Page) {}
  readonly open = () => this.page.goto("/admin/profile");
  readonly part = (name: string) => this.page.getByRole("region", { name });
  get totp() {
    return this.part("两步验证");
  }
  get devices() {
    return this.part("登录的设备").getByRole("listitem");
  }
  async confirm(password: string, button: string | RegExp) {
    await this.totp.getByLabel("当前密码").fill(password);
    await this.totp.getByRole("button", { name: button }).click();
  }
  /** The key that the QR code holds, as one types it by hand. */
  async secret(): Promise<string> {
    await this.totp.getByText("手工输入密钥").click();
    const [shown = ""] = await this.totp.locator(".secret").allTextContents();
    return shown.replaceAll(" ", "");
  }
  async codes(): Promise<string[]> {
    const list = this.totp.getByRole("list", { name: "恢复码" });
    await list.waitFor();
    return list.getByRole("listitem").allTextContents();
  }
}

/** What an app for one-time codes shows, so many half minutes from now. */
export const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });
