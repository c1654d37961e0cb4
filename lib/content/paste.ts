import { treeToHtml } from "./flow";
import { joinWordLists } from "./paste-lists";
import { pictureNote } from "./paste-pictures";
import { tidyBlanks } from "./paste-text";
import { attribute, type Element, isElement, MAX_DEPTH, type Node, parseHtml } from "./tree";

/** What was left out of a paste, in the words of the report. */
export type Dropped = { what: string; count: number };

export type PasteOptions = {
  /** Where the newsroom runs: addresses there are written without it. */
  origin?: string;
};

const GONE: Record<string, string> = {
  script: "脚本",
  noscript: "脚本",
  iframe: "嵌入内容",
  object: "嵌入内容",
  embed: "嵌入内容",
  video: "嵌入内容",
  audio: "嵌入内容",
  canvas: "嵌入内容",
  mpvoice: "嵌入内容",
  mpvideo: "嵌入内容",
  "mp-common-videosnap": "嵌入内容",
  "mp-common-profile": "嵌入内容",
  "mp-miniprogram": "嵌入内容",
  svg: "图形",
  math: "公式",
  nav: "导航",
  button: "按钮与表单",
  input: "按钮与表单",
  select: "按钮与表单",
  textarea: "按钮与表单",
};
/** Nobody sees these; they are not worth a word. */
const SILENT = new Set(["style", "link", "meta", "title", "base", "template", "colgroup", "col"]);

const styleOf = (element: Element) => (attribute(element, "style") ?? "").replace(/\s+/g, "").toLowerCase();
const isHidden = (style: string) => /(^|;)(display:none|mso-hide:all|visibility:hidden)/.test(style);

/** The mark that a style stands for; a section that is bold as a whole is only styled. */
function markOf(style: string): string | null {
  if (/(^|;)font-weight:(bold|[6-9]00)/.test(style)) return "strong";
  if (/(^|;)font-style:italic/.test(style)) return "em";
  const align = /(^|;)vertical-align:(super|sub)/.exec(style)?.[2];
  return align ? { super: "sup", sub: "sub" }[align]! : null;
}

const headingOf = (element: Element, style: string): string | null => {
  const level =
    /mso-outline-level:([1-6])/.exec(style)?.[1] ?? /MsoHeading(\d)/.exec(attribute(element, "class") ?? "")?.[1];
  if (level) return level === "1" || level === "2" ? "h2" : "h3";
  return /\bMsoTitle\b/.test(attribute(element, "class") ?? "") ? "h2" : null;
};

class Cleaner {
  private readonly counts = new Map<string, number>();
  constructor(private readonly origin: string) {}

  count = (what: string) => this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  get dropped(): Dropped[] {
    return [...this.counts].map(([what, count]) => ({ what, count }));
  }

  children(nodes: Node[], depth = 0): Node[] {
    // What is deeper is left to the sanitiser, which takes the text out of it.
    if (depth > MAX_DEPTH) return nodes;
    return nodes.flatMap((node) =>
      isElement(node) ? this.element(node, depth) : node.nodeName === "#text" ? [node] : [],
    );
  }

  private element(element: Element, depth: number): Node[] {
    const { tagName } = element;
    if (SILENT.has(tagName)) return [];
    const gone = GONE[tagName] ?? (attribute(element, "role") === "navigation" ? "导航" : undefined);
    if (gone) {
      this.count(gone);
      return [];
    }
    const style = styleOf(element);
    if (isHidden(style)) {
      this.count("隐藏内容");
      return [];
    }
    if (style || attribute(element, "class") || tagName === "font") this.count("样式");
    if (tagName === "img") return pictureNote(element, this.origin, this.count);
    if (tagName === "a") this.localise(element);
    element.childNodes = this.children(element.childNodes, depth + 1);
    // Google Docs puts everything into one <b> that is not bold.
    if (/^(b|strong)$/.test(tagName) && /(^|;)font-weight:(normal|[1-4]00)/.test(style)) return element.childNodes;
    const heading = tagName === "p" ? headingOf(element, style) : null;
    if (heading) element.tagName = heading;
    const mark = tagName === "span" || tagName === "font" ? markOf(style) : null;
    if (mark) element.tagName = mark;
    return [element];
  }

  private localise(link: Element) {
    for (const one of link.attrs) {
      if (one.name !== "href") continue;
      if (this.origin && one.value.startsWith(`${this.origin}/`)) one.value = one.value.slice(this.origin.length);
      if (/^(javascript|data|file|about|blob):/i.test(one.value.trim())) this.count("无效链接");
    }
  }
}

/** Pasted HTML as the grammar of an article, and what is not in it any more. Pure. */
export function cleanPaste(html: string, { origin = "" }: PasteOptions = {}): { html: string; dropped: Dropped[] } {
  const tree = parseHtml(html);
  joinWordLists(tree);
  const cleaner = new Cleaner(origin);
  tree.childNodes = cleaner.children(tree.childNodes);
  tidyBlanks(tree);
  return { html: treeToHtml(tree), dropped: cleaner.dropped };
}
