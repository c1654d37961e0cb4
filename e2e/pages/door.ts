import type { Page } from "@playwright/test";

export type Account = { email: string; name: string; password: string };

/** Set-up by the one-time link. */
export class SetUpPage {
  constructor(readonly page: Page) {}
  readonly open = (link: string) => this.page.goto(link);
  get submit() {
    return this.page.getByRole("button", { name: "建立账户" });
  }
  async fill({ name, email, password }: Account) {
    await this.page.getByLabel("姓名").fill(name);
    await this.page.getByLabel("邮箱").fill(email);
    await this.page.getByLabel("密码").fill(password);
  }
}

export class SignInPage {
  constructor(readonly page: Page) {}
  readonly open = () => this.page.goto("/sign-in");
  get alert() {
    return this.page.locator("main").getByRole("alert");
  }
  get password() {
    return this.page.getByLabel("密码");
  }
  get submit() {
    return this.page.getByRole("button", { name: "登录" });
  }
  /** The second step. */
  get code() {
    return this.page.getByLabel("动态码");
  }
  async signIn({ email, password }: Pick<Account, "email" | "password">) {
    await this.page.getByLabel("邮箱").fill(email);
    await this.password.fill(password);
    await this.submit.click();
  }
}
