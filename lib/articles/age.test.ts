import { expect, test } from "vitest";
import { agingTags, isOld } from "./age";

const at = (text: string) => new Date(text);

test.each([
  ["2026-11-01T00:00:00+08:00", "2026-11-08T23:59:59+08:00", false],
  ["2026-11-01T00:00:00+08:00", "2026-11-09T00:00:00+08:00", true],
  ["2026-11-01T23:59:59+08:00", "2026-11-09T00:00:00+08:00", true],
])("published %s, on %s: %s", (published, now, old) => {
  expect(isOld(at(published), at(now))).toBe(old);
});

test("until then its page carries the day on which it turns old", () => {
  expect(agingTags(at("2026-11-01T12:00:00+08:00"), at("2026-11-03T00:00:00Z"))).toEqual(["turns-old:2026-11-09"]);
  expect(agingTags(at("2026-11-01T12:00:00+08:00"), at("2026-11-10T00:00:00Z"))).toBeNull();
});
