import { existsSync } from "node:fs";
import { join } from "node:path";
import { eq, ne, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { mentions, refusedLinks, securities } from "@/lib/db/schema";
import { runImport } from "@/lib/importers/jekyll/run";
import { testDb } from "@/lib/testing/db";
import { beginFullRelink, runRelink } from "./relink";
import { seedSecurities } from "./seed";

const POSTS = join(process.cwd(), "../shared/corpus/posts");
const present = existsSync(POSTS);
if (!present) console.warn(`SKIPPED: ${POSTS} is not there, so mentions were not compared with the old site's markup.`);

type Line = {
  articleId: string;
  symbol: string;
  origin: string;
  relation: string;
  name: string;
  counterpart: string | null;
};

describe.skipIf(!present)("the old site's markup, and what is found in its texts without it", () => {
  const database = testDb();
  let marked: Line[] = [];
  let imported: Line[] = [];
  let backfilled: Line[] = [];

  const list = () =>
    database.db
      .select({
        ...{ articleId: mentions.articleId, symbol: mentions.symbol, origin: mentions.origin },
        ...{ relation: mentions.relation, name: securities.name, counterpart: securities.counterpart },
      })
      .from(mentions)
      .innerJoin(securities, eq(securities.symbol, mentions.symbol));

  beforeAll(async () => {
    if (!present) return;
    const { db } = database;
    const ctx = { db, actor: { kind: "system", job: "cli" } as const, now: new Date("2026-11-24T04:00:00Z") };
    await seedSecurities(db, process.cwd());
    await runImport(ctx, { path: POSTS });
    imported = await list();
    marked = imported.filter(({ origin }) => origin === "markup");
    // As an archive of before automatic mentions, and then as if no provider had marked anything.
    await db.delete(mentions).where(eq(mentions.origin, "auto"));
    await runRelink(db, (await beginFullRelink(ctx)).id);
    backfilled = await list();
    await db.delete(mentions).where(ne(mentions.origin, "editor"));
    await runRelink(db, (await beginFullRelink(ctx)).id);
  });

  test("the back-fill ends where the import would have ended, with every name known", () => {
    const key = ({ articleId, symbol, origin }: Line) => `${articleId} ${symbol} ${origin}`;
    const after = new Set(backfilled.map(key));
    expect(imported.map(key).filter((one) => !after.has(one))).toEqual([]);
    console.log(
      `corpus: ${marked.length} mentions by markup, ${backfilled.length - marked.length} more found in the texts`,
    );
  });

  test("what was marked truly is found again in the text alone", async () => {
    const found = await list();
    // A mark without a word is a chart; of two listings either is the company.
    const named = marked.filter(({ relation }) => relation === "direct");
    const isFound = (line: Line) =>
      found.some(
        ({ articleId, symbol, name }) =>
          articleId === line.articleId && (symbol === line.symbol || symbol === line.counterpart || name === line.name),
      );
    const missed = named.filter((line) => !isFound(line));
    const sectors = marked.filter(({ relation }) => relation === "sector");
    console.log(
      `corpus: markup found again: ${named.length - missed.length} of ${named.length} securities, ${sectors.filter(isFound).length} of ${sectors.length} sectors`,
    );
    for (const { symbol, name } of missed) console.log(`  missed ${symbol} ${name}`);
    expect((named.length - missed.length) / named.length).toBeGreaterThanOrEqual(0.95);
  });

  test("false links were refused, and none of them is a mention", async () => {
    const rows = await database.db.select().from(refusedLinks);
    console.log(
      `corpus: ${rows.length} links refused: ${[...new Set(rows.map(({ word, symbol, reason }) => `${word} ${symbol} (${reason})`))].join(", ")}`,
    );
    expect(rows).toContainEqual(expect.objectContaining({ symbol: "HK01315", reason: "other-word" }));
    expect(rows).toContainEqual(expect.objectContaining({ symbol: "HK06030", reason: "other-listing" }));
    expect(await database.db.$count(mentions, sql`${mentions.symbol} in ('HK01315', 'HK06030')`)).toBe(0);
  });
});
