import type { SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { beforeAll, describe, expect, test } from "vitest";
import { clusterMembers } from "@/lib/db/schema";
import { countWords, findByWords, listOwnWords } from "@/lib/related/queries";
import { findRelatedByText } from "@/lib/related/related-by-text";
import { rarestWeight, tellingWords } from "@/lib/related/telling-words";
import { reindexArticles } from "@/lib/search/commands";
import { testDb } from "@/lib/testing/db";
import { makeArticle, makeCategory } from "@/lib/testing/factories";
import { LABELLED, type Labelled, NOTICES } from "./testing/labelled";

const database = testDb();
const START = Date.parse("2026-10-01T00:00:00Z");
type Made = Labelled & { id: string; at: Date };
let made: Made[] = [];

async function publish({ about, title, text }: Labelled, n: number, set = {}): Promise<Made> {
  const { db } = database;
  const at = new Date(START + n * 3_600_000);
  const row = await makeArticle(db, {
    title,
    bodyHtml: `<p>${text}</p>`,
    status: "published",
    publishAt: at,
    categoryId: outlet,
    ...set,
  });
  await db.transaction((tx) => reindexArticles(tx, [row.id]));
  return { about, title, text, id: row.id, at };
}

let outlet: string;
beforeAll(async () => {
  outlet = (await makeCategory(database.db, { name: "潮汐证券报" })).id;
  // Notices and stories by turns, as on a site.
  const all = NOTICES.flatMap((notice, n) => [notice, ...(LABELLED[n] ? [LABELLED[n]] : [])]);
  made = [];
  for (const [n, one] of all.entries()) made.push(await publish(one, n));
});

const related = async ({ id, at }: Pick<Made, "id" | "at">, not: string[] = []) => {
  const counts = await countWords(database.db);
  const article = { here: { at, id }, categoryName: "潮汐证券报", sourceName: "" };
  return (await findRelatedByText(database.db, article, not, 5, counts)).map(({ title }) => title);
};
const told = (about: string) => made.filter((one) => one.about === about);

describe("findRelatedByText", () => {
  test("finds what speaks of the same and nothing else, for every story of the fixture", async () => {
    for (const one of made) {
      const expected = told(one.about)
        .filter(({ at }) => at < one.at)
        .map(({ title }) => title);
      expect([one.title, await related(one)]).toEqual([one.title, expected]);
    }
  });

  test("gives nothing for a text whose words are those of all", async () => {
    const notice = await publish({ about: "-", title: "公司公告：营业收入同比增长", text: NOTICES[0]!.text }, 200);
    expect(await related(notice)).toEqual([]);
  });

  test("looks at earlier ones only, so that a cached page stays true", async () => {
    const [first, second] = told("hydrogen") as [Made, Made];
    expect(await related(first)).toEqual([]);
    expect(await related(second)).toEqual([first.title]);
  });

  test("leaves out what is shown already, flashes, and what is public no more", async () => {
    const [first, second] = told("sugar") as [Made, Made];
    expect(await related(second, [first.id])).toEqual([]);
    for (const set of [{ kind: "flash" as const }, { status: "withdrawn" as const }]) {
      const other = await publish({ ...first, title: "椰糖到货，奶茶店的糖浆有着落了" }, 40, set);
      expect(await related({ ...second, at: new Date(START + 50 * 3_600_000) })).not.toContain(other.title);
    }
  });

  test("a story of several outlets stands there once; one's own cluster stands elsewhere", async () => {
    const { db } = database;
    const [first, second] = told("parking") as [Made, Made];
    const reprint = await publish({ ...first, title: `${first.title}（转载）` }, 41);
    const clusterId = first.id;
    const member = ({ id, at }: Made) => ({ articleId: id, clusterId, kind: "story" as const, publishedAt: at });
    const late = { ...second, at: new Date(START + 60 * 3_600_000) };
    expect(await related(late)).toHaveLength(2);
    await db.insert(clusterMembers).values([member(first), member(reprint)]);
    expect(await related(late)).toHaveLength(1);
    await db.insert(clusterMembers).values(member(second));
    expect(await related(late)).toEqual([]);
  });

  test("asks nothing of an article that is in no index", async () => {
    const draft = await makeArticle(database.db, { title: "氢能重卡又添一条线路" });
    expect(await related({ id: draft.id, at: new Date() })).toEqual([]);
  });
});

test("telling are names and things that few others have, not who reports, figures or what everybody says", async () => {
  const { db } = database;
  const { id } = await publish(
    {
      about: "-",
      title: "潮汐证券报：氢能重卡公告同比增长30%，奶茶店悄悄上车",
      text: "氢能重卡上路，潮汐证券报一笔一笔算账，公司表示市场回暖。",
    },
    300,
  );
  const counts = await countWords(db);
  const words = tellingWords(await listOwnWords(db, id), counts, ["潮汐证券报"]);
  const things = words.filter(({ isThing }) => isThing).map(({ word }) => word);
  expect(things).toEqual(expect.arrayContaining(["氢能", "奶茶"]));
  for (const word of ["公告", "同比", "增长", "30", "潮汐", "证券报", "悄悄", "一笔", "公司", "市场"])
    expect(words.map((one) => one.word)).not.toContain(word);
  expect(words.every(({ weight }) => weight <= 3 * rarestWeight(counts))).toBe(true);
});

test("each word is a look into the index of words, and nothing is read by several helpers", async () => {
  const { sql, db } = database;
  await sql.unsafe("analyze article_search");
  let plan = "";
  /** Asks how a statement would be done in place of doing it. */
  const explaining = {
    execute: async (query: SQL) => {
      const { sql: text, params } = new PgDialect().sqlToQuery(query);
      await sql.begin(async (tx) => {
        // A small table stands for a large one.
        await tx.unsafe("set local enable_seqscan = off");
        const rows = await tx.unsafe(`explain ${text}`, params as string[]);
        plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
      });
      return [];
    },
  } as unknown as typeof db;
  const telling = ["氢能", "奶茶店"].map((word) => ({ word, inTitle: true, isThing: true, weight: 5, share: 0.01 }));
  await findByWords(explaining, telling, ["=m202610", "=m202609"], { at: new Date(), id: made[0]!.id }, []);
  expect(plan.match(/Bitmap Index Scan on article_search_words_idx/g)).toHaveLength(2);
  expect(plan).not.toMatch(/Seq Scan on article|Gather/);
});
