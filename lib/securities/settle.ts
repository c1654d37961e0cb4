import { isCompanyHere, isMarketTalk, isSectorHere, standsAlone } from "./context";
import type { Doubt } from "./name-index";

/** A name in the text: accepted, or waiting for what else the text says. */
export type Found = {
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

/** Names that are words too: what stands beside them, what else the text names, and the list they stand in decide. */
export function settleDoubts(text: string, titleEnd: number, found: Found[]) {
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
export function settleSectors(text: string, found: Found[]): Set<Found> {
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
