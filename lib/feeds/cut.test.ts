import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Position } from "@/lib/cursor";
import { cutDocument, endsDocument, LEAST, MOST } from "./cut";

const list = (ids: string[]): Position[] => ids.map((id, at) => ({ id, at: new Date(1e12 - at) }));

/** Where the documents of a list begin, from the newest to the oldest. */
function documents(ids: string[]): string[][] {
  const found: string[][] = [];
  for (let rest = ids; rest.length > 0; ) {
    const size = cutDocument(list(rest.slice(0, MOST + 1)), found.length === 0 ? LEAST : 0);
    found.push(rest.slice(0, size));
    rest = rest.slice(size);
  }
  return found;
}

const ids = (count: number) => Array.from({ length: count }, () => randomUUID());

test("documents hold everything once, and none too much", () => {
  const all = ids(5_000);
  const found = documents(all);
  expect(found.flat()).toEqual(all);
  expect(Math.max(...found.map(({ length }) => length))).toBeLessThanOrEqual(MOST);
  expect(found[0]!.length).toBeGreaterThanOrEqual(LEAST);
});

test("what is published later moves no archive document", () => {
  fc.assert(
    fc.property(
      fc.array(fc.uuid(), { minLength: 100, maxLength: 900 }),
      fc.array(fc.uuid(), { maxLength: 300 }),
      (old, later) => {
        const archive = documents(old).slice(1);
        const then = documents([...later, ...old]).slice(1);
        // Those behind the first end that both have.
        const ended = old.slice(LEAST - 1).findIndex(endsDocument) + LEAST;
        const behind = archive.filter(([first]) => old.indexOf(first!) >= ended);
        expect(then.slice(then.length - behind.length)).toEqual(behind);
      },
    ),
  );
});

test.each([
  ["random ids", ids(20_000)],
  [
    "ids that count",
    Array.from({ length: 20_000 }, (_, n) => `018f0000-0000-7000-8000-${n.toString(16).padStart(12, "0")}`),
  ],
])("about one in 32 ends a document, of %s", (_, all) => {
  const ends = all.filter(endsDocument).length;
  expect(ends).toBeGreaterThan(20_000 / 40);
  expect(ends).toBeLessThan(20_000 / 26);
});
