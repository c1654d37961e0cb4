import { clock } from "@/lib/dates";
import { partAt, type Session } from "./parts";
import { isClosed } from "./trading-days";

/** The session at a moment; null on a weekday of a year whose holidays are not known. */
export function sessionAt(at: Date | string): Session | null {
  const closed = isClosed(new Date(at));
  if (closed === null) return null;
  if (closed) return "休市";
  return partAt(clock(at))[1];
}

/** What a session means, for who does not trade. */
export const SESSION_MEANS: Record<Session, string> = {
  盘前: "当天开盘之前",
  盘中: "交易时间内",
  午休: "午间休市",
  盘后: "当天收盘之后",
  休市: "当天不交易",
};

/** What divides a trading day in Shanghai, Shenzhen and Beijing, by the clock of Beijing. */
const BREAKS = [
  { at: "09:30", words: "开盘　09:30" },
  { at: "11:30", words: "午间休市　11:30 至 13:00" },
  { at: "15:00", words: "收盘　15:00" },
];

export type SessionBreak = { publishAt: string; words: string };

/** The breaks of a day (`2026-11-23`), the latest first; none where the exchanges are closed or nobody knows yet. */
export function sessionBreaks(day: string): SessionBreak[] {
  if (isClosed(new Date(`${day}T12:00:00+08:00`)) !== false) return [];
  return BREAKS.map(({ at, words }) => ({
    publishAt: new Date(`${day}T${at}:00+08:00`).toISOString(),
    words,
  })).reverse();
}
