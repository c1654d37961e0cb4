import { expect, test } from "vitest";
import { parseBatch } from "./parse";

test("a file that is gone when its turn comes is put aside, the others are read", () => {
  const { groups, times } = parseBatch([
    { key: "~gone", files: [{ path: "_posts/2026-11-20-gone.md", absolute: "/nowhere/gone.md" }] },
    { key: "~a", files: [{ path: "_posts/a.txt", absolute: "/nowhere", refused: "不要" }] },
  ]);
  expect(groups.map(({ draft, files }) => [draft, files[0]?.role, files[0]?.reason])).toEqual([
    [null, "quarantined", "无法读取（ENOENT），未保存原文"],
    [null, "quarantined", "不要"],
  ]);
  expect(times.read).toBeGreaterThanOrEqual(0);
});
