import sharp from "sharp";
import { afterEach, describe, expect, test, vi } from "vitest";
import { headlineParts } from "@/lib/headline";
import { SITE_DEFAULTS } from "@/lib/settings/defaults";
import { readShareAddress, shareImagePath } from "./address";
import { drawShareImage } from "./draw";
import { drawArticle, drawStock, shareImage, versionOf } from "./drawing";
import { shareFont } from "./font";
import { drawable, setText, widthOf } from "./set-text";

const font = shareFont();
const story = {
  ...{ kind: "story" as const, level: 1, title: "央行降准", categoryName: "甲报" },
  publishAt: "2026-11-23T06:20:00Z",
};

/** Every character that two bytes of GB 2312 can mean (EUC-CN: 0xA1 to 0xF7, rows of Chinese from 0xB0 on). */
function gb2312(): string[] {
  const decoder = new TextDecoder("gb18030");
  const found: string[] = [];
  for (let row = 0xb0; row <= 0xf7; row++)
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++)
      found.push(decoder.decode(Buffer.from([row, cell])));
  return found;
}

describe("the font", () => {
  test("has all 6,763 Chinese characters of GB 2312, rare ones of names, and what headlines write besides", () => {
    const characters = gb2312();
    expect(characters).toHaveLength(6763);
    const rare = [..."镕鑫喆堃淼垚犇骉昇祎頔翀赟璟垅锝硂氘氚碁恆囧〇镉鿎"];
    const besides = [..."ABCxyz0189%‰+−±×÷≈≤≥→￥¥$€£·—…“”‘’《》【】（）「」『』、。，；：！？℃㎡①②ⅣαβΔéÜ□"];
    expect([...characters, ...rare, ...besides].filter((character) => !font.has(character))).toEqual([]);
  });

  test("knows how wide characters are", () => {
    expect(font.advance("金")).toBe(1);
    expect(font.advance("1")).toBeGreaterThan(0.4);
    expect(font.advance("1")).toBeLessThan(0.7);
  });
});

describe("setting a text", () => {
  test("leaves out emoji and marks what the font lacks", () => {
    expect(drawable("涨🚀停 👨‍👩‍👧 一\u200b家\n公司\u{2a6b2}与é", font)).toBe("涨停 一家 公司□与é");
  });

  const steps = [
    { size: 90, lines: 2 },
    { size: 50, lines: 3 },
  ];
  test.each([
    ["a short one large and on one line", "央行降准", 90, 1],
    ["a longer one on two", "宁德时代与多家锂盐厂签订三年长协", 90, 2],
    ["a long one small", "宁德时代与多家锂盐厂签订三年长协，定价改为季度均价下浮，明年一季度起执行", 50, 2],
  ])("sets %s, each line within its width", (_what, title, size, count) => {
    const set = setText(headlineParts(title), 1000, steps, font);
    expect(set.size).toBe(size);
    expect(set.lines).toHaveLength(count);
    expect(set.lines.join("")).toBe(title);
    for (const line of set.lines) expect(widthOf(line, font) * size).toBeLessThanOrEqual(1000);
  });

  test.each([["汉字"], ["Supercalifragilisticexpialidocious"]])(
    "cuts what has no room with an ellipsis: %s …",
    (word) => {
      const { lines } = setText([word.repeat(80)], 1000, steps, font);
      expect(lines).toHaveLength(3);
      expect(lines.at(-1)).toMatch(/…$/);
      for (const line of lines) expect(widthOf(line, font) * 50).toBeLessThanOrEqual(1000);
    },
  );
});

describe("an image", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test("is 1200 × 630, and nobody is asked for a font or a picture whatever stands in its text", async () => {
    const fetched = vi.spyOn(globalThis, "fetch");
    const title = "镕鑫喆 🚀👍🏽🇨🇳 한국 ไทย العربية \u{2a6b2}㊙️1️⃣ ©® x́ \u0007";
    const png = await drawShareImage(drawArticle({ ...story, title, categoryName: "ไทย 🗞️" }, SITE_DEFAULTS));
    const { format, width, height } = await sharp(png!).metadata();
    expect({ format, width, height }).toEqual({ format: "png", width: 1200, height: 630 });
    // The layouter unpacks its own program from a data: address.
    const asked = fetched.mock.calls.map(([from]) => String(from)).filter((from) => !from.startsWith("data:"));
    expect(asked).toEqual([]);
  });

  test("shows its headline: another one is another picture, the same one the same", async () => {
    const draw = (title: string) => drawShareImage(drawArticle({ ...story, title }, SITE_DEFAULTS));
    const [one, again, other, rare] = [await draw("镕"), await draw("镕"), await draw("鑫"), await draw("\u{2a6b2}")];
    expect(one!.equals(again!)).toBe(true);
    expect(one!.equals(other!)).toBe(false);
    expect(one!.equals(rare!)).toBe(false);
  });

  test("sends away who comes when too many wait", async () => {
    const drawn = await Promise.all(
      Array.from({ length: 20 }, () => drawShareImage(drawArticle(story, SITE_DEFAULTS))),
    );
    expect(drawn.filter((png) => png === null)).toHaveLength(4);
    expect(await drawShareImage(drawArticle(story, SITE_DEFAULTS))).not.toBeNull();
  });
});

describe("an address", () => {
  test("follows from what is drawn, and can be read again", () => {
    const drawing = drawArticle(story, SITE_DEFAULTS);
    const { path, alt } = shareImage("article", "0198-aa", drawing);
    expect(alt).toBe("甲报：央行降准");
    expect(readShareAddress("article", path.split("/").at(-1)!)).toEqual({
      ...{ kind: "article", id: "0198-aa", version: versionOf(drawing) },
    });
    for (const changed of [{ title: "央行降息" }, { categoryName: "乙报" }, { publishAt: "2026-11-24T06:20:00Z" }])
      expect(versionOf(drawArticle({ ...story, ...changed }, SITE_DEFAULTS))).not.toBe(versionOf(drawing));
    expect(versionOf(drawArticle(story, { ...SITE_DEFAULTS, name: "别的站" }))).not.toBe(versionOf(drawing));
  });

  test.each([
    ["articles", "x-0123456789ab.png"],
    ["article", "0123456789ab.png"],
    ["article", "x-0123456789ab.svg"],
    ["article", "x-012345678zab.png"],
  ])("is none: %s/%s", (kind, file) => {
    expect(readShareAddress(kind, file)).toBeNull();
  });

  test("of a security says its symbol and where it is traded", () => {
    const stock = { symbol: "SZ300750", name: "宁德时代", kind: "stock" as const, fullName: "宁德时代" };
    expect(drawStock(stock, SITE_DEFAULTS).note).toBe("SZ300750，深交所");
    expect(shareImagePath("stock", "SZ300750", "0123456789ab")).toBe("/share/stock/SZ300750-0123456789ab.png");
  });
});
