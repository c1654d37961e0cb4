import { isTradingDay } from "@/lib/markets/trading-days";

/** What divides a trading day in Shanghai, Shenzhen and Beijing, by the clock of Beijing. */
const BREAKS = [
  { at: "09:30", words: "开盘　09:30" },
  { at: "11:30", words: "午间休市　11:30 至 13:00" },
  { at: "15:00", words: "收盘　15:00" },
];

export type SessionBreak = { publishAt: string; words: string };

/** The breaks of a day (`2026-11-23`), the latest first; none where the exchanges are closed or nobody knows yet. */
export function sessionBreaks(day: string): SessionBreak[] {
  if (!isTradingDay(new Date(`${day}T12:00:00+08:00`))) return [];
  return BREAKS.map(({ at, words }) => ({
    publishAt: new Date(`${day}T${at}:00+08:00`).toISOString(),
    words,
  })).reverse();
}
