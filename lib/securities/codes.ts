/** A code in a text, as far as the text says which exchange it is of. */
export type Code = { market: string | null; code: string; at: number; end: number };

const MARKET: Record<string, string> = { SS: "SH", XSHG: "SH", XSHE: "SZ" };
const PATTERN = /(?<![A-Za-z0-9])(?:(SH|SZ|BJ|HK)[.:]?(\d{4,6})|(\d{4,6})\.(SH|SZ|SS|BJ|HK)|(\d{6}))(?![A-Za-z0-9])/gi;
/** What stands around six digits that count something. */
const AMOUNT_BEFORE = /(?:[\d./:¥$€£#~+-]|\d,)$/;
const AMOUNT_AFTER =
  /^(?:[.,]\d|[%‰/:~]|-\d|\s*(?:[元万亿股份户人手点吨年月日倍只家件个台辆条次万名笔张项美港欧日桶平]|公里|GW|MW|TEU))/i;

/** `600519`, `SH600519`, `600519.SH`, `(1579.HK)`; figures that count something are left out. Takes NFKC text. */
export function findCodes(text: string): Code[] {
  return [...text.matchAll(PATTERN)].flatMap((match): Code[] => {
    const [whole, prefix, after, before, suffix, bare] = match;
    const at = match.index;
    const end = at + whole.length;
    if (bare) {
      const inBrackets = text[at - 1] === "(" && text[end] === ")";
      if (!inBrackets && (AMOUNT_BEFORE.test(text.slice(0, at)) || AMOUNT_AFTER.test(text.slice(end)))) return [];
      return [{ market: null, code: bare, at, end }];
    }
    const said = (prefix ?? suffix)!.toUpperCase();
    const market = MARKET[said] ?? said;
    const digits = (after ?? before)!;
    if (market !== "HK" && digits.length !== 6) return [];
    return [{ market, code: market === "HK" ? digits.padStart(5, "0").slice(-5) : digits, at, end }];
  });
}
