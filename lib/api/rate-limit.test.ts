import { expect, test } from "vitest";
import { limitHeaders, RateLimits, WINDOW_SECONDS } from "./rate-limit";

const quota = { name: "anonymous", most: 10 };

test("a window gives its quota, refuses what goes beyond without counting it, and begins anew", () => {
  const limits = new RateLimits();
  expect(limits.take("a", quota, 6, 0)).toEqual({ isAllowed: true, left: 4, seconds: WINDOW_SECONDS });
  expect(limits.take("a", quota, 5, 20_000)).toEqual({ isAllowed: false, left: 4, seconds: 40 });
  expect(limits.take("a", quota, 4, 20_001)).toMatchObject({ isAllowed: true, left: 0 });
  expect(limits.take("b", quota, 1, 20_001)).toMatchObject({ isAllowed: true, left: 9 });
  expect(limits.take("a", quota, 1, 59_999)).toMatchObject({ isAllowed: false });
  expect(limits.take("a", quota, 1, 60_000)).toEqual({ isAllowed: true, left: 9, seconds: WINDOW_SECONDS });
});

test("what is over makes room, and never more than the most are counted", () => {
  const limits = new RateLimits(3);
  for (const key of ["a", "b", "c"]) limits.take(key, quota, 10, 0);
  limits.take("d", quota, 1, 1);
  expect(limits.size).toBe(3);
  expect(limits.take("c", quota, 1, 1).isAllowed).toBe(false);
  limits.take("e", quota, 1, 60_000);
  expect(limits.size).toBe(2);
});

test("the headers say the policy, what is left, and when to come again", () => {
  expect(limitHeaders(quota, { isAllowed: false, left: 2, seconds: 31 })).toEqual({
    "RateLimit-Policy": '"anonymous";q=10;w=60',
    RateLimit: '"anonymous";r=2;t=31',
    "Retry-After": "31",
  });
  expect(limitHeaders(quota, { isAllowed: true, left: 9, seconds: 60 })).not.toHaveProperty("Retry-After");
});
