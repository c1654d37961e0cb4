import { escapeAttribute, escapeText } from "@/lib/content/grammar";
import { attribute, type Element, parseHtml } from "@/lib/content/tree";

/** Text of the link that stands for a foreign picture. */
export const PICTURE_LINK_TEXT = "查看原图";

const NO_CAPTION = /^(?:image|img|图片|picture|photo)?$/i;
const SIZE_IN_NAME = /_w([1-9]\d{0,4})h([1-9]\d{0,4})(?:_o)?\.\w+$/;

const isOwn = (src: string) => /^\/(?!\/)/.test(src);

/** A picture that stays, with its real size, so that a page keeps its layout while it loads. */
function ownImage(image: Element, src: string): Element {
  const written = (attribute(image, "alt") ?? "").trim();
  const attributes = new Map(image.attrs.map(({ name, value }) => [name, value]));
  attributes.set("alt", NO_CAPTION.test(written) ? "" : written);
  const size = SIZE_IN_NAME.exec(src);
  if (size) attributes.set("width", size[1]!).set("height", size[2]!);
  image.attrs = [...attributes].map(([name, value]) => ({ name, value }));
  return image;
}

/**
 * A picture of another host becomes a paragraph with a link to it in full size (the provider misspells `original`);
 * one of our own stays.
 */
export function replaceImage(image: Element): Element {
  const src = (attribute(image, "src") ?? "").trim();
  if (isOwn(src)) return ownImage(image, src);
  const full = (attribute(image, "orginial_src") ?? attribute(image, "original_src") ?? "").trim() || src;
  const alt = (attribute(image, "alt") ?? "").trim();
  const caption = NO_CAPTION.test(alt) ? "" : `（${alt}）`;
  const html = `<p><a href="${escapeAttribute(full)}">${PICTURE_LINK_TEXT}${escapeText(caption)}</a></p>`;
  return (full === "" ? image : parseHtml(html).childNodes[0]) as Element;
}
