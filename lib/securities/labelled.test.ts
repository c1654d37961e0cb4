import { beforeAll, describe, expect, test } from "vitest";
import { cutWords } from "@/lib/words";
import { findNames } from "./find-names";
import { buildNameIndex } from "./name-index";
import { readSeed, readSeedNames } from "./seed";
import { BROUGHT_BY_IMPORTS, readLabelled } from "./testing/labelled";

const samples = readLabelled();
const outlets = ["华夏时报", "第一财经", "21世纪经济报道", "每日经济新闻", "同花顺财经", "财联社", "界面新闻"];
const index = buildNameIndex(
  [...readSeed(process.cwd()), ...BROUGHT_BY_IMPORTS],
  readSeedNames(process.cwd()),
  outlets,
);

const key = ({ symbol, from, to }: { symbol: string; from: number; to: number }) => `${symbol} ${from} ${to}`;

describe("the labelled texts", () => {
  const wrong: string[] = [];
  const missed: string[] = [];
  let right = 0;

  beforeAll(() => {
    for (const { text, labels } of samples) {
      const found = findNames(text, index, cutWords);
      const wanted = new Set(labels.map(key));
      const got = new Set(found.map(key));
      const show = (one: (typeof labels)[number]) =>
        `${one.symbol} …${text.slice(Math.max(0, one.from - 8), one.from)}[${text.slice(one.from, one.to)}]${text.slice(one.to, one.to + 8)}…`.replaceAll(
          "\n",
          "⏎",
        );
      right += found.filter((one) => wanted.has(key(one))).length;
      wrong.push(...found.filter((one) => !wanted.has(key(one))).map(show));
      missed.push(...labels.filter((one) => !got.has(key(one))).map(show));
    }
    const [precision, recall] = [right / (right + wrong.length), right / (right + missed.length)];
    console.log(
      `mentions: ${right + missed.length} labelled in ${samples.length} texts, precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}`,
    );
    for (const one of wrong) console.log(`  wrong  ${one}`);
    for (const one of missed) console.log(`  missed ${one}`);
  });

  test("there are at least 300 of them", () => expect(right + missed.length).toBeGreaterThanOrEqual(300));
  test("precision is at least 0.98", () => expect(right / (right + wrong.length)).toBeGreaterThanOrEqual(0.98));
  test("recall is at least 0.95", () => expect(right / (right + missed.length)).toBeGreaterThanOrEqual(0.95));
});
