import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { articles, users } from "@/lib/db/schema";
import { createTestDatabase, testDb } from "@/lib/testing/db";
import { actorOf, makeArticle, makeCategory, makeUser } from "@/lib/testing/factories";
import { findAnything } from "./queries";
import { TitleWindow } from "./title-window";

const database = testDb();
const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 2, minute));
const anyone = () => true;

test("articles by word and initials, newest change first, not the trash; an author finds their own", async () => {
  const author = actorOf("author");
  const own = await makeArticle(database.db, { title: "茅台批价回升", updatedAt: at(1), createdBy: author.id });
  const newer = await makeArticle(database.db, { title: "贵州茅台公告", updatedAt: at(2), status: "published" });
  await makeArticle(database.db, { title: "茅台旧稿", updatedAt: at(3), status: "trashed" });
  const titles = async (query: string, actor = actorOf("editor")) =>
    (await findAnything(database.db, actor, query)).articles.map(({ title }) => title);
  expect(await titles("茅台")).toEqual(["贵州茅台公告", "茅台批价回升"]);
  expect(await titles("mt")).toEqual(["贵州茅台公告", "茅台批价回升"]);
  expect(await titles("mtpj")).toEqual(["茅台批价回升"]);
  expect(await titles("茅台 五粮液")).toEqual([]);
  expect(await titles("mt", author)).toEqual(["茅台批价回升"]);
  expect(await titles("", author)).toEqual(["茅台批价回升"]);
  const [found] = (await findAnything(database.db, author, "pjhs")).articles;
  expect(found).toMatchObject({ id: own.id, spans: [[2, 6]], updatedAt: at(1).toISOString() });

  // Moved to the bin by another process a moment ago: the titles in memory do not know yet.
  await database.db.update(articles).set({ status: "trashed" }).where(eq(articles.id, newer.id));
  expect(await titles("贵州")).toEqual([]);
});

test("outlets by name, pinyin and slug; people for administrators only, without the disabled", async () => {
  await makeCategory(database.db, { name: "云岭能源报", slug: "yunlingbao", pinyin: "yunling" });
  await makeUser(database.db, { name: "程予安", email: "cheng@example.com" });
  const gone = await makeUser(database.db, { name: "程已离", email: "gone@example.com" });
  await database.db
    .update(users)
    .set({ disabledAt: at(0) })
    .where(eq(users.id, gone.id));
  const find = async (role: "admin" | "editor", query: string) => findAnything(database.db, actorOf(role), query);
  for (const query of ["云岭", "ylny", "yunlingb"]) {
    expect((await find("editor", query)).outlets.map(({ name }) => name)).toEqual(["云岭能源报"]);
  }
  expect((await find("admin", "cy")).people.map(({ name }) => name)).toEqual(["程予安"]);
  expect((await find("admin", "cheng@")).people.map(({ name }) => name)).toEqual(["程予安"]);
  expect((await find("editor", "cya")).people).toEqual([]);
});

describe("TitleWindow", () => {
  test("holds the newest so many, and takes in what changed", async () => {
    const { db, drop } = await createTestDatabase();
    try {
      const ids: string[] = [];
      for (const minute of [1, 2, 3])
        ids.push((await makeArticle(db, { title: `市场${minute}`, updatedAt: at(minute) })).id);
      const window = new TitleWindow(db, 2, 0);
      expect(await window.find(["市场"], 9, anyone)).toEqual([ids[2], ids[1]]);
      expect(await window.find(["shichang"], 1, anyone)).toEqual([ids[2]]);
      await db
        .update(articles)
        .set({ title: "市场一", updatedAt: at(4) })
        .where(eq(articles.id, ids[0]!));
      expect(await window.find(["sc"], 9, anyone)).toEqual([ids[0], ids[2]]);
      await db
        .update(articles)
        .set({ status: "trashed", updatedAt: at(5) })
        .where(eq(articles.id, ids[0]!));
      expect(await window.find(["sc"], 9, anyone)).toEqual([ids[2]]);
    } finally {
      await drop();
    }
  });
});
