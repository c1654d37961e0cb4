import { DeskPage } from "../pages/desk";
import { SignInPage } from "../pages/door";
import { WritingPage } from "../pages/writing";
import { faults } from "./axe";
import { expect, test } from "./newsroom";

test("axe finds nothing at the door, on the list and in the editor", async ({ page, at, draft }) => {
  const door = new SignInPage(page);
  await door.open();
  await door.signIn({ email: "nobody@example.com", password: "wrong" });
  await expect(door.alert).toBeVisible();
  expect(await faults(page)).toEqual([]);
  await page.goto("/setup?token=x");
  expect(await faults(page)).toEqual([]);

  const desk = new DeskPage(await at("editor"));
  for (const query of ["", "?q=没有这样的词"]) {
    await desk.open(query);
    expect(await faults(desk.page)).toEqual([]);
  }

  const writing = new WritingPage(desk.page);
  await writing.open(draft.id);
  expect(await faults(writing.page)).toEqual([]);
  await writing.tool("表格").click();
  for (const heading of ["名称", "现价", "涨跌"]) {
    await writing.page.keyboard.insertText(heading);
    await writing.page.keyboard.press("Tab");
  }
  await writing.tool("图片").click();
  await writing.fill({ title: "" });
  await writing.save();
  await expect(writing.alert).toBeVisible();
  expect(await faults(writing.page)).toEqual([]);
});
