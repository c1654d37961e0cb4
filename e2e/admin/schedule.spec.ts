import { beijingDay } from "../../lib/dates";
import { DeskPage } from "../pages/desk";
import { WritingPage } from "../pages/writing";
import { databaseOf, expect, test } from "./newsroom";

const dayAhead = (days: number) => beijingDay(new Date(Date.now() + days * 86_400_000));

for (const [zone, hint] of [
  ["America/Los_Angeles", /^北京时间 \d+年.+星期. 09:20，.+后；你这里是 \d+月\d+日 1[78]:20$/],
  ["Asia/Shanghai", /^\d+年.+星期. 09:20，.+后$/],
] as const) {
  test(`a browser in ${zone} means Beijing time: scheduled, changed, taken back`, async ({
    browser,
    at,
    draft,
    portal,
  }) => {
    const storageState = await (await at("editor")).context().storageState();
    const context = await browser.newContext({ baseURL: portal.url, storageState, timezoneId: zone });
    const writing = new WritingPage(await context.newPage());
    const desk = new DeskPage(writing.page);
    const sql = databaseOf(portal);
    const stored = async () => (await sql`select status, publish_at from articles where id = ${draft.id}`)[0];
    const [first, second] = [`${dayAhead(3)}T09:20:00+08:00`, `${dayAhead(1)}T08:00:00+08:00`].map((x) => new Date(x));

    await writing.open(draft.id);
    await writing.publishButton.click();
    await writing.publishing.getByRole("radio", { name: "定时" }).check();
    await writing.when.fill(`${dayAhead(3)} 09:20`);
    await expect(writing.publishing.getByRole("region", { name: "时间 北京时间" }).getByRole("status")).toHaveText(
      hint,
    );
    await writing.confirmButton.click();
    await expect(writing.panel.getByText("定时", { exact: true })).toBeVisible();
    await expect(writing.panel).toContainText("09:20（北京时间）发布");
    expect(await stored()).toEqual({ status: "scheduled", publish_at: first });

    await desk.open();
    await desk.view("定时");
    await expect(desk.row(draft.title)).toContainText("定时");
    await expect(desk.row(draft.title)).toContainText("09:20");

    await writing.open(draft.id);
    await writing.panel.getByRole("button", { name: "改时间" }).click();
    await expect(writing.when).toHaveValue(`${dayAhead(3)} 09:20`);
    await writing.when.fill("明天 8:00");
    await writing.confirmButton.click();
    await expect(writing.panel).toContainText("08:00（北京时间）发布");
    expect(await stored()).toEqual({ status: "scheduled", publish_at: second });

    await writing.publishButton.click();
    await writing.when.fill(`${dayAhead(400)} 08:00`);
    await writing.confirmButton.click();
    await expect(writing.when).toHaveAccessibleDescription("最远只能定在一年之内");
    await writing.page.keyboard.press("Escape");

    await writing.panel.getByRole("button", { name: "取消定时" }).click();
    await expect(writing.panel.getByText("草稿", { exact: true })).toBeVisible();
    expect(await stored()).toEqual({ status: "draft", publish_at: null });

    const audit = await sql`
      select action, actor_name, change->>'publishAt' planned from audit_log where subject_id = ${draft.id} order by id`;
    expect(audit.map(({ action, actor_name, planned }) => [action, actor_name, planned])).toEqual([
      ["article.created", "陆遥", null],
      ["article.scheduled", "陆遥", first!.toISOString()],
      ["article.scheduled", "陆遥", second!.toISOString()],
      ["article.unscheduled", "陆遥", null],
    ]);
    const kept = await sql`select version, status from revisions where article_id = ${draft.id} order by version`;
    expect(kept.map(({ version, status }) => `${version} ${status}`)).toEqual([
      "1 draft",
      "2 scheduled",
      "3 scheduled",
      "4 draft",
    ]);
    await sql.end();
    await context.close();
  });
}

test("what was scheduled in the dialog is published by the worker at its time, under that time", async ({
  at,
  draft,
  portal,
  reader,
}) => {
  const writing = new WritingPage(await at("editor"));
  await writing.open(draft.id);
  await writing.publish("明天 8:00");
  await expect(writing.panel.getByText("定时", { exact: true })).toBeVisible();
  await writing.page.close();
  const sql = databaseOf(portal);
  const [row] = await sql`
    update articles set publish_at = date_trunc('milliseconds', now()) + interval '2 seconds'
    where id = ${draft.id} returning slug, publish_at`;
  await sql`insert into outbox (topic, payload) values ('article.scheduled', ${sql.json({ tags: [`article:${draft.id}`] })})`;
  expect(await reader.status(`/articles/${row!.slug}`)).toBe(404);
  // Nobody asks for a page meanwhile.
  await expect
    .poll(async () => (await sql`select status, publish_at from articles where id = ${draft.id}`)[0], {
      timeout: 15_000,
    })
    .toEqual({ status: "published", publish_at: row!.publish_at });
  expect(await reader.status(`/articles/${row!.slug}`)).toBe(200);
  const [audit] = await sql`
    select count(*)::int n, max(actor) actor from audit_log where subject_id = ${draft.id} and action = 'article.published'`;
  expect(audit).toEqual({ n: 1, actor: "system:publish-due" });
  await sql.end();
});

test("a past time is back-dating: public at once, under that time", async ({ at, draft, reader }) => {
  const writing = new WritingPage(await at("editor"));
  await writing.open(draft.id);
  await writing.publish(`${dayAhead(-2)} 07:45`);
  await expect(writing.publicLink).toBeVisible();
  await expect(writing.panel).toContainText("07:45（北京时间）");
  const path = (await writing.publicLink.getAttribute("href")) ?? "";
  expect((await reader.answer(path)).text).toContain(`${dayAhead(-2)}T07:45:00+08:00`);
});
