import { defaultTreeAdapter as adapter, html as markup } from "parse5";
import { attribute, type Element, type Fragment, isElement, isText, MAX_DEPTH, type Node, textOf } from "./tree";

type Item = { element: Element; level: number; ordered: boolean };

const make = (tag: string) => adapter.createElement(tag, markup.NS.HTML, []) as Element;
const styleOf = (element: Element) => (attribute(element, "style") ?? "").replace(/\s+/g, "").toLowerCase();
const isMarker = (node: Node): node is Element => isElement(node) && styleOf(node).includes("mso-list:ignore");

/** Takes the written number or bullet out of a paragraph of Word and gives it. */
function takeMarker(element: Element): string {
  for (const [index, node] of element.childNodes.entries()) {
    if (isMarker(node)) {
      element.childNodes.splice(index, 1);
      return textOf(node);
    }
    const inner = isElement(node) ? takeMarker(node) : "";
    if (inner) return inner;
  }
  return "";
}

function readItem(node: Node): Item | null {
  if (!isElement(node) || node.tagName !== "p") return null;
  const list = /mso-list:(?!none)\S*?level(\d)/.exec(styleOf(node));
  if (!list) return null;
  const marker = takeMarker(node).replace(/[\s\u00a0]/g, "");
  return { element: node, level: Number(list[1]), ordered: /^[（(]?([\p{L}\p{N}]{1,6})[.)、．）]/u.test(marker) };
}

/** Nested lists out of items that only name their level. */
function buildLists(items: Item[]): Element[] {
  const tops: Element[] = [];
  const open: { level: number; list: Element; ordered: boolean }[] = [];
  for (const { element, level, ordered } of items) {
    while (open.length > 0 && open.at(-1)!.level > level) open.pop();
    if (open.at(-1)?.level === level && open.at(-1)!.ordered !== ordered) open.pop();
    if (open.at(-1)?.level !== level) {
      const list = make(ordered ? "ol" : "ul");
      const parent = open.at(-1)?.list.childNodes.at(-1) as Element | undefined;
      if (parent) adapter.appendChild(parent, list);
      else tops.push(list);
      open.push({ level, list, ordered });
    }
    const item = make("li");
    item.childNodes = element.childNodes;
    adapter.appendChild(open.at(-1)!.list, item);
  }
  return tops;
}

/** Word writes lists as paragraphs that say `mso-list` and carry their bullet as text. */
export function joinWordLists(root: Fragment | Element, depth = 0) {
  const joined: Node[] = [];
  let items: Item[] = [];
  const finish = () => {
    joined.push(...buildLists(items));
    items = [];
  };
  for (const node of root.childNodes) {
    const item = readItem(node);
    const isBlank = (isText(node) && node.value.trim() === "") || node.nodeName === "#comment";
    if (item) items.push(item);
    else if (!isBlank || items.length === 0) {
      finish();
      if (isElement(node) && depth < MAX_DEPTH) joinWordLists(node, depth + 1);
      joined.push(node);
    }
  }
  finish();
  root.childNodes = joined;
}
