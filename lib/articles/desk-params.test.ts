import { describe, expect, test } from "vitest";
import {
  type DeskParams,
  deskPath,
  deskQuery,
  isFiltered,
  readDeskParams,
  readDeskQuery,
} from "@/lib/articles/desk-params";

const id = "01900000-0000-7000-8000-000000000000";
const usual = { sort: "updated", cols: ["status", "outlet", "author", "updated"] };

describe("the list's address", () => {
  test("what it knows is read and the rest ignored", () => {
    const state = readDeskParams({
      q: " 锂价 ",
      status: "nonsense",
      kind: "flash",
      level: "7",
      category: "'; --",
      sort: "price",
      cols: "nothing",
      from: "2026-02-30",
      after: `17e9_${id}`,
      before: `1700000000000000_${id}`,
    });
    expect(state).toEqual({ ...usual, q: "锂价", kind: "flash", before: { key: "1700000000000000", id } });
  });

  test("a filter begins at the first page, a page keeps the filters", () => {
    const state = readDeskParams({ q: "锂", status: "draft", after: `1_${id}` });
    expect(deskPath(state, { status: undefined })).toBe("/admin/articles?q=%E9%94%82");
    expect(deskPath(state, { after: `2_${id}` })).toBe(`/admin/articles?q=%E9%94%82&status=draft&after=2_${id}`);
  });

  test.each([
    ["2026-11-3", "2026-11-03"],
    ["2026/11/03", "2026-11-03"],
    ["２０２６年11月3日", "2026-11-03"],
    ["昨天", undefined],
    ["2026-13-01", undefined],
  ])("%s is the day %s", (typed, day) => {
    expect(readDeskParams({ from: typed }).from).toBe(day);
  });

  test("one state has one spelling, which is read as that state", () => {
    const state: DeskParams = readDeskParams({
      ...{ q: "锂 价", status: "published", kind: "story", level: "3", category: id, author: "none", lacks: "summary" },
      ...{ by: "published", from: "2026-01-01", to: "2026-01-31", sort: "length", order: "asc" },
      cols: ["created", "level"],
    });
    expect(state.cols).toEqual(["level", "created"]);
    const query = deskQuery(state);
    expect(readDeskQuery(query)).toEqual(state);
    expect(deskQuery(readDeskQuery(query))).toBe(query);
  });

  test("what goes without saying is not said", () => {
    expect(deskQuery(readDeskParams({ sort: "updated", cols: "author,status,outlet,updated", by: "created" }))).toBe(
      "",
    );
  });

  test("order and columns are no filter", () => {
    expect(isFiltered(readDeskParams({ sort: "created", order: "asc", cols: "level", status: "draft" }))).toBe(false);
    expect(isFiltered(readDeskParams({ to: "2026-01-01" }))).toBe(true);
  });
});
