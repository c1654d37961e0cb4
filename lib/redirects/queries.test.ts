import { beforeAll, expect, test } from "vitest";
import { articles, categories, categoryAliases, redirects } from "@/lib/db/schema";
import { resolveOldPath } from "@/lib/redirects/queries";
import { testDb } from "@/lib/testing/db";

const database = testDb();

beforeAll(async () => {
  const { db } = database;
  const [outlet] = await db.insert(categories).values({ slug: "caijing", name: "财经", pinyin: "caijing" }).returning();
  await db
    .insert(categoryAliases)
    .values(
      ["21shiji 21caijingAPP", "CaiJing(xianggang)", "emnews"].map((alias) => ({ alias, categoryId: outlet!.id })),
    );
  const at = new Date("2022-01-27T08:00:00Z");
  const base = { title: "题", categoryId: outlet!.id, publishAt: at };
  const rows = await db
    .insert(articles)
    .values([
      { ...base, slug: "NW202201272264567295", status: "published" },
      { ...base, slug: "新地址", status: "published" },
      { ...base, slug: "chehui", status: "withdrawn" },
      { ...base, slug: "caogao", status: "draft", publishAt: null },
    ])
    .returning();
  const [, renamed, withdrawn, draft] = rows;
  await db.insert(redirects).values([
    { fromPath: "/articles/first", articleId: renamed!.id },
    { fromPath: "/articles/second", articleId: renamed!.id },
    { fromPath: "/articles/gone", articleId: withdrawn!.id },
    { fromPath: "/articles/hidden", articleId: draft!.id },
    { fromPath: "/21shiji/21caijingapp/2022/01/27/x.html", articleId: renamed!.id },
    { fromPath: "/category/jiu", categoryId: outlet!.id },
  ]);
});

const renamed = `/articles/${encodeURIComponent("新地址")}`;

test.each([
  ["the first of two renames, in one hop", "/articles/first", renamed],
  ["the second", "/articles/second", renamed],
  ["a slash at the end", "/articles/first/", renamed],
  ["an old post", "/21shiji/21caijingapp/2022/01/27/x.html", renamed],
  ["a withdrawn article, to its 410 page", "/articles/gone", "/articles/chehui"],
  ["nothing for a draft", "/articles/hidden", null],
  ["a renamed outlet", "/category/jiu", "/category/caijing"],
  ["an outlet page as it was written", "/category/21shiji 21caijingAPP.html", "/category/caijing"],
  ["its first half, which Jekyll took for a category", "/category/21shiji.html", "/category/caijing"],
  ["its second half", "/category/21caijingapp.html", "/category/caijing"],
  ["its second half as it was written, in the short form", "/21caijingAPP/", "/category/caijing"],
  ["with parentheses and capitals", "/category/CaiJing(xianggang).html", "/category/caijing"],
  ["an outlet's own slug as .html", "/category/caijing.html", "/category/caijing"],
  ["in other case", "/category/CAIJING.html", "/category/caijing"],
  ["the short form with a slash", "/caijing/", "/category/caijing"],
  ["an alias in the short form", "/emnews/", "/category/caijing"],
  [
    "a post under another outlet and day",
    "/wherever/2022/01/28/NW202201272264567295.html",
    "/articles/NW202201272264567295",
  ],
  [
    "a post whose capitals were lost",
    "/wherever/2022/01/28/nw202201272264567295.html",
    "/articles/NW202201272264567295",
  ],
  ["nothing for a part of a half", "/category/21caijing.html", null],
  ["nothing for an unknown address", "/wherever/2022/01/28/unknown.html", null],
  ["nothing for itself", "/category/caijing", null],
  ["nothing for the root", "/", null],
])("leads %s", async (_what, from, to) => {
  expect(await resolveOldPath(database.db, from)).toBe(to);
});
