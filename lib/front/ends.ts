import { beijingDay, clock, startOfBeijingDay } from "@/lib/dates";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long a line of breaking news stands at most, and how long unless told otherwise. */
export const LONGEST_BAR_MS = DAY;
export const USUAL_BAR_MS = 2 * HOUR;

const whole = (time: number) => new Date(Math.ceil(time / MINUTE) * MINUTE);

/** Ends that are wanted often. */
export function quickEnds(now: Date): { key: string; name: string; at: Date }[] {
  const midnight = startOfBeijingDay(now).getTime() + DAY;
  return [
    { key: "hours", name: "2 小时后", at: whole(now.getTime() + USUAL_BAR_MS) },
    { key: "midnight", name: "今天 24:00", at: new Date(midnight) },
    { key: "morning", name: "明早 9:00", at: new Date(midnight + 9 * HOUR) },
  ];
}

/** `今天 14:20`, `今天 24:00`, `明天 09:00`, `11月23日 14:20`: when something ends, as it is spoken of. */
export function sayEnd(end: Date | string, now: Date | string): string {
  const midnight = startOfBeijingDay(new Date(now)).getTime() + DAY;
  const time = new Date(end).getTime();
  if (time === midnight) return "今天 24:00";
  if (beijingDay(end) === beijingDay(now)) return `今天 ${clock(end)}`;
  if (time > midnight && time < midnight + DAY) return `明天 ${clock(end)}`;
  const [, month, day] = beijingDay(end).split("-").map(Number);
  return `${month}月${day}日 ${clock(end)}`;
}
