import type { Page } from "@playwright/test";

/** Who is told of news, as administrators see it. */
export class PushesPage {
  constructor(readonly page: Page) {}
  readonly open = () => this.page.goto("/admin/pushes");
  readonly channel = (name: string) => this.page.getByRole("region", { name: new RegExp(`^${name}`) });
  readonly retry = (name: string) => this.channel(name).getByRole("button", { name: /^再试一次/ });
}
