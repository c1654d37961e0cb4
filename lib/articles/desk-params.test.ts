import { expect, test } from "vitest";
import { deskPath, readDeskParams } from "@/lib/articles/desk-params";

const id = "01900000-0000-7000-8000-000000000000";

test("reads what it knows and ignores the rest", () => {
  const state = readDeskParams({
    q: " 锂价 ",
    status: "nonsense",
    kind: "flash",
    category: "'; --",
    after: `17e9_${id}`,
    before: `1700000000000000_${id}`,
  });
  expect(state).toEqual({ q: "锂价", kind: "flash", before: { micros: "1700000000000000", id } });
});

test("a filter begins at the first page, a page keeps the filters", () => {
  const state = readDeskParams({ q: "锂", status: "draft", after: `1_${id}` });
  expect(deskPath(state, { status: "" })).toBe("/admin/articles?q=%E9%94%82");
  expect(deskPath(state, { after: `2_${id}` })).toBe(`/admin/articles?q=%E9%94%82&status=draft&after=2_${id}`);
});
