import { escapeAttribute, escapeText } from "@/lib/content/grammar";

/** Where pictures of the library stand, and how they are read out of a stored body. Pure: runs in the browser too. */

/** Widths that are made, and stand in addresses. A smaller picture fills the first slot that it fits into. */
export const SLOTS = [480, 960, 1600] as const;

const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const ADDRESS = new RegExp(`"/media/(${UUID})/`, "g");
const OWN_IMAGE = new RegExp(`<img src="/media/(${UUID})/\\d+\\.webp(\\?v=\\d+)?"([^>]*)>`);

type Addressed = { id: string; generation: number };

/** A replaced file is another thing to every cache, so its addresses say which generation they mean. */
export const mediaPath = ({ id, generation }: Addressed, file: string) =>
  `/media/${id}/${file}${generation > 1 ? `?v=${generation}` : ""}`;

/** The slots that a picture of this width has. */
export const slotsFor = (width: number): number[] => {
  const enough = SLOTS.findIndex((slot) => slot >= width);
  return SLOTS.slice(0, enough < 0 ? SLOTS.length : enough + 1);
};

/** Width and height of the widest size that is made. */
export function shownSize({ width, height }: { width: number; height: number }) {
  const widest = Math.min(width, SLOTS.at(-1)!);
  return { width: widest, height: Math.max(1, Math.round((height * widest) / width)) };
}

/** What an article's body stores of a picture. */
export function bodyImage(picture: Addressed & { width: number; height: number; alt: string }) {
  return { src: mediaPath(picture, "1600.webp"), alt: picture.alt, ...shownSize(picture) };
}

type Said = { caption: string; credit: string };

/** What stands below a picture. */
export const figureCaption = ({ caption, credit }: Said) =>
  credit === "" ? caption : caption === "" ? `图源：${credit}` : `${caption}（图源：${credit}）`;

const CREDIT_ALONE = /^(?:图源|图片来源)：([^（）]*)$/;
const CREDIT_BEHIND = /^(.*)（(?:图源|图片来源)：([^（）]*)）$/s;

/** The same taken apart again. */
export function readCaption(text: string): Said {
  const alone = CREDIT_ALONE.exec(text);
  if (alone) return { caption: "", credit: alone[1]! };
  const [, caption = text, credit = ""] = CREDIT_BEHIND.exec(text) ?? [];
  return { caption, credit };
}

type Figure = { src: string; alt: string; width: number; height: number; caption: string; credit: string };

/** A picture as a piece of an article's body. */
export function figureHtml(picture: Figure): string {
  const { src, alt, width, height } = picture;
  const caption = figureCaption(picture);
  const image = `<img src="${src}" alt="${escapeAttribute(alt)}" width="${width}" height="${height}">`;
  return `<figure>${image}${caption && `<figcaption>${escapeText(caption)}</figcaption>`}</figure>`;
}

/** Ids of the pictures that a stored body shows or links, each once. */
export const mediaIdsIn = (html: string): string[] => [...new Set([...html.matchAll(ADDRESS)].map(([, id]) => id!))];

/** The column is 36 characters wide, on phones the whole screen. */
const SIZES = "(min-width: 48rem) 43rem, 100vw";

/**
 * A picture of the library with its sizes to choose from, told from the width in its tag alone; any other `<img>` as it
 * stands. The tag's own width and height stay: nothing moves when it loads.
 */
export function withSizes(img: string): string {
  const own = OWN_IMAGE.exec(img.replace(/^<img (?!src=)[^>]*? src=/, "<img src="));
  const width = Number(/ width="(\d+)"/.exec(img)?.[1] ?? 0);
  if (!own || width === 0) return img;
  const [, id, version = ""] = own;
  const sources = (format: string) =>
    slotsFor(width)
      .map((slot) => `/media/${id}/${slot}.${format}${version} ${Math.min(slot, width)}w`)
      .join(", ");
  const source = `<source type="image/avif" srcset="${sources("avif")}" sizes="${SIZES}">`;
  return `<picture>${source}${img.replace("<img ", `<img srcset="${sources("webp")}" sizes="${SIZES}" `)}</picture>`;
}

/** The same body with a picture's address and size as they are now. */
export function withPicture(html: string, picture: Addressed & { width: number; height: number }): string {
  const { src, width, height } = bodyImage({ ...picture, alt: "" });
  const image = new RegExp(`<img src="/media/${picture.id}/\\d+\\.webp(?:\\?v=\\d+)?" alt="([^"]*)"[^>]*>`, "g");
  return html.replace(image, (_, alt: string) => `<img src="${src}" alt="${alt}" width="${width}" height="${height}">`);
}
