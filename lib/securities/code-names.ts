import { findCodes } from "./codes";

/** A code in brackets and what stands before them: 贵州茅台（600519）. */
export type CodeName = { before: string; market: string | null; code: string; written: string };
/** A name whose code in brackets is another's. */
export type Mismatch = { name: string; written: string; right: string; owner: string | null };
type Known = { symbol: string; name: string };

const LONGEST_NAME = 8;

export function findCodeNames(raw: string): CodeName[] {
  const text = raw.normalize("NFKC");
  return findCodes(text).flatMap(({ market, code, at, end }) => {
    const open = /[(]\s*$/.exec(text.slice(0, at))?.index;
    if (open === undefined || market === "HK" || !/^\s*[)、,;]/.test(text.slice(end))) return [];
    const before = /[\p{L}\p{N}*-]{2,8}$/u.exec(text.slice(Math.max(0, open - LONGEST_NAME), open))?.[0] ?? "";
    return before ? [{ before, market, code, written: text.slice(at, end) }] : [];
  });
}

/** Every name that could end what stands before the brackets. */
export const possibleNames = (pairs: CodeName[]) => [
  ...new Set(
    pairs.flatMap(({ before }) => [...before].map((_, from) => before.slice(from)).filter((s) => s.length >= 2)),
  ),
];

/**
 * Pairs whose name is that of another security than the code. A nickname (招行) is no fault: it is nobody's name.
 * @param known the securities with these codes and the ones with these names
 */
export function findMismatches(pairs: CodeName[], known: Known[]): Mismatch[] {
  const found = new Map<string, Mismatch>();
  for (const pair of pairs) {
    const own = known.find(
      ({ symbol }) => symbol.slice(2) === pair.code && (!pair.market || symbol.startsWith(pair.market)),
    );
    const named = known
      .filter(({ name }) => pair.before.endsWith(name.normalize("NFKC").replace(/\s+/g, "")))
      .sort((a, b) => b.name.length - a.name.length)[0];
    if (!named || named.symbol === own?.symbol || named.symbol.slice(2) === pair.code) continue;
    const { name, symbol } = named;
    found.set(name + pair.written, { name, written: pair.written, right: symbol.slice(2), owner: own?.name ?? null });
  }
  return [...found.values()];
}
