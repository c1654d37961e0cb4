import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Font, readFont } from "./font-file";

export const FONT_FILE = "lib/share-images/font/noto-serif-sc-bold.woff";

let kept: Font | undefined;

/** The one font of the pictures, read at first use (about 50 ms, 7 MB). */
export function shareFont(): Font {
  kept ??= readFont(readFileSync(join(process.cwd(), FONT_FILE)));
  return kept;
}
