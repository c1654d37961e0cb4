import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { materialiseDemo } from "@/lib/importers/demo";
import { runImport } from "@/lib/importers/jekyll/run";
import { seedSecurities } from "@/lib/securities/seed";
import { testDb } from "@/lib/testing/db";
import { searchParams } from "./filters";
import { findPage, type SearchPage } from "./find-page";
import { GOLDEN, type Golden } from "./testing/golden";

const database = testDb();
const folder = mkdtempSync(join(tmpdir(), "finews-golden-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const NOW = new Date("2026-11-24T01:30:00Z");
const answers = new Map<string, SearchPage>();
const title = (hit: SearchPage["hits"][number]) => hit.title.map(({ text }) => text).join("");

beforeAll(async () => {
  const { db } = database;
  await seedSecurities(db, process.cwd());
  await materialiseDemo(join(process.cwd(), "demo"), folder, NOW);
  await runImport({ db, actor: { kind: "system", job: "import" }, now: NOW }, { path: folder });
  for (const { q } of GOLDEN) answers.set(q, await findPage(db, searchParams.parse({ q })));
});

const missing = ({ q, finds = [] }: Golden) =>
  finds.filter((start) => !answers.get(q)!.hits.some((hit) => title(hit).startsWith(start)));

test("of what a reader expects, at least 95 in 100 are among the first twenty", () => {
  const expected = GOLDEN.reduce((sum, { finds = [] }) => sum + finds.length, 0);
  const lost = GOLDEN.flatMap((golden) => missing(golden).map((start) => `${golden.q} → ${start}`));
  const recall = (expected - lost.length) / expected;
  console.log(
    `golden set: ${GOLDEN.length} queries, recall@20 ${recall.toFixed(3)} (${expected - lost.length}/${expected})`,
  );
  for (const line of lost) console.log(`  not found: ${line}`);
  expect(GOLDEN.length).toBeGreaterThanOrEqual(60);
  expect(recall).toBeGreaterThanOrEqual(0.95);
});

test.each(GOLDEN.filter(({ top }) => top))("$q stands for $top", ({ q, top }) => {
  expect(answers.get(q)!.answer?.security.symbol).toBe(top);
});

test.each(GOLDEN.filter(({ none }) => none))("$q finds nothing", ({ q }) => {
  expect(answers.get(q)!.hits.map(title)).toEqual([]);
});

test.each(GOLDEN.filter(({ not }) => not))("$q leaves out what it says", ({ q, not = [] }) => {
  const titles = answers.get(q)!.hits.map(title);
  expect(titles.filter((one) => not.some((start) => one.startsWith(start)))).toEqual([]);
});

test("all names of one security put its newest stories on top", () => {
  const names = ["gzmt", "guizhoumaotai", "貴州茅臺", "600519", "SH600519", "茅台"];
  const tops = names.map((q) => answers.get(q)!.answer);
  expect(new Set(tops.map((answer) => answer?.security.symbol))).toEqual(new Set(["SH600519"]));
  expect(new Set(tops.map((answer) => JSON.stringify(answer?.newest))).size).toBe(1);
  expect(tops[0]!.newest.length).toBeGreaterThan(0);
});
