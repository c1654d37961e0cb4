import { beijing, beijingDay, clock, longDay, parseBeijing, startOfBeijingDay, weekday } from "@/lib/dates";
import { nextTradingDay } from "@/lib/markets/trading-days";

const MINUTE = 60_000;
const DAY = 86_400_000;
const at = (day: Date, hour: number, minute = 0) => new Date(day.getTime() + (hour * 60 + minute) * MINUTE);
const daysOn = (now: Date, days: number) => new Date(startOfBeijingDay(now).getTime() + days * DAY);

/** Times that are wanted often; `note` says where one of them is a guess. */
export function quickTimes(now: Date): { name: string; at: Date; note?: string }[] {
  const tonight = at(startOfBeijingDay(now), 20);
  const { day, unknownYear } = nextTradingDay(now);
  const note = unknownYear
    ? { note: `${unknownYear} 年的休市安排还没有录入，下个交易日只避开了周末和固定的假日，请核对。` }
    : {};
  return [
    ...(tonight > now ? [{ name: "今晚 20:00", at: tonight }] : []),
    { name: "明早 08:00", at: at(daysOn(now, 1), 8) },
    { name: "下个交易日 09:00", at: at(day, 9), ...note },
  ];
}

/** `2026-11-24 09:20`, as it is typed and read, in Beijing time wherever the browser is. */
export const writeTime = (time: Date | string) => `${beijingDay(time)} ${clock(time)}`;

const DAY_WORDS: Record<string, number> = { 今天: 0, 今日: 0, 今晚: 0, 明天: 1, 明日: 1, 明早: 1, 明晚: 1, 后天: 2 };
const pad = (text: string) => text.padStart(2, "0");

/**
 * Reads a time in Beijing: `2026-11-24 09:20`, `11-24 9:20`, `11月24日 9:20`, `明天 9:20`, or `9:20` for today.
 * @returns null when it is no time or the day does not exist
 */
export function readTime(text: string, now: Date): Date | null {
  const plain = text.normalize("NFKC").trim().replace(/\s+/g, " ");
  const clockOnly = /^(?:(今天|今日|今晚|明天|明日|明早|明晚|后天)\s*)?(\d{1,2}):(\d{2})$/.exec(plain);
  if (clockOnly) {
    const [, word = "今天", hour, minute] = clockOnly;
    return parseBeijing(`${beijingDay(daysOn(now, DAY_WORDS[word]!))} ${pad(hour!)}:${minute}`);
  }
  const full = /^(?:(\d{4})\s?[-/.年]\s?)?(\d{1,2})\s?[-/.月]\s?(\d{1,2})日?[ T]?\s?(\d{1,2}):(\d{2})(?::00)?$/.exec(
    plain,
  );
  if (!full) return null;
  const [, year = String(beijing(now).year), month, day, hour, minute] = full;
  return parseBeijing(`${year}-${pad(month!)}-${pad(day!)} ${pad(hour!)}:${minute}`);
}

/** `3 小时 20 分后`, `2 天后`, `5 分钟前`. */
function distance(time: Date, now: Date): string {
  const minutes = Math.round(Math.abs(time.getTime() - now.getTime()) / MINUTE);
  const ending = time > now ? "后" : "前";
  if (minutes < 1) return time > now ? "不到 1 分钟后" : "刚才";
  if (minutes < 60) return `${minutes} 分钟${ending}`;
  if (minutes < 48 * 60) {
    const rest = minutes % 60;
    return `${Math.floor(minutes / 60)} 小时${rest > 0 ? ` ${rest} 分` : ""}${ending}`;
  }
  return `${Math.round(minutes / 1440)} 天${ending}`;
}

/** `11月24日 09:20` by the clock of the browser, where it differs from Beijing's; null where it does not. */
function localTime(time: Date): string | null {
  if (time.getTimezoneOffset() === -480) return null;
  const two = (n: number) => String(n).padStart(2, "0");
  return `${time.getMonth() + 1}月${time.getDate()}日 ${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** `2026年11月24日 星期二 09:20，3 小时后`; elsewhere than in China it says whose time that is, and the browser's own. */
export function describeTime(time: Date, now: Date): string {
  const local = localTime(time);
  const here = local ? `；你这里是 ${local}` : "";
  return `${local ? "北京时间 " : ""}${longDay(time)} ${weekday(time)} ${clock(time)}，${distance(time, now)}${here}`;
}
