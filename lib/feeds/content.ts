import { mediaPath } from "@/lib/media/addresses";
import type { PictureRow } from "./item-queries";
import type { FeedPicture } from "./types";

/** A stored body with whole addresses: it is read far from this site. The grammar writes attributes in `"` only. */
export const absoluteHtml = (html: string, siteUrl: string) =>
  html.replace(/(<(?:a|img)\b[^>]*? (?:href|src)=")\/(?!\/)/g, (_, before: string) => `${before}${siteUrl}/`);

const OWN_PICTURE = /<img src="\/media\/([0-9a-f-]{36})\//;

/** The library's picture that comes first in a stored body. */
export const firstPictureIn = (html: string): string | null => OWN_PICTURE.exec(html)?.[1] ?? null;

/** Wide enough beside a text. */
const SLOT = 960;

/** The file that a feed names; the original while no sizes are made. */
export function fileOf({ variants, ...picture }: PictureRow): FeedPicture {
  const made = variants.filter(({ format }) => format === "webp").sort((a, b) => a.slot - b.slot);
  const file = made.find(({ slot }) => slot >= SLOT) ?? made.at(-1);
  if (!file) {
    const { mime: type, bytes: length, width, height } = picture;
    return { path: mediaPath(picture, "original"), type, length, width, height };
  }
  const { bytes: length, width, height } = file;
  return { path: mediaPath(picture, `${file.slot}.webp`), type: "image/webp", length, width, height };
}
