import { expect, test } from "@playwright/test";
import { startPortal } from "../fixtures";
import { DeskPage } from "../pages/desk";
import { SetUpPage, SignInPage } from "../pages/door";
import { Reader } from "../pages/reader";
import { WritingPage } from "../pages/writing";

const boss = { name: "程予安", email: "boss@example.com", password: "a long password" };
const OUTLET = "/category/dongancaijing";

test.describe("from an empty installation to a withdrawn story", () => {
  let started: Awaited<ReturnType<typeof startPortal>>;
  test.beforeAll(async () => {
    started = await startPortal();
  });
  test.afterAll(() => started.stop());

  test("set-up, sign in, write, publish: visible at once; a new title and address; withdrawn with its reason", async ({
    browser,
  }) => {
    const { url, setupLink } = started.portal;
    const context = await browser.newContext({ baseURL: url });
    const page = await context.newPage();
    const reader = new Reader(browser, url);
    const lists = ["/", OUTLET, "/tag/首日", "/stock/SH600036"];

    await test.step("the link makes the first administrator, once", async () => {
      const setUp = new SetUpPage(page);
      await setUp.open(setupLink);
      await setUp.fill({ ...boss, password: "short" });
      await setUp.submit.click();
      await expect(page.getByLabel("密码")).toBeFocused();
      await expect(page.getByLabel("密码")).toHaveAccessibleDescription("密码至少 10 个字符");
      await setUp.fill(boss);
      await setUp.submit.click();
      await expect(page).toHaveURL(/\/sign-in/);
      await setUp.open(setupLink);
      await expect(page.getByRole("heading", { name: "链接不能用了" })).toBeVisible();
    });

    await test.step("sign in", async () => {
      const door = new SignInPage(page);
      await door.open();
      await door.signIn(boss);
      await expect(new DeskPage(page).heading).toBeVisible();
    });

    await test.step("strangers ask for the story before there is one", async () => {
      for (const path of ["/articles/di-yi-tian", "/articles/di-er-tian"]) expect(await reader.status(path)).toBe(404);
      for (const path of lists) await reader.status(path);
    });

    const writing = new WritingPage(page);
    await test.step("write and publish: the story and every list that shows it are there at the next request", async () => {
      await writing.open();
      await writing.fill({ title: "第一天的稿件", body: "公告来得早。", outlet: "东岸财经", slug: "di-yi-tian" });
      await writing.fill({ tags: "首日", symbols: "sh600036" });
      await writing.publish();
      await expect(writing.publicLink).toHaveAttribute("href", "/articles/di-yi-tian");
      const story = await reader.open("/articles/di-yi-tian");
      await expect(story.getByRole("heading", { level: 1 })).toHaveText("第一天的稿件");
      await expect(story.getByText("公告来得早。")).toBeVisible();
      for (const path of lists) {
        expect(await reader.links(path), path).toHaveProperty(["/articles/di-yi-tian"], "第一天的稿件");
      }
    });

    await test.step("another title and address: the old address leads to the new one in one hop", async () => {
      await writing.fill({ title: "第二天的标题", slug: "di-er-tian" });
      await writing.save();
      await expect(writing.publicLink).toHaveAttribute("href", "/articles/di-er-tian");
      expect(await reader.answer("/articles/di-yi-tian")).toMatchObject({ status: 308, to: "/articles/di-er-tian" });
      const story = await reader.open("/articles/di-er-tian");
      await expect(story.getByRole("heading", { level: 1 })).toHaveText("第二天的标题");
      for (const path of lists) {
        const links = await reader.links(path);
        expect(links, path).toHaveProperty(["/articles/di-er-tian"], "第二天的标题");
        expect(links, path).not.toHaveProperty(["/articles/di-yi-tian"]);
      }
    });

    await test.step("withdrawn: 410 with the reason, and out of every list", async () => {
      await writing.withdraw("来源有误");
      await expect(writing.panel.getByText("撤回原因：来源有误")).toBeVisible();
      const { status, text } = await reader.answer("/articles/di-er-tian");
      expect(status).toBe(410);
      expect(text).toContain("来源有误");
      expect(await reader.answer("/articles/di-yi-tian")).toMatchObject({ status: 308, to: "/articles/di-er-tian" });
      for (const path of lists) {
        expect(await reader.links(path), path).not.toHaveProperty(["/articles/di-er-tian"]);
      }
    });

    await reader.leave();
    await context.close();
  });
});
