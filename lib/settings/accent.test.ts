import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  accentContrast,
  accentSheet,
  accentTokens,
  contrast,
  DEFAULT_ACCENT,
  LEAST_CONTRAST,
  nearestTone,
  PAPERS,
} from "@/lib/settings/accent";
import { accentSheetPath, accentsOf } from "@/lib/settings/accent-address";

const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, "0")}`);
const theme = fc.constantFrom("day" as const, "night" as const);

describe("contrast", () => {
  test.each([
    ["#000000", "#ffffff", 21],
    ["#ffffff", "#ffffff", 1],
    ["#777777", "#ffffff", 4.48],
    ["#767676", "#ffffff", 4.54],
  ])("%s on %s is %d:1", (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2);
    expect(contrast(other, one)).toBeCloseTo(ratio, 2);
  });
});

describe("an accent", () => {
  test("that is built in can be read on every paper", () => {
    for (const name of ["day", "night"] as const)
      expect(accentContrast(name, DEFAULT_ACCENT[name])).toBeGreaterThan(LEAST_CONTRAST);
  });

  test("of any colour has a tone that can be read, and one that can be read is its own", () => {
    fc.assert(
      fc.property(theme, colour, (name, hex) => {
        const tone = nearestTone(name, hex);
        expect(accentContrast(name, tone)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
        if (accentContrast(name, hex) >= LEAST_CONTRAST + 0.1) expect(contrast(tone, hex)).toBeLessThan(1.05);
      }),
    );
  });

  test("keeps its hue where it is made darker or lighter", () => {
    const parts = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
    const [red = 0, green = 0, blue = 0] = parts(nearestTone("day", "#ff8c00"));
    expect(red > green && green > blue && blue < 20).toBe(true);
    const [r = 0, g = 0, b = 0] = parts(nearestTone("night", "#0000c0"));
    expect(b > g && g > r && b > 240).toBe(true);
  });

  test("that passes gives tokens that pass on each other as well", () => {
    fc.assert(
      fc.property(theme, colour, (name, any) => {
        const hex = nearestTone(name, any);
        const tokens = accentTokens(name, hex);
        expect(contrast(tokens["on-accent"], hex)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
        expect(contrast(tokens["accent-strong"], tokens["accent-soft"])).toBeGreaterThanOrEqual(LEAST_CONTRAST);
        for (const paper of PAPERS[name])
          expect(contrast(tokens["accent-strong"], paper)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
      }),
    );
  });
});

test("the sheet follows from its address, and the built-in accents need none", () => {
  expect(accentSheetPath(DEFAULT_ACCENT.day, DEFAULT_ACCENT.night)).toBeNull();
  const path = accentSheetPath("#114488", "#99bbff")!;
  expect(accentsOf(path.split("/").at(-1)!)).toEqual({ day: "#114488", night: "#99bbff" });
  for (const wrong of ["114488.css", "114488-99bbff.css.css", "11448-99bbff.css", "114488-99bbfg.css"])
    expect(accentsOf(wrong)).toBeNull();
  const sheet = accentSheet("#114488", "#99bbff");
  expect(sheet).toMatch(/^:root\{--accent:#114488;/);
  expect(sheet).toContain("@media (prefers-color-scheme:dark){:root:not([data-theme=light]){--accent:#99bbff;");
});
