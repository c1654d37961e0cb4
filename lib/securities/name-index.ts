import { foldText } from "./fold";
import { HIDING_NAMES } from "./hiding-names";
import { NameTrie } from "./name-trie";
import { writtenForms } from "./spelling";

export type ListedSecurity = {
  symbol: string;
  name: string;
  fullName: string;
  kind?: "stock" | "index" | "fund" | "sector";
  counterpart?: string | null;
  isAmbiguous?: boolean;
};
export type OtherName = { symbol: string; name: string; isAmbiguous: boolean };

/** `word`: an ordinary word that needs context each time; `nickname`: enough that the company was named before. */
export type Doubt = "none" | "word" | "nickname";
/** A text that names securities; none: a longer name that hides what is inside it. */
export type Entry = { text: string; stocks: { symbol: string; doubt: Doubt }[]; sector: string | null };

export type NameIndex = {
  trie: NameTrie;
  entries: Entry[];
  names: Map<string, string>;
  /** The stock or index that a code without a market means. */
  byCode: Map<string, string>;
  counterparts: Map<string, string>;
};

const MARKETS = ["SH", "SZ", "BJ", "HK", "US"];
/** The mainland before Hong Kong before New York. */
export const rankOf = (symbol: string) => (MARKETS.indexOf(symbol.slice(0, 2)) + 9) % 9;

const COMPANY_TAIL = /(?:股份)?(?:有限|责任)*公司$/;

/** Every way in which a security is written, and whether that way proves that it is meant. */
function* formsOf(row: ListedSecurity): Generator<[string, Doubt]> {
  const doubt: Doubt = row.isAmbiguous ? "word" : "none";
  // A share class or a mark of the exchange leaves no doubt: 峨眉山A.
  for (const form of writtenForms(row.name)) yield [form, /[AB]$|^\*?ST/.test(form) ? "none" : doubt];
  const full = foldText(row.fullName).replace(/\s+/g, "");
  if (!full) return;
  yield [full, "none"];
  // 中国建设银行, 中国银河证券: names of their own where others are cut off from them.
  const bare = full.replace(COMPANY_TAIL, "");
  if (/(?:银行|证券|保险|保险集团)$/.test(bare)) yield [bare, doubt];
  // While it has the exchange's mark for losses its short name is another than people know: ST数源, 数源科技.
  if (/^\*?ST/.test(row.name))
    for (const form of [bare, bare.replace(/(?:集团|控股)+$/, "")]) if (form.length >= 4) yield [form, doubt];
}

/**
 * Made once a process and again after names changed.
 * @param outlets names of outlets: longer names that hide those inside them
 */
export function buildNameIndex(rows: ListedSecurity[], others: OtherName[] = [], outlets: string[] = []): NameIndex {
  const names = new Map<string, string>();
  const byCode = new Map<string, string>();
  const counterparts = new Map<string, string>();
  const byText = new Map<string, Entry>();
  const entry = (text: string) => {
    const found = byText.get(text) ?? { text, stocks: [], sector: null };
    byText.set(text, found);
    return found;
  };
  const add = (text: string, symbol: string, doubt: Doubt) => {
    if (text.length < 2 && !/^[A-Z]$/.test(text)) return;
    const { stocks } = entry(text);
    if (text.length >= 2 && !stocks.some((one) => one.symbol === symbol)) stocks.push({ symbol, doubt });
  };
  const isIndex = (row: ListedSecurity) => Number(row.kind === "index");
  const inOrder = [...rows].sort((a, b) => isIndex(a) - isIndex(b) || rankOf(a.symbol) - rankOf(b.symbol));
  for (const row of inOrder) {
    names.set(row.symbol, row.name);
    if (row.counterpart) counterparts.set(row.symbol, row.counterpart);
    if (row.name === row.symbol) continue;
    if (row.kind === "sector") {
      const text = foldText(row.name).replace(/\s+/g, "");
      if (text.length >= 2) entry(text).sector ??= row.symbol;
      continue;
    }
    const code = row.symbol.slice(2);
    if (!byCode.has(code)) byCode.set(code, row.symbol);
    for (const [text, doubt] of formsOf(row)) add(text, row.symbol, doubt);
  }
  const known = [...others].filter(({ symbol }) => names.has(symbol));
  for (const { symbol, name, isAmbiguous } of known.sort((a, b) => rankOf(a.symbol) - rankOf(b.symbol)))
    add(foldText(name).replace(/\s+/g, ""), symbol, isAmbiguous ? "nickname" : "none");
  for (const name of HIDING_NAMES) entry(name);
  for (const name of outlets) {
    const text = foldText(name).replace(/\s+/g, "");
    if (text.length >= 3) entry(text);
  }
  const entries = [...byText.values()];
  return { trie: new NameTrie(entries.map(({ text }) => text)), entries, names, byCode, counterparts };
}
