import { stockPath } from "@/lib/urls";
import { readBody } from "./body-text";
import { findKnown } from "./find-names";
import type { NameIndex } from "./name-index";
import type { Cut } from "./word-edges";

type Linked = { symbol: string; relation: "direct" | "sector" };

/** U+2060 keeps the code on the line of the name; it stands with the code in what is not copied. */
const WORD_JOINER = "\u2060";
/** A code that the text gives itself is not said twice. */
const OWN_CODE = /^[\s\u2060]*[(（]/;

/**
 * Makes the first mention of each of these securities a link to its page. Only what is shown changes: nothing of it is
 * ever stored.
 */
export function linkMentions(html: string, mentions: Linked[], index: NameIndex, cut: Cut): string {
  if (mentions.length === 0) return html;
  const { text, runs } = readBody(html);
  const symbols = new Set(mentions.map(({ symbol }) => symbol));
  const linked = new Set<string>();
  let result = "";
  let copied = 0;
  let run = 0;
  for (const { symbol, relation, from, to } of findKnown(text, symbols, index, cut)) {
    if (linked.has(symbol)) continue;
    while (run < runs.length && runs[run]!.at + runs[run]!.length <= from) run++;
    const here = runs[run];
    // A name that is cut by a mark, or stands in a heading, waits for its next mention.
    if (!here?.mayLink || here.at > from || here.at + here.length < to) continue;
    linked.add(symbol);
    const start = here.html + from - here.at;
    const end = start + to - from;
    const name = html.slice(start, end);
    const saysCode = relation === "sector" || name.includes(symbol.slice(2)) || OWN_CODE.test(text.slice(to, to + 3));
    const code = saysCode ? "" : `<span>${WORD_JOINER}<b>${symbol}</b></span>`;
    result += `${html.slice(copied, start)}<a class="sec" href="${stockPath(symbol)}">${name}${code}</a>`;
    copied = end;
  }
  return result + html.slice(copied);
}
