import type { Page } from "@playwright/test";
import { databaseOf } from "../admin/newsroom";
import type { Portal } from "../fixtures";

/** Where the desk sees who tells an article's story. */
export class ClusterPage {
  constructor(readonly page: Page) {}

  /** @param title of the article whose story it is */
  async open(portal: Portal, title: string) {
    const sql = databaseOf(portal);
    const [row] = await sql<{ id: string }[]>`select id from articles where title = ${title}`;
    await sql.end();
    await this.page.goto(`/admin/articles/${row?.id}/cluster`);
  }
  readonly heading = (name: string) => this.page.getByRole("heading", { level: 2, name });
  readonly split = (title: string) => this.page.getByRole("button", { name: `拆出《${title}》` });
  readonly rejoin = (title: string) => this.page.getByRole("button", { name: `与《${title}》并回` });
  readonly merge = (title: string) => this.page.getByRole("button", { name: `与《${title}》合并` });
  get search() {
    return this.page.getByRole("searchbox", { name: "找已发布的文章" });
  }
}
