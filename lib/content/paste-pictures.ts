import { defaultTreeAdapter as adapter, html as markup } from "parse5";
import { linkAttributes } from "./grammar";
import { attribute, type Element, isElement, isText, type Node, textOf } from "./tree";

/** What the report calls a picture of another site. */
export const FOREIGN_PICTURE = "外站图片";
const NOTE = /^图片(?:：(.+))?$/s;

/** What the text of a link says that stands for a picture; null when it is another link. */
export function readPictureNote(text: string): { alt: string } | null {
  const found = NOTE.exec(text);
  return found && { alt: found[1] ?? "" };
}

const BLOCK = /^(p|div|section|li|td|th|h[1-6]|figure|blockquote|article|body)$/;

/** Whether a node beside the picture, or beside what holds it, has words. */
function hasWords(picture: Element, side: -1 | 1): boolean {
  let node: Node = picture;
  for (;;) {
    const parent = node.parentNode;
    if (!parent || !("childNodes" in parent)) return false;
    for (let at = parent.childNodes.indexOf(node) + side; parent.childNodes[at]; at += side) {
      const next = parent.childNodes[at]!;
      if (isElement(next) && (next.tagName === "br" || BLOCK.test(next.tagName))) return false;
      if ((isText(next) || isElement(next)) && textOf(next).trim() !== "") return true;
    }
    if (!isElement(parent as Node) || BLOCK.test((parent as Element).tagName)) return false;
    node = parent as Element;
  }
}

const setAttribute = (element: Element, name: string, value: string) => {
  element.attrs = [...element.attrs.filter((one) => one.name !== name), { name, value }];
};

/**
 * What becomes of a picture. One of our own stays. In the place of others stands a link, until the library has them; a nameless one in the middle of a line (an emoji, a counter) goes. WeChat names the address in `data-src`.
 */
export function pictureNote(image: Element, origin: string, count: (what: string) => void): Node[] {
  const late = attribute(image, "data-src") ?? attribute(image, "data-original");
  let src = (late ?? attribute(image, "src") ?? "").trim();
  if (origin && src.startsWith(`${origin}/`)) src = src.slice(origin.length);
  if (/^\/(?![/\\])/.test(src)) {
    setAttribute(image, "src", src);
    return [image];
  }
  const alt = (attribute(image, "alt") ?? "").trim();
  if (!linkAttributes(src)) {
    count("内嵌图片");
    return [];
  }
  const isTiny =
    /^[01](px)?$/.test(attribute(image, "width") ?? "") || /^[01](px)?$/.test(attribute(image, "height") ?? "");
  if (isTiny || (!late && !alt && hasWords(image, -1) && hasWords(image, 1))) {
    count("行内小图");
    return [];
  }
  count(FOREIGN_PICTURE);
  const link = adapter.createElement("a", markup.NS.HTML, [{ name: "href", value: src }]) as Element;
  adapter.insertText(link, alt ? `图片：${alt}` : "图片");
  const paragraph = adapter.createElement("div", markup.NS.HTML, []) as Element;
  adapter.appendChild(paragraph, link);
  return [paragraph];
}
