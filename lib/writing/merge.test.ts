import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EMPTY_FIELDS, sameFields } from "@/lib/writing/fields";
import { mergeArticle, mergeBlocks, type Stretch } from "@/lib/writing/merge";
import { markNewWords } from "@/lib/writing/words";

const settledText = (stretches: Stretch[]) =>
  stretches.flatMap((stretch) => (stretch.settled ? stretch.blocks : ["?"]));
const everything = (stretches: Stretch[]) =>
  stretches.flatMap((stretch) => (stretch.settled ? stretch.blocks : [...stretch.mine, ...stretch.theirs]));

/** Few different blocks, so that repeats and coincidences are common. */
const blocks = fc.array(fc.constantFrom("甲", "乙", "丙", "丁", ""), { maxLength: 8 });

describe("mergeBlocks", () => {
  test.each([
    ["each changed another paragraph", ["a", "b", "c"], ["A", "b", "c"], ["a", "b", "C"], ["A", "b", "C"]],
    ["neighbouring paragraphs", ["a", "b"], ["A", "b"], ["a", "B"], ["A", "B"]],
    [
      "one added, one removed",
      ["a", "b", "c", "d"],
      ["a", "new", "b", "c", "d"],
      ["a", "b", "c"],
      ["a", "new", "b", "c"],
    ],
    ["both changed one", ["a", "b", "c"], ["a", "x", "c"], ["a", "y", "c"], ["a", "?", "c"]],
    ["one removed what the other changed", ["a", "b"], ["a"], ["a", "B"], ["a", "?"]],
  ])("%s", (_what, base, mine, theirs, expected) => {
    expect(settledText(mergeBlocks(base, mine, theirs))).toEqual(expected);
  });

  test("what only one side changed is taken as it stands", () => {
    fc.assert(
      fc.property(blocks, blocks, (base, changed) => {
        expect(settledText(mergeBlocks(base, changed, base))).toEqual(changed);
        expect(settledText(mergeBlocks(base, base, changed))).toEqual(changed);
        expect(settledText(mergeBlocks(base, changed, changed))).toEqual(changed);
      }),
    );
  });

  test("no block that one side wrote is lost: it is in the result or among what is to be chosen", () => {
    const common = fc.constantFrom("甲", "乙", "丙");
    const ofOne = (who: string) =>
      fc.array(
        fc.oneof(
          common,
          fc.nat(99).map((n): string => who + n),
        ),
      );
    fc.assert(
      fc.property(fc.array(common), ofOne("我"), ofOne("他"), (base, mine, theirs) => {
        const all = everything(mergeBlocks(base, mine, theirs));
        const written = (side: string[]) => side.filter((block) => block.length > 1).sort();
        expect(written(all)).toEqual(written([...mine, ...theirs]));
      }),
    );
  });

  test("both sides see the same conflicts", () => {
    fc.assert(
      fc.property(blocks, blocks, blocks, (base, mine, theirs) => {
        const one = mergeBlocks(base, mine, theirs).filter((stretch) => !stretch.settled).length;
        const other = mergeBlocks(base, theirs, mine).filter((stretch) => !stretch.settled).length;
        expect(one).toBe(other);
      }),
    );
  });
});

test("fields: one side's change is taken, lists take both sides', and the rest is to be chosen", () => {
  const base = { ...EMPTY_FIELDS, title: "旧", summary: "旧", slug: "s", tags: ["a", "b"] };
  const merge = mergeArticle(
    base,
    { ...base, title: "我的", slug: "mine", tags: ["a", "b", "c"] },
    { ...base, title: "对方的", summary: "新", tags: ["b", "d"] },
    { base: [], mine: [], theirs: [] },
  );
  expect(merge.fields).toMatchObject({ title: "我的", summary: "新", slug: "mine", tags: ["b", "c", "d"] });
  expect(merge.clashes).toEqual([{ name: "title", mine: "我的", theirs: "对方的" }]);
});

test("words that are new are marked, and the text stays whole", () => {
  expect(markNewWords("央行公告来了", "央行新公告来了")).toEqual([
    { text: "央行", isNew: false },
    { text: "新", isNew: true },
    { text: "公告来了", isNew: false },
  ]);
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, text) => {
      expect(
        markNewWords(before, text)
          .map((run) => run.text)
          .join(""),
      ).toBe(text);
    }),
  );
});

test("two forms with their tags in another order say the same", () => {
  expect(sameFields({ ...EMPTY_FIELDS, tags: ["a", "b"] }, { ...EMPTY_FIELDS, tags: ["b", "a"] })).toBe(true);
  expect(sameFields({ ...EMPTY_FIELDS, tags: ["a"] }, { ...EMPTY_FIELDS, tags: ["b"] })).toBe(false);
});
