const MINUTE = 60_000;

/** `171,306`. */
export const grouped = (n: number) => n.toLocaleString("en-US");

/** For an axis: `30万`, `1.5万`, `800`. */
export const short = (n: number) => (n >= 10_000 ? `${n / 10_000}万` : String(n));

/** `42 分钟`, `1 小时 10 分`, `3 天`. */
export function lasting(ms: number): string {
  const minutes = Math.max(1, Math.floor(ms / MINUTE));
  if (minutes < 60) return `${minutes} 分钟`;
  const hours = Math.floor(minutes / 60);
  if (hours >= 24) return `${Math.floor(hours / 24)} 天`;
  return minutes % 60 ? `${hours} 小时 ${minutes % 60} 分` : `${hours} 小时`;
}

/** The end of an axis and its step: a few round numbers, the last at or above the greatest value. */
export function axis(greatest: number): { top: number; step: number } {
  const rough = Math.max(1, greatest) / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough) ?? 10 * power);
  return { step, top: step * Math.max(1, Math.ceil(greatest / step)) };
}
