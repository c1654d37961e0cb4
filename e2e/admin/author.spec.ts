import { WritingPage } from "../pages/writing";
import { expect, test } from "./newsroom";

test("an author writes but does not publish: no button, and a forged request is refused", async ({
  at,
  draft,
  reader,
}) => {
  const own = new WritingPage(await at("author"));
  await own.open();
  await own.fill({ title: "作者的稿件", body: "作者的文字。", outlet: "东岸财经", slug: "zuo-zhe-de-gao-jian" });
  await own.saveButton.click();
  const id = await own.settled();
  await expect(own.publishButton).toHaveCount(0);
  await expect(own.panel).toContainText("发布由编辑完成。");
  await own.page.getByRole("banner").getByRole("button", { name: "检查" }).click();
  const review = own.page.getByRole("dialog", { name: "发布前检查" });
  await expect(review.getByText("没有填文章来源")).toBeVisible();
  await expect(review.getByRole("button", { name: /发布/ })).toHaveCount(0);
  await own.page.keyboard.press("ControlOrMeta+Enter");
  await expect(review.getByText("发布由编辑完成。")).toBeVisible();
  await own.page.keyboard.press("Escape");
  await expect(own.panel.getByText("草稿", { exact: true })).toBeVisible();

  const editors = new WritingPage(await at("editor"));
  await editors.open(draft.id);
  await editors.publishButton.click();
  // The dialog's own question is answered, so that the next request is the publication.
  await expect(editors.publishing.getByText("提醒").first()).toBeVisible();
  const sent = editors.page.waitForRequest((request) => request.method() === "POST");
  await editors.confirmButton.click();
  const genuine = await sent;
  await expect(editors.publicLink).toBeVisible();

  const forged = await own.page.request.post(own.page.url(), {
    headers: {
      "next-action": genuine.headers()["next-action"] ?? "",
      accept: "text/x-component",
      "content-type": "text/plain;charset=UTF-8",
      origin: new URL(own.page.url()).origin,
    },
    data: JSON.stringify([{ id, version: 1 }]),
  });
  expect(await forged.text()).toContain('"code":"forbidden"');
  expect(await reader.status("/articles/zuo-zhe-de-gao-jian")).toBe(404);

  await own.page.goto(`/admin/articles/${draft.id}`);
  await expect(own.page.getByRole("heading", { name: "没有这一页" })).toBeVisible();
});
