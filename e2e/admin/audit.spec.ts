import { runCommand } from "../fixtures";
import { AuditPage } from "../pages/ops";
import { WritingPage } from "../pages/writing";
import { databaseOf, expect, test } from "./newsroom";

test("what was done is read in sentences, filtered, and leads to its subject", async ({ at, draft }) => {
  const writing = new WritingPage(await at("editor"));
  await writing.open(draft.id);
  await writing.publish();
  await writing.settled();

  const audit = new AuditPage(await at("admin"));
  await audit.open();
  const line = audit.line("陆遥 发布了").filter({ hasText: draft.title });
  await expect(line).toBeVisible();
  await line.locator("summary").click();
  await expect(line.getByText("草稿", { exact: true })).toBeVisible();
  await line.getByRole("link", { name: "这个对象的全部记录" }).click();
  await expect(audit.lines).toHaveText([/陆遥 发布了/, /陆遥 新建了/]);
  await audit.page.getByRole("link", { name: "清除" }).click();

  await audit.filter({ 谁: "陆遥", 做了什么: "新建文章" });
  await expect(audit.page).toHaveURL(/actor=user.*action=article.created/);
  await expect(audit.lines.first()).toContainText("陆遥 新建了");
  await expect(audit.line("来源导入")).toHaveCount(0);
  await audit.page.goto("/admin/audit?until=2000-01-01");
  await expect(audit.page.getByText("没有符合这些条件的记录。")).toBeVisible();
  await audit.page.getByRole("link", { name: "看全部" }).click();

  const first = await audit.lines.allTextContents();
  await audit.page.getByRole("link", { name: "较早" }).click();
  await expect(audit.page).toHaveURL(/after=/);
  await expect(audit.lines.first()).not.toHaveText(first[0] ?? "");
  await audit.page.getByRole("link", { name: "较新" }).click();
  await expect(audit.lines).toHaveText(first);

  await audit.line(draft.title).first().getByRole("link", { name: draft.title }).click();
  await expect(audit.page).toHaveURL(new RegExp(`/admin/articles/${draft.id}`));
});

test("the worker seals what is done, and audit:verify names a row that somebody changed", async ({
  staffed,
  draft,
}) => {
  const sql = databaseOf(staffed);
  try {
    await expect
      .poll(
        async () =>
          (
            await sql`select row_id from audit_unsealed u join audit_log a on a.id = u.row_id where a.subject_id = ${draft.id}`
          ).length,
        { timeout: 30_000 },
      )
      .toBe(0);
    const fine = await runCommand(staffed, ["audit:verify"]);
    expect(fine).toMatch(/✓ \d+ rows, none changed, missing, moved or added/);
    const head = /--head (\d+:[0-9a-f]{64})/.exec(fine)?.[1] ?? "";
    expect(await runCommand(staffed, ["audit:verify", "--head", head])).toContain("✓");

    const [row] = await sql`select id, actor_name from audit_log where subject_id = ${draft.id}`;
    const rename = (name: string) =>
      sql.begin(async (tx) => {
        await tx`set local session_replication_role = replica`;
        await tx`update audit_log set actor_name = ${name} where id = ${row?.id}`;
      });
    await rename("别人");
    await expect(runCommand(staffed, ["audit:verify"])).rejects.toThrow(`ended with 1:\n`);
    await expect(runCommand(staffed, ["audit:verify"])).rejects.toThrow(`✗ row ${row?.id} `);
    await rename(row?.actor_name);
    expect(await runCommand(staffed, ["audit:verify"])).toContain("✓");
    await expect(runCommand(staffed, ["audit:verify", `--head=999999:${"0".repeat(64)}`])).rejects.toThrow(
      "newer rows were cut off",
    );
  } finally {
    await sql.end();
  }
});
