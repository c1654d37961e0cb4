import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeCursor, encodeCursor } from "./cursor";

test("a cursor survives the way through an address", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date(0), max: new Date("9999-12-31"), noInvalidDate: true }),
      fc.uuid(),
      (at, id) => {
        const cursor = encodeCursor({ at, id });
        expect(encodeURIComponent(cursor)).toBe(cursor);
        expect(decodeCursor(cursor)).toEqual({ at, id });
      },
    ),
  );
});

test.each(["", "1", "x-1", "1-zz", `${"9".repeat(15)}-${"0".repeat(32)}`, "1-018f", "../1"])(
  "%j is no cursor",
  (text) => {
    expect(decodeCursor(text)).toBeNull();
  },
);
