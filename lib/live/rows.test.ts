import { describe, expect, test } from "vitest";
import type { Card } from "@/lib/articles/cards";
import { type GoneRow, toGoneFlash } from "@/lib/live/flash";
import { type LiveRow, mergeRows, withBreaks } from "./rows";

const at = (time: string) => new Date(`2026-11-23T${time}:00+08:00`);
const card = (time: string) => ({ id: time, publishAt: at(time).toISOString() }) as Card;
const gone = (set: Partial<GoneRow> = {}): GoneRow => ({
  ...{ id: "x", slug: "a", publishAt: at("10:00"), kind: "flash", status: "withdrawn", takenDownAt: null },
  ...{ withdrawnReason: "来源无法核实", withdrawnAt: at("10:05"), updatedAt: at("10:09") },
  ...set,
});
const words = (rows: LiveRow[]) =>
  rows.map((row) => ("card" in row ? row.card.id : "gone" in row ? row.gone.label : row.pause.words));

test("withdrawn ones stand where they stood, breaks where the exchanges made them", () => {
  const rows = mergeRows([card("15:20"), card("14:00"), card("09:40"), card("09:10")], [gone()]);
  expect(words(withBreaks(rows))).toEqual([
    ...["15:20", "收盘　15:00", "14:00", "午间休市　11:30 至 13:00", "已撤回", "09:40", "开盘　09:30", "09:10"],
  ]);
});

test("no break stands above the newest, below the oldest or beside another", () => {
  expect(words(withBreaks(mergeRows([card("14:00"), card("12:00")], [])))).toEqual(["14:00", "12:00"]);
  expect(words(withBreaks(mergeRows([card("16:00"), card("09:00")], [])))).toEqual(["16:00", "收盘　15:00", "09:00"]);
  expect(withBreaks([])).toEqual([]);
});

describe("a flash that went says so, and nothing of what it said", () => {
  test.each([
    ["withdrawn with a reason", {}, "已撤回", "这条快讯已于 10:05 撤回，原因：来源无法核实。"],
    ["a reason that ends itself", { withdrawnReason: "有误。" }, "已撤回", "这条快讯已于 10:05 撤回，原因：有误。"],
    [
      "without one, on another day",
      { withdrawnReason: null, withdrawnAt: new Date("2026-11-24T00:00:00Z") },
      "已撤回",
      "这条快讯已于 11月24日 08:00 撤回。",
    ],
    ["in the bin", { status: "trashed", withdrawnAt: null }, "已撤回", "这条快讯已于 10:09 撤回。"],
    ["taken down", { takenDownAt: at("10:05") }, "已删除", "这条快讯已于 10:05 按要求删除。"],
    [
      "a story now",
      { status: "published", kind: "story" as const, withdrawnAt: null },
      "已改为报道",
      "这条快讯已于 10:09 改为报道。",
    ],
  ])("%s", (_what, set, label, said) => {
    expect(toGoneFlash(gone(set))).toEqual({
      ...{ id: "x", at: "2026-11-23T10:00:00+08:00", href: "/articles/a", label, words: said },
    });
  });
});
