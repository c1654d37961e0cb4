import { withoutAttribution } from "./attribution";
import { type Code, findCodes } from "./codes";
import { isCompanyHere, isMarketTalk, isSectorHere, type Market, marketAt, marketOf, standsAlone } from "./context";
import { foldText } from "./fold";
import { type Doubt, type NameIndex, rankOf } from "./name-index";
import { type Cut, isCut } from "./word-edges";

export type Occurrence = { symbol: string; relation: "direct" | "sector"; from: number; to: number };

/** A name in the text: accepted, or waiting for what else the text says. */
type Found = {
  from: number;
  to: number;
  /** Every listing that the name may mean, the mainland's first. */
  symbols: string[];
  doubt: Doubt;
  sector: string | null;
  isMeant: boolean;
  /** The code in brackets behind it. */
  coded: string | null;
};

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
    const close = text.indexOf(")", name.to);
    if (close === -1 || close - name.to > HOW_FAR) continue;
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

/** Names that are words too: what stands beside them, what else the text names, and the list they stand in decide. */
function settleDoubts(text: string, titleEnd: number, found: Found[]) {
  const confirmed = new Map<string, number>();
  const inTitle = new Set<string>();
  const confirm = (name: Found, byName: boolean) => {
    for (const symbol of name.symbols) {
      confirmed.set(symbol, Math.min(name.from, confirmed.get(symbol) ?? name.from));
      if (byName) inTitle.add(symbol);
    }
  };
  for (const name of found) if (name.isMeant && name.symbols.length > 0) confirm(name, name.doubt === "none");
  for (const name of found) {
    if (name.isMeant || name.symbols.length === 0) continue;
    if (!isCompanyHere(text, name.from, name.to)) continue;
    name.isMeant = true;
    confirm(name, false);
  }
  for (const name of found) {
    if (name.isMeant || name.doubt !== "nickname") continue;
    const since = Math.min(...name.symbols.map((symbol) => confirmed.get(symbol) ?? Number.POSITIVE_INFINITY));
    name.isMeant = name.from >= since || (name.from < titleEnd && name.symbols.some((symbol) => inTitle.has(symbol)));
  }
  const joins = (left: Found, right: Found) => /^(?:[、,] ?|和|与|及|以及)$/.test(text.slice(left.to, right.from));
  const spread = (left: Found, right: Found) => {
    if (left.isMeant && left.symbols.length > 0 && !right.isMeant && right.symbols.length > 0) right.isMeant = true;
  };
  for (let at = 1; at < found.length; at++) if (joins(found[at - 1]!, found[at]!)) spread(found[at - 1]!, found[at]!);
  for (let at = found.length - 1; at > 0; at--)
    if (joins(found[at - 1]!, found[at]!)) spread(found[at]!, found[at - 1]!);
}

/** Sectors count where the text speaks of the market: before 板块, in a list that ends with it, in such a sentence. */
function settleSectors(text: string, found: Found[]): Set<Found> {
  const meant = new Set<Found>();
  const sectors = found.filter((name) => name.sector && !name.isMeant);
  for (let at = sectors.length - 1; at >= 0; at--) {
    const name = sectors[at]!;
    const next = sectors[at + 1];
    const listed = next && meant.has(next) && /^(?:[、,]|和|与|及)$/.test(text.slice(name.to, next.from));
    const alone = standsAlone(text, name.from);
    if (alone && (listed || isSectorHere(text, name.to))) meant.add(name);
    else if (alone && !/\p{Script=Han}/u.test(text[name.to] ?? "") && isMarketTalk(text, name.from, name.to))
      meant.add(name);
    else if (alone && name.to - name.from >= 3 && isMarketTalk(text, name.from, name.to)) meant.add(name);
  }
  return meant;
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
