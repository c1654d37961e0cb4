import { beforeAll, describe, expect, test } from "vitest";
import { keysOf, storedKeys, wanted } from "./keys";
import { profileOf } from "./profile";
import { compareStories, SPAN_MS } from "./same-story";
import { type LabelledText, readLabelled } from "./testing/labelled";

const read = (text: LabelledText) => {
  const profile = profileOf({ title: text.title, text: text.paragraphs.join("\n") });
  const keys = keysOf(profile);
  const near = (ms: number) => new Date(text.at.getTime() + ms);
  const stored = new Set(storedKeys(keys, text.at));
  return {
    text,
    profile,
    at: text.at,
    symbols: text.symbols,
    stored,
    asked: wanted(keys, near(-SPAN_MS), near(SPAN_MS)),
  };
};
type Read = ReturnType<typeof read>;

/** As in the database: what shares no key is never compared. */
const isMet = ({ asked }: Read, { stored }: Read) =>
  asked.any.some((key) => stored.has(key)) || asked.pairs.some((pair) => pair.every((key) => stored.has(key)));
const isTaken = (a: Read, b: Read) => isMet(a, b) && compareStories(a, b).verdict === "same";
const pairsOf = (all: Read[]) => all.flatMap((a, n) => all.slice(n + 1).map((b) => [a, b] as const));

describe.each([
  ["labelled.txt", 200],
  ["unseen.txt", 80],
  ["later.txt", 50],
])("the labelled pairs of %s", (file, least) => {
  const sets = readLabelled(file).map((set) => set.map(read));
  const [missed, wrong]: [string[], string[]] = [[], []];
  let pairs = 0;
  let right = 0;

  beforeAll(() => {
    for (const [a, b] of sets.flatMap(pairsOf)) {
      pairs++;
      const [wanted, taken] = [a.text.story === b.text.story, isTaken(a, b)];
      if (wanted && taken) right++;
      else if (wanted || taken) (wanted ? missed : wrong).push(`${a.text.set}: ${a.text.title} | ${b.text.title}`);
    }
    const f1 = (2 * right) / (2 * right + missed.length + wrong.length);
    console.log(
      `clusters, ${file}: ${pairs} pairs, ${right + missed.length} of one story; ` +
        `precision ${(right / (right + wrong.length)).toFixed(4)}, recall ${(right / (right + missed.length)).toFixed(4)}, F1 ${f1.toFixed(4)}`,
    );
    for (const one of wrong) console.log(`  wrong  ${one}`);
    for (const one of missed) console.log(`  missed ${one}`);
  });

  test(`there are at least ${least}`, () => expect(pairs).toBeGreaterThanOrEqual(least));
  test("pairwise F1 is at least 0.95", () =>
    expect((2 * right) / (2 * right + missed.length + wrong.length)).toBeGreaterThanOrEqual(0.95));
  test("stories of different sets are never one", () => {
    const all = pairsOf(sets.flat()).filter(([a, b]) => a.text.set !== b.text.set && isTaken(a, b));
    expect(all.map(([a, b]) => `${a.text.title} | ${b.text.title}`)).toEqual([]);
  });
});
