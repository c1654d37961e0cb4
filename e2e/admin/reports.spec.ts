import { ReportDesk, ReportForm } from "../pages/reporting";
import { WritingPage } from "../pages/writing";
import { foreignScripts } from "../scripts";
import { expect, forgetReports, test } from "./newsroom";

test.beforeEach(({ portal }) => forgetReports(portal));

/** A published article; gives its path. */
async function publish(writing: WritingPage, id: string, text: string) {
  await writing.open(id);
  await writing.type(text);
  await writing.publish();
  await expect(writing.publicLink).toBeVisible();
  return (await writing.publicLink.getAttribute("href")) ?? "";
}

test("a reader marks a sentence without script or account; the newsroom corrects it, and the link says so", async ({
  at,
  draft,
  reader,
}) => {
  const page = await at("editor");
  const path = await publish(new WritingPage(page), draft.id, "前一句。下限为每吨 6.7 万元。后一句。");
  const form = new ReportForm(await reader.open(path));
  const desk = new ReportDesk(page);

  await test.step("the sentence is marked in the text, by mouse or by the arrow keys", async () => {
    await form.open(path);
    await form.page.getByRole("link", { name: "在原文里点选句子" }).click();
    await form.page.getByText("前一句。").click();
    await form.page.keyboard.press("ArrowDown");
    await expect(form.page.getByRole("radio", { checked: true })).toHaveValue("下限为每吨 6.7 万元。");
    await form.fill({ message: "应为 7.6 万元", contact: "reader@example.com" });
    await form.send();
    await expect(form.heading).toHaveText("已收到你的报错");
    await expect(form.page.getByText("reader@example.com")).toHaveCount(0);
  });
  const link = new URL(form.page.url()).pathname;

  await test.step("no index, no log of another site and no cache learns of the link", async () => {
    const headers = (await form.page.request.get(link)).headers();
    expect(headers["x-robots-tag"]).toContain("noindex");
    expect(headers["referrer-policy"]).toBe("no-referrer");
    expect(headers["cache-control"]).toContain("no-store");
    expect(headers["set-cookie"]).toBeUndefined();
    expect(await reader.status(`${link.slice(0, -1)}${link.endsWith("A") ? "B" : "A"}`)).toBe(404);
  });

  await test.step("the queue counts it and finds the sentence in the text", async () => {
    await desk.open();
    await expect(page.getByRole("link", { name: /更正与报错 待处理 \d+/ })).toBeVisible();
    await desk.show("应为 7.6 万元");
    await expect(desk.marked).toHaveText("下限为每吨 6.7 万元");
    await expect(page.getByText("reader@example.com")).toBeVisible();
    await expect(page.getByRole("link", { name: "在页面上看这一句" })).toHaveAttribute("href", /#:~:text=/);
  });

  await test.step("a correction begins with the sentence; published, it answers the report", async () => {
    await page.getByRole("link", { name: "去更正" }).click();
    const writing = new WritingPage(page);
    await writing.body.waitFor();
    await expect(writing.correction.getByLabel("更正说明")).toHaveValue("原文“下限为每吨 6.7 万元。”有误，应为");
    await writing.correct({ note: "下限应为 7.6 万元。" });
    await expect(writing.correction).not.toHaveAttribute("open");
    await form.page.reload();
    await expect(form.heading).toHaveText("已采纳");
    await expect(form.page.getByText("已更正：下限应为 7.6 万元。")).toBeVisible();
    await form.page.getByRole("link", { name: "查看改动" }).click();
    await expect(form.page.getByText("下限应为 7.6 万元。")).toBeVisible();
    await desk.open("accepted");
    await expect(desk.row("应为 7.6 万元")).toHaveCount(1);
  });
});

test.afterAll(({ portal }) => forgetReports(portal));

test("a report is turned down with an answer; two editors do not answer over each other", async ({
  at,
  draft,
  reader,
}) => {
  const page = await at("editor");
  const path = await publish(new WritingPage(page), draft.id, "一句话。");
  const form = new ReportForm(await reader.open(path));
  await form.open(path);
  await form.fill({ quote: "文章里没有的话", message: `公司名写错了 ${draft.id.slice(0, 8)}` });
  await form.send();
  await expect(form.heading).toHaveText("已收到你的报错");

  const desk = new ReportDesk(page);
  await desk.open();
  await desk.show("公司名写错了");
  await expect(page.getByText("这一句在文章里找不到")).toBeVisible();
  const other = new ReportDesk(await at("colleague"));
  await other.page.goto(page.url());
  await desk.decide("不采纳");
  await expect(page.getByText("请写给读者的答复")).toBeVisible();
  await desk.answer.fill("与公告一致。");
  await desk.decide("不采纳");
  await expect(page.getByText("未采纳，陆遥 处理")).toBeVisible();
  await other.answer.fill("确有误。");
  await other.decide("采纳");
  await expect(other.alert).toContainText("刚被别人处理过");

  await form.page.reload();
  await expect(form.heading).toHaveText("未采纳");
  await expect(form.page.getByText("与公告一致。")).toBeVisible();
});

test("what is no report is refused with what to do; the page of the article is the same for everyone", async ({
  at,
  draft,
  reader,
  portal,
}) => {
  const path = await publish(new WritingPage(await at("editor")), draft.id, "一句话。");
  const send = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(`${portal.url}/api/reports`, {
      method: "POST",
      redirect: "manual",
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
      body: new URLSearchParams({
        articleId: draft.id,
        quote: "",
        message: "有误",
        contact: "",
        website: "",
        ...fields,
      }),
    }).then((answer) => `${answer.status} ${answer.headers.get("location")}`);
  expect(await send({ message: " " })).toBe("303 /reports/not-sent/invalid");
  expect(await send({ website: "https://spam.example" })).toBe("303 /reports/not-sent/filled");
  expect(await send({ articleId: "0190b0a0-0000-7000-8000-000000000000" })).toBe("303 /reports/not-sent/gone");
  expect(await send({}, { "sec-fetch-site": "cross-site" })).toBe("303 /reports/not-sent/elsewhere");
  expect(await send({}, { "content-type": "application/json" })).toBe("303 /reports/not-sent/invalid");
  const answers: string[] = [];
  for (let n = 0; n < 12; n++) answers.push(await send({}));
  expect(answers.at(-1)).toBe("303 /reports/not-sent/throttled");
  expect((await reader.answer("/reports/not-sent/throttled")).text).toContain("请稍后再交");

  const [first, second] = [await reader.answer(path), await reader.answer(path)];
  expect(first.text).toBe(second.text);
  expect(foreignScripts(first.text)).toEqual([]);
});

test("an author has no queue", async ({ at }) => {
  const page = await at("author");
  await page.goto("/admin/articles");
  await expect(page.getByRole("link", { name: /更正与报错/ })).toHaveCount(0);
  await page.goto("/admin/reports");
  await expect(page.getByRole("heading", { name: "更正与报错" })).toHaveCount(0);
});
