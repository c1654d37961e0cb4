import { serializeOuter } from "parse5";
import { attribute, type Element, isElement, isText, type Node, parseHtml } from "@/lib/content/tree";

export const BLOCK_NAMES = {
  paragraph: "段落",
  section: "小标题",
  subsection: "次级小标题",
  item: "列表项",
  quote: "引文",
  code: "代码",
  figure: "图",
  row: "表格行",
  rule: "分隔线",
} as const;
export type BlockKind = keyof typeof BLOCK_NAMES;

/** One piece of a body that an editor sees as a unit. */
export type Block = {
  kind: BlockKind;
  text: string;
  html: string;
  /** Where its links lead and where its pictures lie. */
  targets: string[];
};

/** Elements that only hold blocks, and what a bare run of text in them is. */
const CONTAINERS: Record<string, BlockKind | undefined> = { li: "item", blockquote: "quote", td: "row", th: "row" };
const TRANSPARENT = new Set(["ul", "ol", "table", "thead", "tbody"]);
const LEAVES: Record<string, BlockKind | undefined> = {
  h2: "section",
  h3: "subsection",
  pre: "code",
  figure: "figure",
  tr: "row",
  hr: "rule",
};

/** The blocks of a stored body in reading order; a list's items and a table's rows are blocks of their own. */
export function blocksOf(html: string): Block[] {
  const blocks: Block[] = [];
  walk(parseHtml(html).childNodes, "paragraph", blocks);
  return blocks;
}

function walk(nodes: Node[], kind: BlockKind, blocks: Block[]) {
  let run: Node[] = [];
  const endRun = () => {
    if (run.length > 0) blocks.push(blockOf(kind, run));
    run = [];
  };
  for (const node of nodes) {
    const tag = isElement(node) ? node.tagName : "";
    const inner = TRANSPARENT.has(tag) ? kind : CONTAINERS[tag];
    const leaf = tag === "p" ? kind : LEAVES[tag];
    if (!inner && !leaf) {
      run.push(node);
      continue;
    }
    endRun();
    if (leaf) blocks.push(blockOf(leaf, [node]));
    else if (inner) walk((node as Element).childNodes, inner, blocks);
  }
  endRun();
}

function blockOf(kind: BlockKind, nodes: Node[]): Block {
  const targets: string[] = [];
  return { kind, text: readAll(nodes, targets), html: nodes.map((node) => serializeOuter(node)).join(""), targets };
}

const readAll = (nodes: Node[], targets: string[]): string => nodes.map((node) => read(node, targets)).join("");

function read(node: Node, targets: string[]): string {
  if (isText(node)) return node.value;
  if (!isElement(node)) return "";
  const { tagName, childNodes } = node;
  if (tagName === "br") return "\n";
  if (tagName === "hr") return "———";
  if (tagName === "img") {
    targets.push(attribute(node, "src") ?? "");
    const alt = attribute(node, "alt");
    return alt ? `［图：${alt}］` : "［图］";
  }
  if (tagName === "a") targets.push(attribute(node, "href") ?? "");
  if (tagName === "tr") return childNodes.map((cell) => read(cell, targets)).join(" ｜ ");
  return readAll(childNodes, targets);
}
