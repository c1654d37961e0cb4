import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { type NAME_KINDS, securities, securityNames } from "@/lib/db/schema";
import { COMMON_WORDS } from "./common-words";
import { spellName, writtenForms } from "./spelling";

const FOLDER = "lib/securities/data";
const ROWS_A_STATEMENT = 1000;

type Seed = Pick<
  typeof securities.$inferSelect,
  "symbol" | "name" | "fullName" | "englishName" | "industry" | "listedOn" | "counterpart" | "isAmbiguous"
>;
type SeedName = { symbol: string; name: string; kind: (typeof NAME_KINDS)[number]; isAmbiguous: boolean };

/** Records of a CSV file by the names in its first line; quotes are doubled inside quoted fields. */
function readCsv(csv: string): Record<string, string>[] {
  const [head, ...lines] = csv
    .trim()
    .split(/\r?\n/)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((match) =>
        match[1] === undefined ? match[2]! : match[1].replaceAll('""', '"'),
      ),
    );
  return lines.map((values) => Object.fromEntries(head!.map((name, index) => [name, values[index] ?? ""])));
}

const load = (root: string, file: string) => readCsv(readFileSync(join(root, FOLDER, file), "utf8"));

/** The securities that the program brings: all A-shares, and what of Hong Kong and New York Chinese news speaks of. */
export function readSeed(root: string): Seed[] {
  const rows = ["securities-cn.csv", "hk-securities.csv", "us-securities.csv"].flatMap((file) => load(root, file));
  const mainland = new Map(rows.flatMap((row) => (row.counterpart ? [[row.counterpart, row.symbol!]] : [])));
  return rows.map((row) => ({
    symbol: row.symbol!,
    name: row.name!,
    fullName: row.full_name ?? "",
    englishName: row.english_name ?? "",
    industry: row.industry ?? "",
    listedOn: row.listed_on || null,
    counterpart: row.counterpart || mainland.get(row.symbol!) || null,
    isAmbiguous: writtenForms(row.name!).some((form) => COMMON_WORDS.has(form)),
  }));
}

export const readSeedNames = (root: string): SeedName[] =>
  load(root, "names.csv").map((row) => ({
    symbol: row.symbol!,
    name: row.name!,
    kind: row.kind as SeedName["kind"],
    isAmbiguous: row.is_ambiguous === "1",
  }));

/**
 * Puts the seed list into an installation that lacks it, and completes rows that an importer made. What was edited in
 * the admin is left alone, its names too: what an editor took away does not come back.
 * @returns how many securities and names were written
 */
export async function seedSecurities(db: Db, root: string): Promise<number> {
  const stored = await db.select().from(securities);
  const have = new Map(stored.map((row) => [row.symbol, row]));
  const isWanted = (seed: Seed) => {
    const row = have.get(seed.symbol);
    if (!row) return true;
    if (row.version > 1) return false;
    const isBare = (row.fullName === "" && seed.fullName !== "") || row.name === row.symbol;
    return isBare || row.counterpart !== seed.counterpart || row.isAmbiguous !== seed.isAmbiguous;
  };
  const rows = readSeed(root)
    .filter(isWanted)
    .map((seed) => ({ ...seed, ...spellName(seed.name) }));
  const isEdited = new Set(stored.filter(({ version }) => version > 1).map(({ symbol }) => symbol));
  const named = new Set(
    (await db.select({ symbol: securityNames.symbol, name: securityNames.name }).from(securityNames)).map(
      ({ symbol, name }) => `${symbol} ${name}`,
    ),
  );
  const names = readSeedNames(root)
    .filter(({ symbol, name }) => !isEdited.has(symbol) && !named.has(`${symbol} ${name}`))
    .map((row) => ({ ...row, ...spellName(row.name), origin: "seed" as const }));
  if (rows.length + names.length === 0) return 0;
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
            counterpart: sql`excluded.counterpart`,
            isAmbiguous: sql`excluded.is_ambiguous`,
          },
          setWhere: eq(securities.version, 1),
        });
    }
    if (names.length > 0) await tx.insert(securityNames).values(names).onConflictDoNothing();
  });
  return rows.length + names.length;
}
