import { expect, test } from "vitest";
import { keysOf, storedKeys, wanted } from "./keys";
import { profileOf } from "./profile";
import { SPAN_MS } from "./same-story";

const keys = keysOf(
  profileOf({
    title: "长途货运换电试点扩大",
    text: "两部门今日联合印发通知，将长途货运换电试点城市由15个扩至21个，单站补贴提高。",
  }),
);
const at = new Date("2026-11-23T08:00:00Z");
const later = (ms: number) => new Date(at.getTime() + ms);

const isMet = (stored: Set<number>, { any, pairs }: ReturnType<typeof wanted>) =>
  any.some((key) => stored.has(key)) || pairs.some((pair) => pair.every((key) => stored.has(key)));

test("a text is found by its keys within the span, on either side of the borders between spans, and not beyond", () => {
  const stored = new Set(storedKeys(keys, at));
  const meets = (time: Date) =>
    isMet(stored, wanted(keys, new Date(time.getTime() - SPAN_MS), new Date(time.getTime() + SPAN_MS)));
  for (let hours = -72; hours <= 72; hours += 6) expect(meets(later(hours * 3_600_000)), `${hours} h`).toBe(true);
  expect(meets(later(8 * 24 * 3_600_000))).toBe(false);
});

test("a headline of which half is written shares two of its words", () => {
  const half = keysOf(profileOf({ title: "长途货运换电", text: "" }));
  expect(isMet(new Set(storedKeys(keys, at)), wanted({ ...half, bands: [] }, at, at))).toBe(true);
});

test("keys are as Postgres keeps them", () => {
  for (const key of storedKeys(keys, at)) expect(Object.is(key, key | 0)).toBe(true);
});
