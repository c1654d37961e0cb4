import { withoutAttribution } from "./attribution";
import { type Code, findCodes } from "./codes";
import { type Market, marketAt, marketOf, standsAlone } from "./context";
import { foldText } from "./fold";
import { type NameIndex, rankOf } from "./name-index";
import { type Found, settleDoubts, settleSectors } from "./settle";
import { type Cut, isCut } from "./word-edges";

export type Occurrence = { symbol: string; relation: "direct" | "sector"; from: number; to: number };

const HOW_FAR = 45;

/** What a code means, where we know it. */
function symbolOf({ market, code }: Code, index: NameIndex): string | null {
  const symbol = market ? `${market}${code}` : index.byCode.get(code);
  return symbol && index.names.has(symbol) ? symbol : null;
}

/** Listed names and sectors, each at its place; the longest at a place wins and hides those inside it. */
function findAll(text: string, index: NameIndex, cut: Cut): Found[] {
  const found: Found[] = [];
  for (let at = 0; at < text.length; at++) {
    const numbers = index.trie.at(text, at);
    if (!numbers) continue;
    for (const number of numbers) {
      const entry = index.entries[number]!;
      const to = at + entry.text.length;
      const isName = entry.stocks.length > 0 || entry.sector !== null;
      if (isName && isCut(text, at, to, cut)) continue;
      if (isName) found.push(newFound(entry, at, to, index));
      at = to - 1;
      break;
    }
  }
  return found;
}

function newFound(entry: NameIndex["entries"][number], from: number, to: number, index: NameIndex): Found {
  const sure = entry.stocks.filter(({ doubt }) => doubt === "none");
  const stocks = sure.length > 0 ? sure : entry.stocks;
  const own = stocks.map(({ symbol }) => symbol).sort((a, b) => rankOf(a) - rankOf(b));
  // A name that only Hong Kong uses (华虹半导体) means that listing, where the text says nothing else.
  const symbols = new Set([...own, ...own.flatMap((symbol) => index.counterparts.get(symbol) ?? [])]);
  return {
    from,
    to,
    symbols: [...symbols].filter((symbol) => index.names.has(symbol)),
    doubt: stocks[0]?.doubt ?? "none",
    sector: entry.sector,
    isMeant: sure.length > 0,
    coded: null,
  };
}

/** The codes in brackets directly behind a name: they say which listing is meant, and that it is. */
function readBrackets(text: string, found: Found[], codes: Code[], index: NameIndex): Set<Code> {
  const used = new Set<Code>();
  let first = 0;
  for (const name of found) {
    while (first < codes.length && codes[first]!.at < name.to) first++;
    const open = /^[ \u2060]?\(/.exec(text.slice(name.to, name.to + 2));
    if (!open) continue;
    const close = name.to + text.slice(name.to, name.to + HOW_FAR).indexOf(")");
    if (close < name.to) continue;
    for (let at = first; at < codes.length && codes[at]!.at < close; at++) {
      const code = codes[at]!;
      const symbol = symbolOf(code, index);
      // A code without a market in brackets is the mainland's and may be that of another of the name's listings.
      if (!symbol || !name.symbols.includes(symbol)) continue;
      name.isMeant = true;
      if (name.coded) continue;
      name.coded = symbol;
      used.add(code);
    }
  }
  return used;
}

/**
 * Of several listings the one that the text means.
 * @param chosen what editors or the provider's markup chose
 */
function chooseListing(name: Found, text: string, titleMarket: Market | null, chosen?: ReadonlySet<string>): string {
  if (name.coded) return name.coded;
  if (name.symbols.length === 1) return name.symbols[0]!;
  const before = chosen && name.symbols.find((symbol) => chosen.has(symbol));
  if (before) return before;
  const behind = text.slice(name.to, name.to + 3);
  const at = (market: string) => name.symbols.find((symbol) => symbol.startsWith(market));
  const mainland = at("SH") ?? at("SZ") ?? at("BJ");
  if (/^\(?A股/.test(behind) && mainland) return mainland;
  if (/^\(?(?:H股|港股)/.test(behind)) return at("HK") ?? name.symbols[0]!;
  const market = marketAt(text, name.from, name.to) ?? titleMarket;
  return (market && (market === "CN" ? mainland : at(market))) || name.symbols[0]!;
}

type Read = { text: string; titleEnd: number; found: Found[]; codes: Code[] };

function read(raw: string, index: NameIndex, cut: Cut): Read {
  const text = withoutAttribution(foldText(raw));
  const titleEnd = text.indexOf("\n") === -1 ? text.length : text.indexOf("\n");
  const codes = findCodes(text);
  const found = findAll(text, index, cut);
  const used = readBrackets(text, found, codes, index);
  settleDoubts(text, titleEnd, found);
  return { text, titleEnd, found, codes: codes.filter((code) => !used.has(code)) };
}

/**
 * Every mention of a security or sector in a text, in order.
 * @param raw the title, a line end, and the body's blocks, a line each
 * @param chosen of a company's listings those that somebody chose for this text
 */
export function findNames(raw: string, index: NameIndex, cut: Cut, chosen?: ReadonlySet<string>): Occurrence[] {
  const { text, titleEnd, found, codes } = read(raw, index, cut);
  const sectors = settleSectors(text, found);
  const titleMarket = marketOf(text.slice(0, titleEnd));
  const mentions: Occurrence[] = [];
  for (const name of found) {
    const { from, to } = name;
    if (name.isMeant && name.symbols.length > 0)
      mentions.push({ symbol: chooseListing(name, text, titleMarket, chosen), relation: "direct", from, to });
    else if (sectors.has(name)) mentions.push({ symbol: name.sector!, relation: "sector", from, to });
  }
  for (const code of codes) {
    const symbol = symbolOf(code, index);
    if (symbol) mentions.push({ symbol, relation: "direct", from: code.at, to: code.end });
  }
  return mentions.sort((a, b) => a.from - b.from);
}

/**
 * Where a text names securities that are known to be meant: a name in doubt counts where no other place is certain.
 * @param raw the body's blocks, a line each
 */
export function findKnown(raw: string, known: Set<string>, index: NameIndex, cut: Cut): Occurrence[] {
  const { text, found, codes } = read(raw, index, cut);
  const all: (Occurrence & { isCertain: boolean })[] = [];
  for (const name of found) {
    const { from, to } = name;
    const chosen = name.symbols.length > 0 ? chooseListing(name, text, null) : "";
    const symbol = known.has(chosen) ? chosen : name.symbols.find((one) => known.has(one));
    if (symbol) all.push({ symbol, relation: "direct", from, to, isCertain: name.isMeant });
    else if (name.sector && known.has(name.sector))
      all.push({ symbol: name.sector, relation: "sector", from, to, isCertain: standsAlone(text, from) });
  }
  for (const code of codes) {
    const symbol = symbolOf(code, index);
    if (symbol && known.has(symbol))
      all.push({ symbol, relation: "direct", from: code.at, to: code.end, isCertain: true });
  }
  const certain = new Set(all.flatMap(({ isCertain, symbol }) => (isCertain ? symbol : [])));
  return all.filter(({ isCertain, symbol }) => isCertain || !certain.has(symbol)).sort((a, b) => a.from - b.from);
}
