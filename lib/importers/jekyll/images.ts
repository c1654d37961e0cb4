import { escapeAttribute, escapeText } from "@/lib/content/grammar";
import { attribute, type Element, parseHtml } from "@/lib/content/tree";

/** Text of the link that stands for a foreign picture. */
export const PICTURE_LINK_TEXT = "查看原图";

const NO_CAPTION = /^(?:image|img|图片|picture|photo)?$/i;

/**
 * A picture of another host becomes a paragraph with a link to it in full size (the provider misspells `original`);
 * one of our own stays.
 */
export function replaceImage(image: Element): Element {
  const src = (attribute(image, "src") ?? "").trim();
  if (/^\/(?!\/)/.test(src)) return image;
  const full = (attribute(image, "orginial_src") ?? attribute(image, "original_src") ?? "").trim() || src;
  const alt = (attribute(image, "alt") ?? "").trim();
  const caption = NO_CAPTION.test(alt) ? "" : `（${alt}）`;
  const html = `<p><a href="${escapeAttribute(full)}">${PICTURE_LINK_TEXT}${escapeText(caption)}</a></p>`;
  return (full === "" ? image : parseHtml(html).childNodes[0]) as Element;
}
