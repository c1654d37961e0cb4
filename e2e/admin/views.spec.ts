import { DeskPage } from "../pages/desk";
import { faults } from "./axe";
import { expect, test } from "./newsroom";

test("a list is kept under a name, shared, renamed, deleted and brought back", async ({ at }) => {
  const desk = new DeskPage(await at("editor"));
  await desk.open("?q=市&status=published&sort=published");
  const seen = await desk.titles.allTextContents();
  await desk.views.getByRole("button", { name: "存为视图" }).click();
  await expect(desk.dialog).toBeVisible();
  expect(await faults(desk.page)).toEqual([]);
  await desk.dialog.getByLabel("名字").fill("市场报道");
  await desk.dialog.getByRole("button", { name: "保存" }).click();
  const tab = desk.views.getByRole("link", { name: "市场报道" });
  await expect(tab).toHaveAttribute("aria-current", "page");
  await desk.view("全部");
  await tab.click();
  await expect(desk.titles).toHaveText(seen);

  const colleague = new DeskPage(await at("colleague"));
  await colleague.open();
  await expect(colleague.views.getByRole("link", { name: "市场报道" })).toHaveCount(0);

  await test.step("another of the same name is refused beside the field", async () => {
    await desk.open("?q=股");
    await desk.views.getByRole("button", { name: "存为视图" }).click();
    await desk.dialog.getByLabel("名字").fill("市场报道");
    await desk.page.keyboard.press("Enter");
    await expect(desk.dialog.getByText("已有同名的视图")).toBeVisible();
    await expect(desk.dialog.getByLabel("名字")).toBeFocused();
    await desk.page.keyboard.press("Escape");
  });

  await tab.click();
  await desk.views.getByRole("button", { name: "改视图" }).click();
  await desk.dialog.getByLabel("名字").fill("市场");
  await desk.dialog.getByLabel("共享给编辑部所有人").check();
  await desk.dialog.getByRole("button", { name: "保存" }).click();
  await expect(desk.views.getByRole("link", { name: /^市场.*共享/ })).toHaveAttribute("aria-current", "page");

  await test.step("shared, it is everyone's; an author cannot change it", async () => {
    await colleague.open();
    await colleague.views.getByRole("link", { name: /^市场.*共享/ }).click();
    await expect(colleague.titles).toHaveText(seen);
    await expect(colleague.views.getByRole("button", { name: "改视图" })).toBeVisible();
    const author = new DeskPage(await at("author"));
    await author.open("?q=市&status=published&sort=published");
    await expect(author.views.getByRole("link", { name: /^市场.*共享/ })).toHaveAttribute("aria-current", "page");
    await expect(author.views.getByRole("button", { name: "改视图" })).toHaveCount(0);
  });

  await desk.views.getByRole("button", { name: "改视图" }).click();
  await desk.dialog.getByRole("button", { name: "删除" }).click();
  await expect(desk.views.getByRole("link", { name: /^市场.*共享/ })).toHaveCount(0);
  await desk.page.getByRole("button", { name: "撤销" }).click();
  await expect(desk.views.getByRole("link", { name: /^市场.*共享/ })).toBeVisible();
  // Other journeys count the tabs.
  await desk.views.getByRole("button", { name: "改视图" }).click();
  await desk.dialog.getByRole("button", { name: "删除" }).click();
  await expect(desk.views.getByRole("link", { name: /^市场.*共享/ })).toHaveCount(0);
});
