import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { inspectImage } from "./inspect";
import { animation, picture, pngClaiming } from "./testing/pictures";

const inspect = (bytes: Buffer, type: string, name = "图") => inspectImage(bytes, type, name);

describe("takes", () => {
  test.each(["png", "jpeg", "webp", "avif", "gif"] as const)("%s, with its size", async (format) => {
    const found = await inspect(await picture(format), `image/${format}`, `图.${format === "jpeg" ? "JPG" : format}`);
    expect(found).toMatchObject({ mime: `image/${format}`, width: 40, height: 30 });
  });

  test("a file that claims nothing", async () => {
    expect(await inspect(await picture("avif"), "")).toMatchObject({ mime: "image/avif" });
    expect(await inspect(await picture("png"), "application/octet-stream")).toMatchObject({ mime: "image/png" });
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    "a photograph with EXIF orientation %i, its size as shown",
    async (orientation) => {
      const bytes = await sharp(await picture("jpeg"))
        .withMetadata({ orientation })
        .toBuffer();
      const [width, height] = orientation >= 5 ? [30, 40] : [40, 30];
      expect(await inspect(bytes, "image/jpeg")).toMatchObject({ mime: "image/jpeg", width, height });
    },
  );

  test.each(["gif", "webp"] as const)("a short %s animation, its size that of a frame", async (format) => {
    expect(await inspect(await animation(format, 12), `image/${format}`)).toMatchObject({ width: 16, height: 16 });
  });

  test("progressive JPEG and interlaced PNG", async () => {
    const noise = sharp({
      create: {
        width: 300,
        height: 200,
        channels: 3,
        background: "#fff",
        noise: { type: "gaussian", mean: 128, sigma: 50 },
      },
    });
    expect(await inspect(await noise.clone().jpeg({ progressive: true }).toBuffer(), "image/jpeg")).toBeTruthy();
    expect(await inspect(await noise.clone().png({ progressive: true }).toBuffer(), "image/png")).toBeTruthy();
  });

  test("a JPEG with another JPEG behind it, as telephones write them", async () => {
    const bytes = await picture("jpeg");
    expect(await inspect(Buffer.concat([bytes, bytes]), "image/jpeg")).toMatchObject({ width: 40 });
  });
});

const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
const html = Buffer.from("<html><script>alert(1)</script></html>");
const cut = async (format: "jpeg" | "png" | "webp" | "avif" | "gif") => {
  const bytes = await sharp({
    create: {
      width: 200,
      height: 200,
      channels: 3,
      background: "#fff",
      noise: { type: "gaussian", mean: 128, sigma: 50 },
    },
  })
    .toFormat(format)
    .toBuffer();
  return bytes.subarray(0, Math.floor(bytes.length * 0.6));
};

describe("refuses", () => {
  test.each<[string, () => Buffer | Promise<Buffer>, string, string, RegExp]>([
    ["an SVG", () => svg, "image/svg+xml", "a.svg", /^不收 SVG/],
    ["an SVG that is called PNG", () => svg, "image/png", "a.png", /^不收 SVG/],
    [
      "an SVG behind a declaration",
      () => Buffer.concat([Buffer.from('\uFEFF <?xml version="1.0"?>'), svg]),
      "",
      "a",
      /^不收 SVG/,
    ],
    ["an SVG that claims to be one and is a PNG", () => picture("png"), "image/svg+xml", "a.svg", /^不收 SVG/],
    ["a page", () => html, "image/png", "a.png", /^这不是能收的图片/],
    ["a PDF", () => Buffer.from("%PDF-1.7\n1 0 obj"), "image/png", "a.png", /^这不是能收的图片/],
    [
      "a TIFF",
      () =>
        sharp({ create: { width: 2, height: 2, channels: 3, background: "red" } })
          .tiff()
          .toBuffer(),
      "",
      "a",
      /^这不是能收的图片/,
    ],
    ["nothing", () => Buffer.alloc(0), "image/png", "a.png", /^文件是空的$/],
    ["21 MB", () => Buffer.alloc(21 * 1024 * 1024), "image/png", "a.png", /^文件太大，最多 20 MB$/],
    ["a JPEG that is called PNG", () => picture("jpeg"), "image/png", "a.png", /自称 PNG，内容却是 JPEG/],
    ["a name of another type", () => picture("jpeg"), "image/jpeg", "a.webp", /自称 WebP，内容却是 JPEG/],
    ["a type of another kind", () => picture("jpeg"), "text/html", "a", /自称 text\/html，内容却是 JPEG/],
    [
      "a PNG that claims 60,000 × 60,000",
      () => pngClaiming(60_000, 60_000),
      "image/png",
      "a.png",
      /^像素太多：60000 × 60000/,
    ],
    ["51 megapixels", () => pngClaiming(10_200, 5_000), "image/png", "a.png", /^像素太多/],
    [
      "a PNG with a page behind it",
      async () => Buffer.concat([await picture("png"), html]),
      "image/png",
      "a.png",
      /后面还藏着别的内容/,
    ],
    [
      "a GIF with a page behind it",
      async () => Buffer.concat([await picture("gif"), html]),
      "image/gif",
      "a.gif",
      /后面还藏着别的内容/,
    ],
    [
      "a WebP with a page behind it",
      async () => Buffer.concat([await picture("webp"), html]),
      "image/webp",
      "a.webp",
      /后面还藏着别的内容/,
    ],
    [
      "an AVIF with a page behind it",
      async () => Buffer.concat([await picture("avif"), html]),
      "image/avif",
      "a.avif",
      /后面还藏着别的内容/,
    ],
    [
      "a JPEG with a page behind it",
      async () => Buffer.concat([await picture("jpeg"), html]),
      "image/jpeg",
      "a.jpg",
      /后面还藏着别的内容/,
    ],
    [
      "a JPEG with an archive behind it",
      async () => Buffer.concat([await picture("jpeg"), Buffer.from("PK\x03\x04x")]),
      "image/jpeg",
      "a.jpg",
      /后面还藏着别的内容/,
    ],
    [
      "a script that begins like a GIF",
      () => Buffer.from("GIF89a/*=1;alert(1)//*/"),
      "image/gif",
      "a.gif",
      /^(图片损坏|图片不完整)/,
    ],
    [
      "the first bytes of a PNG",
      () => Buffer.from("89504e470d0a1a0a0000000d", "hex"),
      "image/png",
      "a.png",
      /^(图片损坏|这不是能收的图片)/,
    ],
  ])("%s", async (_what, make, type, name, sentence) => {
    const failure = await inspect(await make(), type, name).catch((error) => error);
    expect(failure).toMatchObject({ name: "AppError", code: "invalid" });
    expect(failure.message).toMatch(sentence);
  });

  test.each(["jpeg", "png", "webp", "avif", "gif"] as const)("a %s that is cut off", async (format) => {
    await expect(inspect(await cut(format), `image/${format}`)).rejects.toThrow(/^(图片不完整|图片损坏)/);
  });

  test.each(["gif", "webp"] as const)("a %s of 101 frames", async (format) => {
    await expect(inspect(await animation(format, 101), `image/${format}`)).rejects.toThrow(/^动图太大：101 帧/);
  });

  test("an animation of few frames and many pixels in all", async () => {
    const bytes = await animation("gif", 14, { width: 2000, height: 2000 });
    await expect(inspect(bytes, "image/gif")).rejects.toThrow(/^动图太大：14 帧/);
  });
});
