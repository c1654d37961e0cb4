/** For an axis: `30万`, `1.5万`, `800`. */
export const short = (n: number) => (n >= 10_000 ? `${n / 10_000}万` : String(n));

/** The end of an axis and its step: a few round numbers, the last at or above the greatest value. */
export function axis(greatest: number): { top: number; step: number } {
  const rough = Math.max(1, greatest) / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough) ?? 10 * power);
  return { step, top: step * Math.max(1, Math.ceil(greatest / step)) };
}
