const MINUTE = 60_000;

/** `171,306`. */
export const grouped = (n: number) => n.toLocaleString("en-US");

/** `42 分钟`, `1 小时 10 分`, `3 天`. */
export function lasting(ms: number): string {
  const minutes = Math.max(1, Math.floor(ms / MINUTE));
  if (minutes < 60) return `${minutes} 分钟`;
  const hours = Math.floor(minutes / 60);
  if (hours >= 24) return `${Math.floor(hours / 24)} 天`;
  return minutes % 60 ? `${hours} 小时 ${minutes % 60} 分` : `${hours} 小时`;
}
