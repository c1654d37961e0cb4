import { isBlank } from "@/lib/content/grammar";
import {
  attribute,
  type Element,
  type Fragment,
  isElement,
  isText,
  type Node,
  parseHtml,
  textOf,
} from "@/lib/content/tree";

const MAX_CAPTION = 80;
const MAX_HEADING = 36;
const CENTRED = /text-align\s*:\s*center/i;
const CAPTION_START =
  /^[（(]?(?:图片?来源|图源|资料来源|数据来源|来源|供图|制图|摄影|图片?说明|图注|图表?\s*[\d一二三四五六七八九十]*\s*[：:])/;
/** Names a source and does not say what is to be seen. */
const SOURCE_ONLY = /^[（(]?(?:图片?来源|图源|资料来源|数据来源|来源|供图|制图|摄影)/;
const SENTENCE_END = /[。！？!?；;：:，,、…．.][”’」』）)]*$/;
/** Bylines, questions of an interview and remarks in brackets are set in bold as well. */
const NO_HEADING =
  /^(?:[（(【●■◆]|(?:本报|本刊|记者|作者|编辑|责编|来源|撰文|文[／/|丨]|问|答|Q\d*|A\d*)(?:[：:\s]|记者|$))/i;

/** Shows nothing: a parser leaves such paragraphs where one was opened around a block. */
const isEmpty = (node: Element) => node.tagName === "p" && isBlank(textOf(node)) && imagesOf(node).length === 0;
const isFiller = (node: Node) => isText(node) && isBlank(node.value);

/** Images of a block that holds nothing else; empty for any other block. */
function imagesOf(node: Node): Element[] {
  if (!isElement(node)) return [];
  if (node.tagName === "img") return (attribute(node, "src") ?? "").startsWith("/") ? [node] : [];
  if (!/^(?:center|p|div|a|strong)$/.test(node.tagName)) return [];
  const inner = node.childNodes.filter((child) => !isFiller(child) && child.nodeName !== "br");
  const images = inner.map(imagesOf);
  return images.every((found) => found.length > 0) ? images.flat() : [];
}

/** Whether all that a paragraph shows is bold, and nothing but text. */
function isBold(node: Element): boolean {
  const inner = node.childNodes.filter((child) => !isFiller(child) && child.nodeName !== "br");
  return (
    inner.length > 0 && inner.every((child) => /^(?:strong|b)$/.test(child.nodeName) && holdsText(child as Element))
  );
}

const holdsText = (node: Element): boolean =>
  node.childNodes.every(
    (child) => isText(child) || (/^(?:em|i|strong|b)$/.test(child.nodeName) && holdsText(child as Element)),
  );

function isCaption(node: Element): boolean {
  const text = textOf(node).trim();
  if (node.tagName !== "p" || text === "" || text.length > MAX_CAPTION || isBold(node)) return false;
  return (
    CENTRED.test(attribute(node, "style") ?? "") || attribute(node, "align") === "center" || CAPTION_START.test(text)
  );
}

function isHeading(node: Element, next: Element | undefined): boolean {
  if (node.tagName !== "p" || !next || !isBold(node)) return false;
  const text = textOf(node).trim();
  if (text === "" || text.length > MAX_HEADING || SENTENCE_END.test(text) || NO_HEADING.test(text)) return false;
  if (/^(?:ul|ol|blockquote)$/.test(next.tagName)) return true;
  return (
    next.tagName === "p" && textOf(next).trim() !== "" && !isBold(next) && !/^[（(]文章来源/.test(textOf(next).trim())
  );
}

function toHeading(node: Element) {
  node.tagName = "h2" as Element["tagName"];
  node.nodeName = "h2";
  node.childNodes = node.childNodes.flatMap((child) =>
    isElement(child) && child.tagName !== "br" ? child.childNodes : [child],
  );
}

/** The picture and what the next paragraph says of it, as one figure. */
function toFigure(images: Element[], caption: Element): Element {
  const text = textOf(caption).trim();
  for (const image of images) {
    const alt = image.attrs.find(({ name }) => name === "alt");
    if (alt?.value === "" && images.length === 1 && !SOURCE_ONLY.test(text)) alt.value = text;
  }
  const figure = parseHtml("<figure><figcaption></figcaption></figure>").childNodes[0] as Element;
  const figcaption = figure.childNodes[0] as Element;
  figcaption.childNodes = caption.childNodes;
  figure.childNodes = [...images, figcaption];
  return figure;
}

/** Gives a cleaned body the structure that its markup only hints at. The text stays as it is. */
export function arrangeBlocks(root: Fragment) {
  const blocks = root.childNodes.filter(isElement).filter((node) => !isEmpty(node));
  const captions = new Set<Node>();
  const figures = new Map<Node, Element>();
  blocks.forEach((block, index) => {
    const next = blocks[index + 1];
    const images = imagesOf(block);
    if (images.length > 0 && next && isCaption(next) && !captions.has(block)) {
      figures.set(block, toFigure(images, next));
      captions.add(next);
    } else if (!captions.has(block) && isHeading(block, next)) toHeading(block);
  });
  root.childNodes = root.childNodes.filter((node) => !captions.has(node)).map((node) => figures.get(node) ?? node);
}
