import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { publishArticle, unpublishArticle, updateArticle } from "@/lib/articles/commands";
import { listPublicVersions, listWithdrawals, VERSIONS_A_PAGE } from "@/lib/revisions/public-history";
import { testDb } from "@/lib/testing/db";
import { actorOf, articleForm, makeArticle } from "@/lib/testing/factories";

const database = testDb();
const ctx = () => ({ db: database.db, actor: actorOf("editor"), now: new Date("2026-11-25T08:00:00Z") });

test("only what was public is compared, and each withdrawal is told once, whatever was saved meanwhile", async () => {
  const { id, slug, categoryId } = await makeArticle(database.db, { slug: `h-${randomUUID()}` });
  const save = (version: number, title: string) =>
    updateArticle(ctx(), { ...articleForm({ categoryId, slug, title }), id, version });
  await save(1, "草稿");
  await publishArticle(ctx(), { id, version: 2 });
  await save(3, "公开");
  await unpublishArticle(ctx(), { id, version: 4, reason: "来源不实" });
  await save(5, "撤回期间");
  await save(6, "撤回期间又改");
  await publishArticle(ctx(), { id, version: 7 });

  const rows = await listPublicVersions(database.db, id);
  expect(rows.map(({ version, title }) => [version, title])).toEqual([
    [8, "撤回期间又改"],
    [4, "公开"],
    [3, "草稿"],
  ]);
  const withdrawals = await listWithdrawals(database.db, id, 1);
  expect(withdrawals.map(({ version, reason }) => [version, reason])).toEqual([[5, "来源不实"]]);
  expect(await listWithdrawals(database.db, id, 6)).toEqual([]);
});

test("a long history is read a page at a time, with one version more to compare the last with", async () => {
  const { id, slug, categoryId } = await makeArticle(database.db, { status: "published", slug: `h-${randomUUID()}` });
  for (let version = 1; version <= VERSIONS_A_PAGE + 3; version++)
    await updateArticle(ctx(), { ...articleForm({ categoryId, slug, title: `第 ${version} 次` }), id, version });
  const first = await listPublicVersions(database.db, id);
  expect(first).toHaveLength(VERSIONS_A_PAGE + 1);
  const next = await listPublicVersions(database.db, id, first[VERSIONS_A_PAGE - 1]!.version);
  expect(next[0]!.version).toBe(first[VERSIONS_A_PAGE]!.version);
});
