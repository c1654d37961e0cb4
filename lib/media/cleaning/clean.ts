import { cleanAvif } from "./avif";
import type { Clean } from "./cleaned";
import { cleanGif } from "./gif";
import { cleanJpeg } from "./jpeg";
import { cleanPng } from "./png";
import { cleanWebp } from "./webp";

/**
 * Takes out of a file what cameras and programs write beside the picture: place, device, names, previews. The pixels
 * stay as they are, bit for bit.
 */
export const CLEAN: Record<string, Clean> = {
  "image/jpeg": cleanJpeg,
  "image/png": cleanPng,
  "image/webp": cleanWebp,
  "image/gif": cleanGif,
  "image/avif": cleanAvif,
};
