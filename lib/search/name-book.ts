import { normalise } from "./normalise";

/** Something with a page of its own that a reader may name. */
export type NamedSecurity = { kind: "security"; symbol: string; name: string };
export type NamedOutlet = { kind: "outlet"; id: string; slug: string; name: string };
export type Named = NamedSecurity | NamedOutlet;
/** @property keys other names, as people write them; `spelled`: pinyin and initials */
export type Entry = Named & { keys: string[]; spelled: string[]; weight: number };
/** `key`: by which of its names it was met, where that is not the name. */
export type Suggestion = { named: Named; key: string | null };

/** Ranks of what fits as a whole. */
const EXACT = 3.5;
const MARKETS = ["SH", "SZ", "BJ", "HK", "US"];
const marketOf = (symbol: string) => (MARKETS.indexOf(symbol.slice(0, 2)) + 9) % 9;
export const keyOf = (text: string) => normalise(text).replace(/[\s'’·]+/g, "");

/** `600519`, `sh600519`, `600519.sh`, `sh.600519`, `1579.hk`; null for anything else. */
export function codeOf(key: string): { market: string; digits: string } | null {
  const match = /^(?:(sh|sz|bj|hk|bk|ss)[.:]?)?(\d{2,6})(?:\.(sh|sz|bj|hk|ss))?$/.exec(key);
  if (!match) return null;
  const market = (match[1] ?? match[3] ?? "").replace("ss", "sh").toUpperCase();
  return { market, digits: match[2]! };
}

/** How well a key fits; lower is better, Infinity not at all. */
function fit(entry: Entry, key: string, code: ReturnType<typeof codeOf>): { rank: number; key: string | null } {
  if (entry.kind === "security" && code) {
    const digits = entry.symbol.slice(2);
    const isHere = code.market === "" || entry.symbol.startsWith(code.market);
    const wanted =
      entry.symbol.startsWith("HK") && code.digits.length < 6 ? code.digits.replace(/^0+/, "") : code.digits;
    const own = entry.symbol.startsWith("HK") ? digits.replace(/^0+/, "") : digits;
    if (isHere && own === wanted) return { rank: 0, key: null };
    if (isHere && digits.startsWith(code.digits)) return { rank: 6, key: null };
  }
  let best = { rank: Number.POSITIVE_INFINITY, key: null as string | null };
  const take = (rank: number, by: string | null) => {
    if (rank < best.rank) best = { rank, key: by };
  };
  for (const [at, own] of entry.keys.entries()) {
    const by = at === 0 ? null : own;
    if (own === key) take(at === 0 ? 1 : 2, by);
    else if (own.startsWith(key)) take(at === 0 ? 4 : 5, by);
    else if (key.length >= 2 && own.includes(key)) take(at === 0 ? 7 : 8, by);
  }
  for (const [at, own] of entry.spelled.entries()) {
    // Initials come in pairs behind the pinyin.
    if (own === key) take(at % 2 === 1 ? 3 : 3.5, null);
    else if (own.startsWith(key)) take(6.5, null);
  }
  return best;
}

/** Every name of securities and outlets, in memory: some ten thousand, looked through in a millisecond. */
export class NameBook {
  readonly #exact = new Map<string, Entry[]>();
  constructor(readonly entries: Entry[]) {
    for (const entry of entries) {
      const codes = entry.kind === "security" ? [entry.symbol.toLowerCase(), entry.symbol.slice(2).toLowerCase()] : [];
      for (const key of new Set([...entry.keys, ...entry.spelled, ...codes])) {
        const list = this.#exact.get(key);
        if (list) list.push(entry);
        else this.#exact.set(key, [entry]);
      }
    }
  }

  /** What a text names as a whole, best first: a mainland share before one in Hong Kong. */
  named(text: string, most = 3): Named[] {
    const key = keyOf(text);
    const code = codeOf(key);
    const candidates = new Set([
      ...(this.#exact.get(key) ?? []),
      ...(code ? (this.#exact.get(code.digits) ?? []) : []),
      ...(code ? (this.#exact.get(code.digits.padStart(5, "0")) ?? []) : []),
    ]);
    return this.#ranked([...candidates], key, EXACT)
      .slice(0, most)
      .map(({ named }) => named);
  }

  /** The security with a symbol. */
  security(symbol: string): NamedSecurity | null {
    const found = this.#exact
      .get(symbol.toLowerCase())
      ?.find((entry) => entry.kind === "security" && entry.symbol === symbol.toUpperCase());
    return found?.kind === "security" ? found : null;
  }

  /** The outlet at an address that it has or had. */
  outlet(slug: string): NamedOutlet | null {
    const found = this.#exact.get(keyOf(slug))?.find((entry) => entry.kind === "outlet");
    return found?.kind === "outlet" ? found : null;
  }

  /** What begins with, or holds, what was typed so far. */
  suggest(text: string, kind: Named["kind"], most: number): Suggestion[] {
    const key = keyOf(text);
    if (key === "") return [];
    return this.#ranked(
      this.entries.filter((entry) => entry.kind === kind),
      key,
      9,
    ).slice(0, most);
  }

  #ranked(entries: Entry[], key: string, worst: number): Suggestion[] {
    const code = codeOf(key);
    return entries
      .map((entry) => ({ entry, ...fit(entry, key, code) }))
      .filter(({ rank }) => rank <= worst)
      .sort(
        (a, b) =>
          a.rank - b.rank ||
          // Of what fits exactly the mainland's comes first, of what only begins so the one that is written about.
          (a.rank <= EXACT ? order(a.entry) - order(b.entry) : 0) ||
          b.entry.weight - a.entry.weight ||
          order(a.entry) - order(b.entry) ||
          (a.entry.name < b.entry.name ? -1 : 1),
      )
      .map(({ entry, key: by }) => ({ named: entry, key: by }));
  }

  /** Names that differ least from a text: by at most a third of their characters. */
  nearest(text: string, most = 3): Named[] {
    const key = keyOf(text);
    if (key.length < 2 || key.length > 20) return [];
    const bound = Math.max(1, Math.floor(key.length / 3));
    return this.entries
      .map((entry) => ({
        entry,
        far: Math.min(...[...entry.keys, ...entry.spelled].map((own) => distance(own, key, bound))),
      }))
      .filter(({ far }) => far <= bound)
      .sort((a, b) => a.far - b.far || b.entry.weight - a.entry.weight || order(a.entry) - order(b.entry))
      .slice(0, most)
      .map(({ entry }) => entry);
  }
}

const order = (entry: Entry) => (entry.kind === "security" ? marketOf(entry.symbol) : 20);

/**
 * Insertions, deletions and replacements from one text to another (Levenshtein 1966); more than `bound` is not counted.
 */
export function distance(a: string, b: string, bound: number): number {
  if (Math.abs(a.length - b.length) > bound) return bound + 1;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min(row[j - 1]! + same, row[j]! + 1, next[j - 1]! + 1));
    }
    if (Math.min(...next) > bound) return bound + 1;
    row = next;
  }
  return row[b.length]!;
}
