import { describe, expect, test } from "vitest";
import { countAttempt, forgiveAttempt } from "@/lib/auth/throttle";
import { testDb } from "@/lib/testing/db";

const database = testDb();
const now = new Date("2026-11-24T02:00:00Z");
const later = new Date("2026-11-24T02:15:01Z");

describe("countAttempt", () => {
  test("stops the sixth attempt on one account, from wherever it comes, for a quarter of an hour", async () => {
    const attempt = (n: number, at = now) =>
      countAttempt(database.db, { email: "a@example.com", address: `10.0.0.${n}` }, at);
    for (let n = 1; n <= 5; n++) expect(await attempt(n)).toBe(0);
    expect(await attempt(6)).toBe(15);
    expect(await attempt(7, later)).toBe(0);
  });

  test("stops an address that tries many accounts; all of an IPv6 /64 is one address", async () => {
    const attempt = (n: number) =>
      countAttempt(database.db, { email: `b${n}@example.com`, address: `2001:db8:1:2::${n}` }, now);
    for (let n = 1; n <= 20; n++) expect(await attempt(n)).toBe(0);
    expect(await attempt(21)).toBe(15);
    expect(await countAttempt(database.db, { email: "b99@example.com", address: "2001:db8:1:3::1" }, now)).toBe(0);
  });

  test("lets through no more than five of many at once", async () => {
    const attempts = Array.from({ length: 12 }, (_, n) =>
      countAttempt(database.db, { email: "c@example.com", address: `10.1.0.${n}` }, now),
    );
    expect((await Promise.all(attempts)).filter((wait) => wait === 0)).toHaveLength(5);
  });

  test("starts anew after a success", async () => {
    const who = { email: "d@example.com", address: "10.2.0.1" };
    for (let n = 1; n <= 4; n++) await countAttempt(database.db, who, now);
    await forgiveAttempt(database.db, who, now);
    for (let n = 1; n <= 5; n++) expect(await countAttempt(database.db, who, now)).toBe(0);
  });
});
