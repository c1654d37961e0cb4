import { ReportDesk, ReportForm, TakedownPage } from "../pages/reporting";
import { WritingPage } from "../pages/writing";
import { faults } from "./axe";
import { expect, forgetReports, test } from "./newsroom";

test.beforeEach(({ portal }) => forgetReports(portal));

test("axe finds nothing on corrections, histories, reports and takedowns", async ({ at, draft, page }) => {
  test.setTimeout(180_000);
  const writing = new WritingPage(await at("editor"));
  await writing.open(draft.id);
  await writing.type("一句话。");
  await writing.publish();
  await expect(writing.publicLink).toBeVisible();
  const path = (await writing.publicLink.getAttribute("href")) ?? "";
  await writing.type("又一句。");
  await writing.correct({ note: "", reason: "笔误" });
  await expect(writing.correction.getByText("请写明哪里有误")).toBeVisible();
  expect(await faults(writing.page)).toEqual([]);
  await writing.correct({ note: "补上一句。" });
  await expect(writing.correction).not.toHaveAttribute("open");
  const check = async (what: string) => expect((await faults(page)).map((fault) => `${what} ${fault}`)).toEqual([]);
  const form = new ReportForm(page);
  await form.open(path);
  await check("article");
  await form.fill({ message: "有误", quote: "一句话。" });
  await form.send();
  await check("report");
  for (const address of [
    `${path}/history`,
    `${path}/report`,
    "/corrections",
    "/reports/not-sent/invalid",
    "/reports/x",
  ]) {
    await page.goto(address);
    await check(address);
  }

  const desk = new ReportDesk(writing.page);
  await desk.open();
  expect(await faults(desk.page)).toEqual([]);
  await desk.open("rejected");
  expect(await faults(desk.page)).toEqual([]);
  await desk.open();
  await desk.page.getByRole("main").getByRole("link", { name: "有误" }).first().click();
  await expect(desk.answer).toBeVisible();
  await desk.decide("采纳");
  await expect(desk.page.getByText("请写给读者的答复")).toBeVisible();
  expect(await faults(desk.page)).toEqual([]);

  const takedown = new TakedownPage(await at("admin"));
  await takedown.open(draft.id);
  expect(await faults(takedown.page)).toEqual([]);
  await takedown.fill({ requester: "法院", reason: "侵权", basis: "" });
  expect(await faults(takedown.page)).toEqual([]);
  await takedown.type("永久删除");
  await takedown.confirm.click();
  await expect(takedown.record).toBeVisible();
  expect(await faults(takedown.page)).toEqual([]);
  for (const address of ["/admin/takedowns", `/admin/articles/${draft.id}`]) {
    await takedown.page.goto(address);
    expect(await faults(takedown.page)).toEqual([]);
  }
  await page.goto(path);
  await check("taken down");
});
