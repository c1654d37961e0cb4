const BEIJING_OFFSET_MS = 8 * 3600_000;

const pad = (n: number, width = 2) => String(n).padStart(width, "0");

/** Calendar fields in Beijing time (UTC+8, no daylight saving). `weekday`: 0 is Sunday. */
export function beijing(at: Date | string) {
  const shifted = new Date(new Date(at).getTime() + BEIJING_OFFSET_MS);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
    weekday: shifted.getUTCDay(),
  };
}

/** `2026-11-23` in Beijing. */
export function beijingDay(at: Date | string): string {
  const t = beijing(at);
  return `${t.year}-${pad(t.month)}-${pad(t.day)}`;
}

/** `2026-11-23T14:20:00+08:00`, for `<time datetime>`. */
export function beijingIso(at: Date | string): string {
  const t = beijing(at);
  return `${beijingDay(at)}T${pad(t.hour)}:${pad(t.minute)}:${pad(t.second)}+08:00`;
}

/** `14:20`. */
export function clock(at: Date | string): string {
  const t = beijing(at);
  return `${pad(t.hour)}:${pad(t.minute)}`;
}

/** `14:20:07`. */
export const clockToTheSecond = (at: Date | string) => `${clock(at)}:${pad(beijing(at).second)}`;

/** `2026年11月23日`. */
export function longDay(at: Date | string): string {
  const t = beijing(at);
  return `${t.year}年${t.month}月${t.day}日`;
}

/** `11月23日`. */
export function shortDay(at: Date | string): string {
  const t = beijing(at);
  return `${t.month}月${t.day}日`;
}

/** `星期一`. */
export const weekday = (at: Date | string) => `星期${"日一二三四五六"[beijing(at).weekday]}`;

/** `今天`, `昨天`; of any other day nothing. What says it is of that day only: its page carries `tag.today`. */
export function nearDay(at: Date | string, now: Date | string): "今天" | "昨天" | null {
  const days =
    (startOfBeijingDay(new Date(now)).getTime() - startOfBeijingDay(new Date(at)).getTime()) / (24 * 3600_000);
  return days === 0 ? "今天" : days === 1 ? "昨天" : null;
}

/** `今天 14:20`, `11月23日 14:20`, `2025-03-02`. */
export function recentTime(at: Date | string, now: Date | string): string {
  if (beijingDay(at) === beijingDay(now)) return `今天 ${clock(at)}`;
  return beijing(at).year === beijing(now).year ? `${shortDay(at)} ${clock(at)}` : beijingDay(at);
}

/** `2026年11月23日 14:20`. */
export const longTime = (at: Date | string) => `${longDay(at)} ${clock(at)}`;

/** `2026年11月19日 08:44 至 11月25日 20:41`; the year twice where it differs, the day once where it does not. */
export function timeSpan(from: Date | string, to: Date | string): string {
  if (beijingDay(from) === beijingDay(to)) {
    return clock(from) === clock(to) ? longTime(from) : `${longTime(from)} 至 ${clock(to)}`;
  }
  const sameYear = beijing(from).year === beijing(to).year;
  return `${longTime(from)} 至 ${sameYear ? `${shortDay(to)} ${clock(to)}` : longTime(to)}`;
}

/** Midnight at the start of the Beijing day that `at` falls on. */
export function startOfBeijingDay(at: Date): Date {
  const t = beijing(at);
  return new Date(Date.UTC(t.year, t.month - 1, t.day) - BEIJING_OFFSET_MS);
}

/** Midnight at the start of the Monday of the week, in Beijing. */
export function startOfBeijingWeek(at: Date): Date {
  const sinceMonday = (beijing(at).weekday + 6) % 7;
  return new Date(startOfBeijingDay(at).getTime() - sinceMonday * 24 * 3600_000);
}

/**
 * Reads `2021-12-08 10:46:18` with or without `+0800`; without a zone it is Beijing time.
 * @returns null when the text is not such a date or names a day that does not exist
 */
export function parseBeijing(text: string): Date | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})(?::(\d{2}))?\s*(?:([+-])(\d{2}):?(\d{2})|Z)?$/.exec(
    text.trim(),
  );
  if (!match) return null;
  const [, y, mo, d, h, mi, s = "00", sign, zh, zm] = match;
  const local = Date.UTC(+y!, +mo! - 1, +d!, +h!, +mi!, +s);
  const back = new Date(local);
  if (back.getUTCMonth() !== +mo! - 1 || back.getUTCDate() !== +d! || +h! > 23 || +mi! > 59 || +s > 59) return null;
  const zulu = text.trim().endsWith("Z");
  const offset = zulu ? 0 : sign ? (sign === "-" ? -1 : 1) * (+zh! * 60 + +zm!) * 60_000 : BEIJING_OFFSET_MS;
  return new Date(local - offset);
}
