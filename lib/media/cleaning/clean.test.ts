import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { inspectImage } from "@/lib/media/inspect";
import { animation, photograph, picture } from "@/lib/media/testing/pictures";

const FORMATS = ["jpeg", "png", "webp", "avif"] as const;
const clean = async (bytes: Buffer) => (await inspectImage(bytes, "", "图")).clean;
/** 54321/1000 seconds of latitude, as EXIF writes them. */
const SECONDS = Buffer.from("31d40000e8030000", "hex");
const pixels = (bytes: Buffer) => sharp(bytes).autoOrient().raw().toBuffer();

describe.each(FORMATS)("a %s from a camera", (format) => {
  test("keeps its pixels, its colours and how it is turned, and forgets where it was taken", async () => {
    const bytes = await photograph(format, { orientation: 6 });
    const before = await sharp(bytes).metadata();
    const secrets = [SECONDS, ...["SecretCam", "Photographer"].map((text) => Buffer.from(text))];
    expect(secrets.map((secret) => bytes.includes(secret))).toEqual(secrets.map(() => true));
    const kept = await clean(bytes);
    expect(secrets.map((secret) => kept.includes(secret))).toEqual(secrets.map(() => false));
    const after = await sharp(kept).metadata();
    expect(after).toMatchObject({ width: before.width, height: before.height, hasProfile: before.hasProfile });
    expect(after.iptc ?? String(after.xmp ?? "").replaceAll("\0", "")).toBe("");
    expect([before.orientation, after.orientation]).toEqual(format === "avif" ? [undefined, undefined] : [6, 6]);
    expect(after.icc?.equals(before.icc!)).toBe(before.icc ? true : undefined);
    expect((await pixels(kept)).equals(await pixels(bytes))).toBe(true);
  });

  test("cleaned again it is the same", async () => {
    const kept = await clean(await photograph(format, { orientation: 3 }));
    expect((await clean(kept)).equals(kept)).toBe(true);
  });
});

test.each([...FORMATS, "gif" as const])("a %s without any notes stays as it is, byte for byte", async (format) => {
  const bytes = await picture(format);
  expect((await clean(bytes)).equals(bytes)).toBe(true);
});

test("two pictures that only differ in their notes are one", async () => {
  const [a, b] = [await photograph("jpeg", { place: 1 }), await photograph("jpeg", { place: 2 })];
  expect(a.equals(b)).toBe(false);
  expect((await clean(a)).equals(await clean(b))).toBe(true);
});

test("an AVIF whose table of places leads out of the file is refused", async () => {
  const bytes = await photograph("avif");
  bytes.writeUInt16BE(0xffff, bytes.indexOf("iloc") + 10);
  await expect(clean(bytes)).rejects.toMatchObject({ code: "invalid" });
});

test("what stands behind a JPEG's end, a preview with notes of its own, is cut off", async () => {
  const bytes = await picture("jpeg");
  const preview = await photograph("jpeg");
  expect((await clean(Buffer.concat([bytes, preview]))).equals(bytes)).toBe(true);
});

test("a progressive JPEG keeps all of its scans", async () => {
  const noise = { type: "gaussian", mean: 128, sigma: 50 } as const;
  const bytes = await sharp({ create: { width: 300, height: 200, channels: 3, background: "#fff", noise } })
    .jpeg({ progressive: true })
    .withExif({ IFD3: { GPSLatitude: "39/1 54/1 0/1" } })
    .toBuffer();
  const kept = await clean(bytes);
  expect(kept.includes(Buffer.from("Exif"))).toBe(false);
  expect((await pixels(kept)).equals(await pixels(bytes))).toBe(true);
});

test("a GIF's comment goes, its frames and how often they repeat stay", async () => {
  const bytes = await animation("gif", 5);
  const comment = Buffer.from("\x21\xfe\x0939.9N 116\x00", "latin1");
  const noted = Buffer.concat([bytes.subarray(0, -1), comment, bytes.subarray(-1)]);
  expect((await clean(noted)).equals(bytes)).toBe(true);
});

test("of a PNG that moves the first picture is left", async () => {
  const bytes = await picture("png");
  const control = Buffer.from("00000008 6163544c 0000ffff 00000000 00000000".replaceAll(" ", ""), "hex");
  const moving = Buffer.concat([bytes.subarray(0, 33), control, bytes.subarray(33)]);
  expect((await clean(moving)).equals(bytes)).toBe(true);
});
