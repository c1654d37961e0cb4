import jsQR from "jsqr";
import sharp from "sharp";
import { expect, test } from "vitest";
import { qrPicture } from "./qr-code";

/** As a reader's camera sees it: on white, with a margin. */
async function decode(svg: string): Promise<string | undefined> {
  const margin = { top: 40, bottom: 40, left: 40, right: 40, background: "#fff" };
  const picture = sharp(Buffer.from(svg)).flatten({ background: "#fff" }).extend(margin).ensureAlpha();
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

test.each([
  "https://news.example.com/articles/a",
  `https://news.example.com/articles/${"a1".repeat(120)}`,
  `https://news.example.com/articles/${encodeURIComponent("锂价先谈妥了三家电池厂与上游改签季度浮动长协")}`,
])("a camera reads %s", async (address) => {
  expect(await decode(qrPicture(address))).toBe(address);
});
