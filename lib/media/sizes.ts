import sharp, { type Sharp } from "sharp";
import { rgbaToThumbHash } from "thumbhash";
import type { Variant } from "@/lib/db/schema";
import { slotsFor } from "@/lib/media/addresses";
import { MAX_PIXELS } from "@/lib/media/validation";

/** A picture that needs longer is given up. */
const TIMEOUT = { seconds: 60 };

// AVIF with more effort takes three times as long for files of the same size.
const FORMAT_OPTIONS = {
  avif: (image: Sharp) => image.avif({ quality: 50, effort: 2 }),
  webp: (image: Sharp) => image.webp({ quality: 80 }),
};

/** The first frame, upright, in sRGB; what the camera wrote beside the picture is left out. */
const open = (original: Buffer) =>
  sharp(original, { limitInputPixels: MAX_PIXELS, failOn: "error", pages: 1 }).autoOrient().timeout(TIMEOUT);

export type Made = Variant & { body: Buffer };

/** All sizes of a picture, one after the other. */
export async function* makeSizes(original: Buffer, width: number): AsyncGenerator<Made> {
  for (const slot of slotsFor(width)) {
    for (const format of ["webp", "avif"] as const) {
      const resized = open(original).resize({ width: slot, withoutEnlargement: true });
      const { data, info } = await FORMAT_OPTIONS[format](resized).toBuffer({ resolveWithObject: true });
      yield { slot, format, width: info.width, height: info.height, bytes: data.length, body: data };
    }
  }
}

/** A likeness of a few bytes, base64. */
export async function makeThumbhash(original: Buffer): Promise<string> {
  const { data, info } = await open(original)
    .resize(100, 100, { fit: "inside", withoutEnlargement: true })
    .ensureAlpha()
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString("base64");
}
