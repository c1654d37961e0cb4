import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { pinyin } from "pinyin-pro";
import type { Db } from "@/lib/db/client";
import { securities } from "@/lib/db/schema";

type Row = typeof securities.$inferInsert;

const FILE = "lib/securities/data/securities-cn.csv";
const ROWS_A_STATEMENT = 1000;

/** Fields of one CSV line; quotes are doubled inside quoted fields. */
function fields(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((match) =>
    match[1] === undefined ? match[2]! : match[1].replaceAll('""', '"'),
  );
}

/** Pinyin of a security's name, and its initials, as readers type them: `guizhoumaotai`, `gzmt`. */
export function spellName(name: string): { pinyin: string; initials: string } {
  const syllables = pinyin(name, { toneType: "none", type: "array" }).map((part) =>
    part.toLowerCase().replace(/[^a-z0-9]/g, ""),
  );
  return { pinyin: syllables.join(""), initials: syllables.map((part) => part.slice(0, 1)).join("") };
}

export function readSecurities(csv: string): Row[] {
  const [, ...lines] = csv.trim().split(/\r?\n/);
  return lines.map((line) => {
    const [symbol, name, fullName, englishName, industry, listedOn] = fields(line);
    return {
      symbol: symbol!,
      name: name!,
      fullName,
      englishName,
      industry,
      listedOn: listedOn || null,
      ...spellName(name!),
    };
  });
}

/** Puts the A-shares of the seed list into an installation that lacks them; names already there are completed. */
export async function seedSecurities(db: Db, root: string): Promise<number> {
  const csv = readFileSync(join(root, FILE), "utf8");
  const expected = csv.trim().split("\n").length - 1;
  const [have] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(securities)
    .where(sql`${securities.fullName} <> ''`);
  if (have && have.count >= expected) return 0;
  const rows = readSecurities(csv);
  await db.transaction(async (tx) => {
    for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
      await tx
        .insert(securities)
        .values(rows.slice(from, from + ROWS_A_STATEMENT))
        .onConflictDoUpdate({
          target: securities.symbol,
          set: {
            name: sql`excluded.name`,
            fullName: sql`excluded.full_name`,
            englishName: sql`excluded.english_name`,
            industry: sql`excluded.industry`,
            listedOn: sql`excluded.listed_on`,
            pinyin: sql`excluded.pinyin`,
            initials: sql`excluded.initials`,
          },
          setWhere: sql`${securities.fullName} = ''`,
        });
    }
  });
  return rows.length;
}
