/**
 * A figure where it stands: its value in its unit, how far it may be rounded (a day or a number in words is what it is),
 * and the words beside it.
 */
export type PlacedFigure = { value: number; slack: number; unit: string; before: string; after: string };

const SCALES: Record<string, number> = { 千: 1e3, 万: 1e4, 百万: 1e6, 千万: 1e7, 亿: 1e8, 万亿: 1e12 };
/** A day of a month; digits with their scale and unit; a number in words with what it counts. */
const FIGURE =
  /(?<![\d.A-Za-z])(\d{1,2})月(\d{1,2})[日号]|(?<![\d.])(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(万亿|千万|百万|[千万亿])?(个百分点|个基点|百分点|基点|[%‰]|[\p{Script=Han}a-z]{0,2})|([一二两三四五六七八九十]{1,3})([个条家次名座成倍季期只日年天折连])/gu;
/** Signs that end what a figure is about. */
const STOPS = /[。！？；!?;\n]/;
const REACH = 6;

/** The last or first few letters of what stands beside a figure, other figures as a sign. */
const beside = (text: string) => text.replace(/\d+(?:[.,]\d+)*/g, "#").replace(/[^\p{Script=Han}\p{L}#%]/gu, "");

function before(text: string, at: number): string {
  const from = Math.max(0, at - 3 * REACH);
  const part = text.slice(from, at).split(STOPS).at(-1)!;
  return beside(part).slice(-REACH);
}

const after = (text: string, at: number) => beside(text.slice(at, at + 2 * REACH).split(STOPS)[0]!).slice(0, REACH);

/** 三, 十二, 二十一. */
function numberOf(words: string): number {
  const [tens, ones = ""] = words.includes("十") ? words.split("十") : ["0", words];
  const digit = (one: string) => "零一二三四五六七八九".indexOf(one === "两" ? "二" : one.slice(0, 1));
  return (tens === "0" ? 0 : 10 * (tens ? digit(tens) : 1)) + (ones ? digit(ones) : 0);
}

/** Every figure of a levelled text; a day of a month is one figure. */
export function placedFigures(text: string): PlacedFigure[] {
  return [...text.matchAll(FIGURE)].map((match) => {
    const [written, month, day, digits, scale, unit, words, counted] = match;
    const places = { before: before(text, match.index), after: after(text, match.index + written.length) };
    if (words) return { value: numberOf(words), slack: 0, unit: counted!, ...places };
    if (month) return { value: Number(month) * 100 + Number(day), slack: 0, unit: "日", ...places };
    const factor = scale ? SCALES[scale]! : 1;
    const decimals = digits!.split(".")[1]?.length ?? 0;
    return {
      value: Number(digits!.replaceAll(",", "")) * factor,
      slack: 0.5 * 10 ** -decimals * factor,
      // 元/股 and 元 are one unit, so are 个百分点 and 百分点.
      unit: unit!.replace(/^个/, "").slice(0, unit!.startsWith("个") ? 3 : 1),
      ...places,
    };
  });
}

/** A rounded figure is that near to what was rounded: 0.3% to 0.31%, but 突破1万亿 is not 突破1.2万亿. */
const NEAR = 0.04;

/** Whether one may be the other, rounded. */
export function agree(a: PlacedFigure, b: PlacedFigure): boolean {
  if (a.unit !== b.unit) return false;
  const apart = Math.abs(a.value - b.value);
  return apart === 0 || (apart <= Math.max(a.slack, b.slack) * 1.0001 && apart <= NEAR * Math.max(a.value, b.value));
}

/** What a figure is about: the words before it, or behind it at the beginning of a sentence; null when there are none. */
const placeOf = ({ before, after, unit }: PlacedFigure) =>
  before.length >= 3 ? `${before} ${unit}` : after.length >= 3 ? `${unit} ${after}` : null;

function byPlace(figures: PlacedFigure[]) {
  const places = new Map<string, PlacedFigure[]>();
  for (const figure of figures) {
    const place = placeOf(figure);
    if (place) places.set(place, [...(places.get(place) ?? []), figure]);
  }
  return places;
}

/**
 * Two figures at the same place of which one cannot be the other; null when there are none. A place may come more than
 * once: then each text says there something that the other one does not; a shortened one only says less.
 */
export function contradiction(a: PlacedFigure[], b: PlacedFigure[]): [PlacedFigure, PlacedFigure] | null {
  const places = byPlace(b);
  const lacking = (said: PlacedFigure[], others: PlacedFigure[]) =>
    said.find((one) => !others.some((another) => agree(one, another)));
  for (const [place, said] of byPlace(a)) {
    const others = places.get(place) ?? [];
    const [one, another] = [lacking(said, others), lacking(others, said)];
    if (one && another) return [one, another];
  }
  return null;
}

/** Each figure once. */
function distinct(figures: PlacedFigure[]): PlacedFigure[] {
  return [...new Map(figures.map((figure) => [`${figure.value} ${figure.unit}`, figure])).values()];
}

/** Share of the figures of the text that has fewer which the other one has too; 1 where there are none. */
export function shareOfFigures(a: PlacedFigure[], b: PlacedFigure[]): number {
  const counted = [a, b].map((all) => distinct(all.filter(({ slack }) => slack > 0)));
  const [few, many] = counted.sort((x, y) => x.length - y.length) as [PlacedFigure[], PlacedFigure[]];
  if (few.length === 0) return 1;
  return few.filter((one) => many.some((another) => agree(one, another))).length / few.length;
}
