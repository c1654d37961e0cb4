import { describe, expect, test } from "vitest";
import { quickEnds, sayEnd } from "@/lib/front/ends";

const at = (text: string) => new Date(`${text}+08:00`);

describe("when something ends", () => {
  test("the quick ones, in Beijing", () => {
    expect(quickEnds(at("2026-11-25T14:20:30")).map(({ name, at }) => [name, at.toISOString()])).toEqual([
      ["2 小时后", "2026-11-25T08:21:00.000Z"],
      ["今天 24:00", "2026-11-25T16:00:00.000Z"],
      ["明早 9:00", "2026-11-26T01:00:00.000Z"],
    ]);
  });

  test.each([
    ["2026-11-25T16:20:00", "今天 16:20"],
    ["2026-11-26T00:00:00", "今天 24:00"],
    ["2026-11-26T09:00:00", "明天 09:00"],
    ["2026-11-27T00:00:00", "11月27日 00:00"],
    ["2026-12-03T18:05:00", "12月3日 18:05"],
  ])("%s is %s", (end, said) => expect(sayEnd(at(end), at("2026-11-25T14:20:00"))).toBe(said));
});
