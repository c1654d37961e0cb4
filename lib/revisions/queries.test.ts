import { describe, expect, test } from "vitest";
import { revisions } from "@/lib/db/schema";
import { describeChange } from "@/lib/revisions/describe";
import { compareFields, readFields } from "@/lib/revisions/fields";
import { findNames, findRevision, findSteps, listRevisions } from "@/lib/revisions/queries";
import { testDb } from "@/lib/testing/db";
import { makeArticle, makeCategory, makeSecurity } from "@/lib/testing/factories";

const database = testDb();

async function articleWith(rows: Partial<typeof revisions.$inferInsert>[]) {
  const article = await makeArticle(database.db);
  await database.db.insert(revisions).values(
    rows.map((row, index) => ({
      ...{ articleId: article.id, version: index + 1, title: "题", summary: "", bodyHtml: "<p>文</p>", fields: {} },
      ...{ status: "draft" as const, actor: "system:test", actorName: "试", ...row },
    })),
  );
  return article.id;
}

describe("listRevisions", () => {
  test("newest first by version, page after page, without bodies", async () => {
    const id = await articleWith(Array.from({ length: 5 }, () => ({})));
    const first = await listRevisions(database.db, id, undefined, 2);
    expect(first.items.map(({ version }) => version)).toEqual([5, 4]);
    expect(first.behind?.version).toBe(3);
    expect(first.items[0]).not.toHaveProperty("bodyHtml");
    const last = await listRevisions(database.db, id, 2, 2);
    expect(last.items.map(({ version }) => version)).toEqual([1]);
    expect(last.behind).toBeNull();
  });

  test("each save says what it did", async () => {
    const id = await articleWith([
      {},
      { bodyHtml: "<p>文章变长了</p>" },
      { bodyHtml: "<p>文章变长了</p>", title: "新题", fields: { level: 2, tags: ["甲"] } },
      { bodyHtml: "<p>文章 变<strong>长</strong>了</p>", title: "新题", fields: { level: 2, tags: ["甲"] } },
      { title: "新题", fields: { level: 2, tags: ["甲"], publishAt: "2026-11-24T02:00:00Z" }, status: "published" },
      { title: "新题", fields: { level: 2, tags: ["甲"] }, status: "trashed" },
      { title: "新题", fields: { level: 2, tags: ["甲"] }, status: "draft" },
      { title: "新题", fields: { level: 2, tags: ["甲"] }, status: "draft" },
    ]);
    const { items } = await listRevisions(database.db, id);
    expect(items.map((item, index) => describeChange(items[index + 1] ?? null, item))).toEqual([
      ["内容未变"],
      ["移出回收站"],
      ["移到回收站"],
      ["发布", "正文 −4 字"],
      ["正文"],
      ["标题", "级别", "标签"],
      ["正文 +4 字"],
      ["首版"],
    ]);
  });
});

test("neighbouring versions are found across gaps", async () => {
  const id = await articleWith([{ version: 2 }, { version: 5 }, { version: 9 }]);
  expect(await findSteps(database.db, id, 5, 5)).toEqual({ previous: 2, next: 9 });
  expect(await findSteps(database.db, id, 2, 9)).toEqual({ previous: null, next: null });
  expect(await findRevision(database.db, id, 3)).toBeNull();
});

test("fields are compared by name, whatever an old row lacks", async () => {
  const { id, name } = await makeCategory(database.db);
  await makeSecurity(database.db, "SH600036", "招商银行");
  const [before, after] = [readFields(null), readFields({ categoryId: id, symbols: ["SH600036", "SH1"], level: 9 })];
  const names = await findNames(database.db, [id], ["SH600036", "SH1"]);
  expect(compareFields(before, after, names)).toEqual([
    { name: "媒体", before: "（已不存在）", after: name },
    { name: "证券", before: "", after: "招商银行 SH600036、SH1" },
  ]);
});
