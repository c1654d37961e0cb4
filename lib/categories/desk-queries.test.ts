import { beforeAll, expect, test } from "vitest";
import { categoryAliases } from "@/lib/db/schema";
import { testDb } from "@/lib/testing/db";
import { makeArticle, makeCategory } from "@/lib/testing/factories";
import { findOutletTargets, listOutletLines, listSources } from "./desk-queries";

const database = testDb();
let world: string;

beforeAll(async () => {
  const { db } = database;
  world = (await makeCategory(db, { slug: "shijie", name: "世界", pinyin: "shijie" })).id;
  await makeCategory(db, { slug: "shijie-2", name: "视界", pinyin: "shijie" });
  await makeCategory(db, { slug: "banji", name: "班级", pinyin: "banji" });
  await makeCategory(db, { slug: "shijie-3", name: "视界旧", pinyin: "shijie", mergedIntoId: world });
  await db.insert(categoryAliases).values([{ alias: "shijiebao", categoryId: world }]);
  const out = { categoryId: world, status: "published" as const, publishAt: new Date() };
  for (const sourceName of ["甲社", "甲社", "乙社", ""]) await makeArticle(db, { ...out, sourceName });
});

const names = async (params: Parameters<typeof listOutletLines>[1]) =>
  (await listOutletLines(database.db, params)).rows.map(({ name }) => name);

test("outlets are listed by sound, size or newest, with who sounds the same", async () => {
  const { rows, counts } = await listOutletLines(database.db, {});
  expect(rows).toMatchObject([
    { name: "班级", sounds: [], count: 0 },
    { name: "世界", sounds: ["视界"], count: 4, aliases: 1 },
    { name: "视界", sounds: ["世界"], count: 0, aliases: 0 },
  ]);
  expect(counts).toEqual({ all: 3, sound: 2, empty: 2, merged: 1 });
  expect(await names({ sort: "count" })).toEqual(["世界", "班级", "视界"]);
  expect((await listOutletLines(database.db, { view: "merged" })).rows).toMatchObject([
    { name: "视界旧", into: "世界" },
  ]);
});

test.each([
  ["initials", "sj", ["世界", "视界"]],
  ["pinyin", "banji", ["班级"]],
  ["characters", "视", ["视界"]],
  ["an address", "shijie-2", ["视界"]],
  ["nothing", "zzz", []],
])("found by %s", async (_how, q, found) => {
  expect(await names({ q })).toEqual(found);
});

test("an outlet to choose is none that was merged away, nor itself", async () => {
  const targets = await findOutletTargets(database.db, "shijie", world);
  expect(targets.map(({ name }) => name)).toEqual(["视界"]);
});

test("sources are counted, most often first", async () => {
  expect([...(await listSources(database.db, world))]).toEqual([
    { name: "甲社", count: 2 },
    { name: "乙社", count: 1 },
  ]);
});
