import { PgDialect } from "drizzle-orm/pg-core";
import { beforeAll, describe, expect, test } from "vitest";
import { decodeCursor } from "@/lib/cursor";
import { testDb } from "@/lib/testing/db";
import { makeArticle, makeCategory, makeSecurity, makeTag } from "@/lib/testing/factories";
import { planByIndex } from "@/lib/testing/plan";
import type { FeedList } from "./lists";
import { positionsStatement } from "./position-queries";

const database = testDb();
let outlet: string;
let tagId: string;

beforeAll(async () => {
  const { db } = database;
  outlet = (await makeCategory(db)).id;
  tagId = (await makeTag(db)).id;
  await makeSecurity(db, "SH600519");
  await makeArticle(db, { categoryId: outlet, status: "published" });
});

describe("a list is one range of an index, from any place on", () => {
  test.each<[string, () => FeedList]>([
    ["articles_timeline_idx", () => ({ of: "stories" })],
    ["articles_timeline_idx", () => ({ of: "flashes" })],
    ["articles_timeline_idx", () => ({ of: "all" })],
    ["articles_important_idx", () => ({ of: "important" })],
    ["articles_top_idx", () => ({ of: "top" })],
    ["articles_category_idx", () => ({ of: "category", id: outlet })],
    ["article_tags_list_idx", () => ({ of: "tag", id: tagId })],
    ["mentions_", () => ({ of: "stock", strands: [{ symbol: "SH600519", only: "direct" }] })],
  ])("%s", async (index, list) => {
    for (const after of [undefined, decodeCursor("1700000000000-0190a0b0000070008000000000000001")!]) {
      const statement = positionsStatement(list(), { after, limit: 201 });
      const { sql, params } = new PgDialect().sqlToQuery(statement);
      const literal = sql.replace(/\$(\d+)/g, (_, at: string) => `'${params[Number(at) - 1]}'`);
      const table = index.startsWith("article_tags")
        ? "article_tags"
        : index.startsWith("mentions")
          ? "mentions"
          : "articles";
      const plan = await planByIndex(database.sql, table, literal);
      expect(plan).toContain(`using ${index}`);
      if (list().of !== "all" && list().of !== "stock") expect(plan).not.toContain("Sort");
    }
  });
});

test("what was taken back is read from the indexes that were made for it", async () => {
  const gone =
    "(status = 'withdrawn' or status = 'trashed' and trashed_from in ('published', 'withdrawn')) and publish_at is not null";
  const at = "coalesce(withdrawn_at, updated_at)";
  const plan = (where: string, order: string) =>
    planByIndex(database.sql, "articles", `select id from articles where ${gone} ${where} order by ${order} limit 9`);
  expect(await plan(`and ${at} >= now() - interval '1 day'`, `${at} desc, id desc`)).toMatch(/using articles_gone_idx/);
  expect(
    await plan("and (publish_at, id) < (now(), '0190a0b0-0000-7000-8000-000000000001')", "publish_at desc, id desc"),
  ).toMatch(/using articles_gone_place_idx/);
});
