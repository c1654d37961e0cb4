import jsQR from "jsqr";
import { describe, expect, it } from "vitest";
import { qrCode } from "./qr";

/** As a reader's camera sees it: four pixels a square, a white margin. */
function decode(dark: boolean[][]): string | undefined {
  const scale = 4;
  const margin = 4;
  const width = (dark.length + 2 * margin) * scale;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [y, row] of dark.entries())
    for (const [x, isDark] of row.entries())
      for (let dy = 0; dy < scale && isDark; dy++)
        for (let dx = 0; dx < scale; dx++) {
          const at = (((y + margin) * scale + dy) * width + (x + margin) * scale + dx) * 4;
          pixels.fill(0, at, at + 3);
        }
  return jsQR(pixels, width, width)?.data;
}

const address = (length: number) => `https://news.example.com/articles/${"a1".repeat(300)}`.slice(0, length);

describe("qrCode", () => {
  // The last lengths of versions 1 to 10, and the first of the next.
  it.each([17, 18, 32, 33, 53, 54, 78, 79, 106, 107, 134, 135, 154, 155, 192, 193, 230, 231, 271])(
    "of %i bytes is read by a decoder",
    (length) => {
      expect(decode(qrCode(address(length))!)).toBe(address(length));
    },
  );

  it.each([0, 1, 2, 3, 4, 5, 6, 7])("is read under mask %i", (mask) => {
    expect(decode(qrCode(address(60), mask)!)).toBe(address(60));
  });

  it("holds Chinese, and nothing longer than 271 bytes", () => {
    expect(decode(qrCode("https://例子.中国/金融消息")!)).toBe("https://例子.中国/金融消息");
    expect(qrCode(address(272))).toBeNull();
  });
});
