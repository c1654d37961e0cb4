import { describe, expect, test } from "vitest";
import {
  type Arrangement,
  isSameArrangement,
  moveSlot,
  pinSlot,
  placeLead,
  placesOf,
  removeSlot,
} from "@/lib/front/arrangement";

type Slot = { articleId: string; endsAt: string | null };
const slot = (articleId: string): Slot => ({ articleId, endsAt: null });
/** `-abc`: nothing leads, three are pinned. */
const read = ([head = "-", ...rest]: string): Arrangement<Slot> => ({
  lead: head === "-" ? null : slot(head),
  pinned: rest.map(slot),
});
const write = (arrangement: Arrangement<Slot>) =>
  placesOf(arrangement)
    .map((one) => one?.articleId ?? "-")
    .join("");

describe("an arrangement", () => {
  test.each([
    ["abc", 2, 1, "acb"],
    ["abc", 1, 0, "bac"],
    ["abc", 0, 1, "bac"],
    ["abc", 0, 2, "bca"],
    ["-bc", 1, 0, "bc"],
    ["-bc", 2, 0, "cb"],
    ["-bc", 1, 2, "-cb"],
    ["a", 0, 1, "-a"],
    ["-bc", 0, 1, "-bc"],
    ["abc", 1, -1, "abc"],
    ["abc", 9, 0, "abc"],
  ])("%s, %i to %i: %s", (before, from, to, after) => expect(write(moveSlot(read(before), from, to))).toBe(after));

  test.each([
    ["abc", 0, "-bc"],
    ["abc", 1, "ac"],
    ["-b", 1, "-"],
  ])("%s without %i: %s", (before, at, after) => expect(write(removeSlot(read(before), at))).toBe(after));

  test.each([
    ["ab", "c", "cab", "abc"],
    ["-b", "c", "cb", "-bc"],
    ["abc", "c", "cab", "abc"],
    ["abc", "a", "abc", "abc"],
  ])("%s with %s to lead: %s, pinned: %s", (before, story, led, pinned) => {
    expect(write(placeLead(read(before), slot(story)))).toBe(led);
    expect(write(pinSlot(read(before), slot(story)))).toBe(pinned);
  });

  test("is the same when stories, order and ends are", () => {
    const until = (endsAt: string | null) => ({ lead: null, pinned: [{ articleId: "a", endsAt }] });
    expect(isSameArrangement(until("2026-11-25T08:00:00.000Z"), until("2026-11-25T16:00:00+08:00"))).toBe(true);
    expect(isSameArrangement(until(null), until("2026-11-25T08:00:00Z"))).toBe(false);
    expect(isSameArrangement(read("ab"), read("ba"))).toBe(false);
  });
});
