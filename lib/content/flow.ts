import {
  BOUNDARIES,
  cellAttributes,
  clean,
  DROPPED,
  HEADINGS,
  imageTag,
  linkAttributes,
  MARKS,
  type Mark,
} from "./grammar";
import { inlineHtml, isVisible, type Leaf, trimBreaks } from "./inline";
import {
  attribute,
  attributesOf,
  type Element,
  type Fragment,
  isElement,
  isText,
  MAX_DEPTH,
  type Node,
  textOf,
} from "./tree";

/** `p` holds the inside of a paragraph, `other` a whole element. */
type Block = { kind: "p" | "other"; html: string };

/** Lists, quotes and tables inside each other; deeper ones are flattened. */
const MAX_NESTING = 12;

const HTML = "http://www.w3.org/1999/xhtml";

/** Turns a tree into blocks of the grammar. One instance per container (body, list item, cell, quote). */
class Flow {
  readonly blocks: Block[] = [];
  private leaves: Leaf[] = [];
  constructor(
    private readonly nesting: number,
    /** Headings, captions and preformatted text hold no blocks. */
    private readonly inlineOnly = false,
  ) {}

  static of(nodes: Node[], marks: readonly Mark[], nesting: number, depth: number): Flow {
    const flow = new Flow(nesting);
    flow.addAll(nodes, marks, depth);
    flow.endParagraph();
    return flow;
  }

  static inline(nodes: Node[], marks: readonly Mark[], depth: number): Leaf[] {
    const flow = new Flow(MAX_NESTING, true);
    flow.addAll(nodes, marks, depth);
    return trimBreaks(flow.leaves);
  }

  addAll(nodes: Node[], marks: readonly Mark[], depth: number) {
    for (const node of nodes) this.add(node, marks, depth + 1);
  }

  private add(node: Node, marks: readonly Mark[], depth: number) {
    if (isText(node)) return this.addLeaf("text", node.value, marks);
    if (!isElement(node) || node.namespaceURI !== HTML || DROPPED.has(node.tagName)) return;
    if (depth > MAX_DEPTH) return this.addLeaf("text", textOf(node), marks);
    const tag = node.tagName;
    if (tag === "br") return this.addLeaf("br", "", marks);
    if (tag === "img") return this.addLeaf("img", imageTag(attributesOf(node)) ?? "", marks);
    const mark = markOf(node);
    if (mark) {
      const inner = marks.some((outer) => outer.tag === mark.tag) ? marks : [...marks, mark];
      return this.addAll(node.childNodes, inner, depth);
    }
    if (!this.inlineOnly && this.addBlock(node, tag, marks, depth)) return;
    const boundary = BOUNDARIES.has(tag) || HEADINGS[tag] || /^(ul|ol|table|figure|blockquote|pre|hr)$/.test(tag);
    if (boundary) this.endParagraph();
    this.addAll(node.childNodes, marks, depth);
    if (boundary) this.endParagraph();
  }

  private addLeaf(kind: Leaf["kind"], value: string, marks: readonly Mark[]) {
    if (kind === "br" || value !== "") this.leaves.push({ kind, value, marks });
  }

  private addBlock(node: Element, tag: string, marks: readonly Mark[], depth: number): boolean {
    if (tag === "hr") return this.push("<hr>");
    const heading = HEADINGS[tag];
    if (heading || tag === "pre") return this.addInlineBlock(node, heading ?? "pre", marks, depth);
    if (tag === "figure") return this.addFigure(node, marks, depth);
    if (this.nesting >= MAX_NESTING) return false;
    if (tag === "blockquote") {
      const inner = Flow.of(node.childNodes, marks, this.nesting + 1, depth).html();
      return this.push(inner && `<blockquote>${inner}</blockquote>`);
    }
    if (tag === "ul" || tag === "ol" || tag === "menu") return this.addList(node, marks, depth);
    if (tag === "table") return this.addTable(node, marks, depth);
    return false;
  }

  private addInlineBlock(node: Element, tag: string, marks: readonly Mark[], depth: number): boolean {
    const leaves = Flow.inline(node.childNodes, marks, depth);
    // A parser drops the first line end inside <pre>.
    while (tag === "pre" && leaves[0]?.kind === "text") {
      leaves[0] = { ...leaves[0], value: clean(leaves[0].value).replace(/^\n+/, "") };
      if (leaves[0].value !== "") break;
      leaves.shift();
    }
    return this.push(leaves.some(isVisible) ? `<${tag}>${inlineHtml(leaves)}</${tag}>` : "");
  }

  private addFigure(node: Element, marks: readonly Mark[], depth: number): boolean {
    const leaves = Flow.inline(node.childNodes, marks, depth);
    const images = leaves.filter((leaf) => leaf.kind === "img");
    if (images.length === 0) return false;
    const caption = trimBreaks(leaves.filter((leaf) => leaf.kind !== "img"));
    const captionHtml = caption.some(isVisible) ? `<figcaption>${inlineHtml(caption)}</figcaption>` : "";
    return this.push(`<figure>${inlineHtml(images)}${captionHtml}</figure>`);
  }

  private addList(node: Element, marks: readonly Mark[], depth: number): boolean {
    const tag = node.tagName === "ol" ? "ol" : "ul";
    const items = node.childNodes.map((child) => {
      const nodes = isElement(child) && child.tagName === "li" ? child.childNodes : [child];
      return Flow.of(nodes, marks, this.nesting + 1, depth + 1).compactHtml();
    });
    const html = items.filter((item) => item !== "").map((item) => `<li>${item}</li>`);
    return this.push(html.length > 0 ? `<${tag}>${html.join("")}</${tag}>` : "");
  }

  private addTable(node: Element, marks: readonly Mark[], depth: number): boolean {
    this.endParagraph();
    const parts: Record<"thead" | "tbody", string> = { thead: "", tbody: "" };
    for (const part of node.childNodes.filter(isElement)) {
      if (part.tagName === "caption") {
        this.addAll(part.childNodes, marks, depth);
        this.endParagraph();
      }
      const target = part.tagName === "thead" && parts.tbody === "" ? "thead" : "tbody";
      for (const row of part.childNodes.filter(isElement)) {
        if (row.tagName !== "tr") continue;
        let cells = "";
        for (const cell of row.childNodes.filter(isElement)) {
          if (cell.tagName !== "td" && cell.tagName !== "th") continue;
          const inner = Flow.of(cell.childNodes, marks, this.nesting + 1, depth + 3).compactHtml();
          cells += `<${cell.tagName}${cellAttributes(attributesOf(cell))}>${inner}</${cell.tagName}>`;
        }
        if (cells) parts[target] += `<tr>${cells}</tr>`;
      }
    }
    const thead = parts.thead && `<thead>${parts.thead}</thead>`;
    const tbody = parts.tbody && `<tbody>${parts.tbody}</tbody>`;
    return this.push(thead || tbody ? `<table>${thead}${tbody}</table>` : "");
  }

  private push(html: string): boolean {
    this.endParagraph();
    if (html) this.blocks.push({ kind: "other", html });
    return true;
  }

  private endParagraph() {
    if (this.inlineOnly) {
      if (this.leaves.some(isVisible)) this.leaves.push({ kind: "br", value: "", marks: [] });
      return;
    }
    const leaves = trimBreaks(this.leaves);
    this.leaves = [];
    const visible = leaves.filter(isVisible);
    if (visible.length === 0) return;
    if (visible.every((leaf) => leaf.kind === "img")) this.push(`<figure>${inlineHtml(visible)}</figure>`);
    else this.blocks.push({ kind: "p", html: inlineHtml(leaves) });
  }

  html(): string {
    return this.blocks.map(({ kind, html }) => (kind === "p" ? `<p>${html}</p>` : html)).join("");
  }

  /** Without `<p>` when it would be the only child, as lists and cells are written. */
  compactHtml(): string {
    const [only] = this.blocks;
    return this.blocks.length === 1 && only?.kind === "p" ? only.html : this.html();
  }
}

function markOf(node: Element): Mark | null {
  const tag = Object.hasOwn(MARKS, node.tagName) ? MARKS[node.tagName] : undefined;
  if (tag) return { tag, attributes: "" };
  if (node.tagName !== "a") return null;
  const attributes = linkAttributes(attribute(node, "href") ?? "");
  return attributes === null ? null : { tag: "a", attributes };
}

/** The tree as HTML of the grammar. */
export const treeToHtml = (root: Fragment): string => Flow.of(root.childNodes, [], 0, 0).html();
