import { attribute, type Element, type Fragment, isElement, isText, type Node, textOf } from "@/lib/content/tree";
import { replaceImage } from "./images";
import { linkFault, type MentionedSecurity, type RefusedLink, readCode } from "./symbols";

type Keyword = { from: number; to: number; word: string; found: Omit<MentionedSecurity, "name"> };

const HIDDEN = /display\s*:\s*none/i;
const CHART = /GetPic\.aspx|webquoteklinepic/i;
const KEYWORD = /(?:^|\s)(?:keytip|infokey|em_stock_key_common)(?:\s|$)/;
/** Deeper elements hold text at most; see lib/content/flow.ts. */
const MAX_DEPTH = 400;
/** How much is looked at, and kept, around a refused link. */
const AROUND = 12;
/** No security's name is longer; a longer link is a sentence. */
const MAX_NAME = 30;
const BLOCK = /^(?:p|div|center|li|td|th|h[1-6]|blockquote|tr|br)$/;

/**
 * Takes the provider's markup out of a tree: hidden paragraphs and quote charts go, keyword links become plain text
 * and foreign pictures links.
 * @returns the securities that were marked, in order of appearance; the most telling name is kept for each; and the
 * links that say what the text does not mean
 */
export function cleanProviderMarkup(root: Fragment): { mentions: MentionedSecurity[]; refused: RefusedLink[] } {
  let text = "";
  const keywords: Keyword[] = [];
  const charts: MentionedSecurity[] = [];

  const visit = (parent: Fragment | Element, depth: number) => {
    if (depth > MAX_DEPTH) return;
    const kept: Node[] = [];
    for (const node of parent.childNodes) {
      if (isText(node)) text += node.value;
      else if (isElement(node)) {
        const result = element(node, depth);
        if (result) kept.push(...result);
        continue;
      }
      if (node.nodeName !== "#comment") kept.push(node);
    }
    parent.childNodes = kept;
  };

  const element = (node: Element, depth: number): Node[] | null => {
    if (HIDDEN.test(attribute(node, "style") ?? "")) return null;
    const tag = node.tagName;
    if (tag === "img") {
      if (!CHART.test(attribute(node, "src") ?? "")) return [replaceImage(node)];
      addChart(node);
      return null;
    }
    if (BLOCK.test(tag)) text += "\n";
    const classes = attribute(node, "class") ?? "";
    if (classes.includes("EmImageRemark")) addChart(node);
    const isKeyword = (tag === "a" || tag === "span") && KEYWORD.test(classes);
    const found = isKeyword ? readCode(attribute(node, "data-code") ?? attribute(node, "href") ?? "") : null;
    if (found) {
      const word = textOf(node);
      keywords.push({ from: text.length, to: text.length + word.length, word, found });
    }
    visit(node, depth + 1);
    if (BLOCK.test(tag)) text += "\n";
    return isKeyword || tag === "span" ? node.childNodes : [node];
  };

  const addChart = (node: Element) => {
    for (const name of ["data-code", "data-code2", "src", "href"]) {
      const found = readCode(attribute(node, name) ?? "");
      if (found) return void charts.push({ ...found, name: "" });
    }
  };

  visit(root, 0);
  const ends = new Set(keywords.map(({ to }) => to));
  const named: MentionedSecurity[] = [];
  const refused: RefusedLink[] = [];
  for (const { found, word, from, to } of keywords) {
    const before = text.slice(Math.max(0, from - AROUND), from);
    const after = text.slice(to, to + AROUND);
    const reason = linkFault(found.symbol, word, from > 0 && ends.has(from) ? "" : before, after);
    if (reason === null) named.push({ ...found, name: word.length > MAX_NAME ? "" : word.trim() });
    else
      refused.push({
        symbol: found.symbol,
        word: word.slice(0, MAX_NAME),
        context: around(before, word, after),
        reason,
      });
  }
  return { mentions: mergeMentions([...charts, ...named]), refused };
}

/** One line of the text, the linked word inside it. */
const around = (before: string, word: string, after: string) =>
  `${/[^\n]*$/.exec(before)![0]}${word.slice(0, MAX_NAME)}${/^[^\n]*/.exec(after)![0]}`;

/** One entry per symbol; a name beats none. */
export function mergeMentions(mentions: Iterable<MentionedSecurity>): MentionedSecurity[] {
  const bySymbol = new Map<string, MentionedSecurity>();
  for (const mention of mentions) {
    const known = bySymbol.get(mention.symbol);
    if (!known || (known.name === "" && mention.name !== "")) bySymbol.set(mention.symbol, mention);
  }
  return [...bySymbol.values()];
}
