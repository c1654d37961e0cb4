/**
 * A figure as a text gives it: its value in the unit of its kind, and how far a reader may round it.
 * 12% is 12 ± 0.5 of `percent`; 1.2亿 is 1.2e8 ± 0.05e8 of nothing.
 */
export type Figure = { written: string; value: number; slack: number; kind: string };

const SCALES: Record<string, number> = {
  十: 1e1,
  百: 1e2,
  千: 1e3,
  万: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  万亿: 1e12,
};
/** Words for one thing count as one kind. */
const KINDS: Record<string, string> = {
  "%": "percent",
  "％": "percent",
  百分点: "percent",
  个百分点: "percent",
  pct: "percent",
  BP: "bp",
  bp: "bp",
  基点: "bp",
  个基点: "bp",
  "‰": "permille",
  倍: "times",
};
const DIGITS = "零一二三四五六七八九";
const FIGURE =
  /(?<![\d.A-Za-z])(百分之)?([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[一两二三四五六七八九十百千零]{1,7})\s*(万亿|千万|百万|[千百万亿])?余?\s*(个百分点|个基点|百分点|基点|pct|[%％‰倍]|成(?![交立为员本长都品型果功熟分])|[bB][pP](?![A-Za-z]))?/gu;

/** 逾500亿 may stand for 538亿. */
const ABOUT = /(?:逾|超|超过|破|近|约|接近|达到?近)$/;

/** 十二 → 12, 三百五十 → 350; null for what is no number (一, 千). */
function chineseNumber(text: string): number | null {
  let total = 0;
  let digit = 0;
  for (const character of text.replaceAll("两", "二")) {
    const value = DIGITS.indexOf(character);
    if (value >= 0) digit = value;
    else {
      total += (digit || 1) * SCALES[character]!;
      digit = 0;
    }
  }
  const value = total + digit;
  return value > 1 ? value : null;
}

/** What makes a number of a headline no figure to look for: years, dates, ranks, names, codes. */
function isName(text: string, from: number, to: number, digits: string): boolean {
  const [before, after] = [text.slice(0, from), text.slice(to)];
  if (/(?:第|前|近|过去|未来|连续|逾|[A-Za-z]-?|[/.:：\-—“《#])$/.test(before) && !/(?:近|逾)$/.test(before))
    return true;
  if (/^(?:年|月|日|号|时|点(?!\d)|届|期|季|月末|周|天|强|大|线|代|级|版|纳米|[a-zA-Z/:：]|-\d)/.test(after))
    return true;
  if (/^(?:19|20)\d\d$/.test(digits) && !/^\s*[亿万元]/.test(after)) return true;
  return /^\d{6}$/.test(digits);
}

/** Figures of a text. Chinese numerals count only with a unit behind them or 百分之 before: 三倍, 百分之十二. */
export function findFigures(raw: string, { names = false } = {}): Figure[] {
  const text = raw.normalize("NFKC");
  return [...text.matchAll(FIGURE)].flatMap((match) => {
    const [written, share, digits, scale, unit] = match;
    const isChinese = !/\d/.test(digits!);
    if (isChinese && !share && !unit && !scale) return [];
    if (
      !names &&
      !share &&
      !unit &&
      !scale &&
      isName(text, match.index, match.index + written.trimEnd().length, digits!)
    )
      return [];
    const number = isChinese ? chineseNumber(digits!) : Math.abs(Number(digits!.replaceAll(",", "")));
    if (number === null || Number.isNaN(number)) return [];
    const factor = scale ? SCALES[scale]! : 1;
    const decimals = digits!.split(".")[1]?.length ?? 0;
    const zeros = decimals > 0 ? 0 : (/0*$/.exec(digits!)?.[0].length ?? 0);
    const isAbout = ABOUT.test(text.slice(0, match.index)) || written.includes("余");
    // 1.2万 for 12,034 and 9800亿 for 9,803.7: what was rounded to is the last digit that is no zero, in reason.
    const last = 0.5 * 10 ** -decimals;
    const rounded = Math.max(last, Math.min(last * 10 ** zeros, number * 0.005));
    const slack = (isAbout ? Math.max(rounded, number * 0.1) : rounded) * factor;
    if (unit === "成") return [{ written: written.trim(), value: number * 10, slack: 5, kind: "percent" }];
    const kind = share ? "percent" : unit ? (KINDS[unit] ?? KINDS[unit.toLowerCase()] ?? unit) : "";
    return [{ written: written.trim(), value: number * factor, slack, kind }];
  });
}

/** Figures of the headline that no figure of the text can be rounded to. */
export function figuresNotIn(headline: string, text: string): string[] {
  const said = findFigures(text, { names: true });
  const same = (a: Figure, b: Figure) => {
    const [x, y] = a.kind === "percent" && b.kind === "bp" ? [a.value * 100, b.value] : [a.value, b.value];
    const factor = x / (a.value || 1);
    return Math.abs(x - y) <= a.slack * factor * (1 + 1e-9) + 1e-9;
  };
  const sameKind = (a: Figure, b: Figure) => a.kind === b.kind || (a.kind === "percent" && b.kind === "bp");
  return findFigures(headline)
    .filter((figure) => !said.some((one) => sameKind(figure, one) && same(figure, one)))
    .map(({ written }) => written);
}
