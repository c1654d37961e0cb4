import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { securities, securityNames } from "@/lib/db/schema";
import { testDb } from "@/lib/testing/db";
import { readSeed, readSeedNames, seedSecurities } from "./seed";

const database = testDb();
const seed = readSeed(process.cwd());
const names = readSeedNames(process.cwd());

test("the list is sound: listings lead to each other, names to a security and to none besides", () => {
  const bySymbol = new Map(seed.map((row) => [row.symbol, row]));
  expect(bySymbol.size).toBe(seed.length);
  for (const { symbol, counterpart } of seed)
    if (counterpart) expect(bySymbol.get(counterpart)?.counterpart, symbol).toBe(symbol);
  for (const { symbol, name } of names) {
    expect(bySymbol.has(symbol), name).toBe(true);
    expect(bySymbol.get(symbol)!.name).not.toBe(name);
  }
  expect(new Set(names.map(({ name }) => name)).size).toBe(names.length);
});

test("fills what is missing once, and leaves alone what was edited", async () => {
  const { db } = database;
  await db.insert(securities).values([
    { symbol: "HK00700", name: "HK00700" },
    { symbol: "SH600519", name: "国酒", version: 2 },
  ]);
  expect(await seedSecurities(db, process.cwd())).toBeGreaterThan(seed.length);
  const find = async (symbol: string) => (await db.select().from(securities).where(eq(securities.symbol, symbol)))[0]!;
  expect(await find("HK00700")).toMatchObject({ name: "腾讯控股", initials: "txkg" });
  expect(await find("SH600519")).toMatchObject({ name: "国酒", fullName: "" });
  expect(await find("SH601318")).toMatchObject({ counterpart: "HK02318", isAmbiguous: false });
  expect(await find("SZ300024")).toMatchObject({ name: "机器人", isAmbiguous: true });
  expect(await db.$count(securityNames, eq(securityNames.symbol, "SH600519"))).toBe(0);
  expect(await seedSecurities(db, process.cwd())).toBe(0);

  const alias = and(eq(securityNames.symbol, "SH600036"), eq(securityNames.name, "招行"));
  expect((await db.select().from(securityNames).where(alias))[0]).toMatchObject({ origin: "seed", initials: "zh" });
  await db.delete(securityNames).where(alias);
  await db.update(securities).set({ version: 2 }).where(eq(securities.symbol, "SH600036"));
  expect(await seedSecurities(db, process.cwd())).toBe(0);
  expect(await db.$count(securityNames, alias)).toBe(0);
});
