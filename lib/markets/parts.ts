/** What the mainland's exchanges do at a moment: before the opening, trading, noon break, after the close, no trading day. */
export type Session = "盘前" | "盘中" | "午休" | "盘后" | "休市";

/** The parts of a trading day in Shanghai, Shenzhen and Beijing, by the clock of Beijing, the last first; and what ends each. */
const PARTS: [from: string, session: Session, next: string][] = [
  ["15:00", "盘后", ""],
  ["13:00", "盘中", "15:00 收盘"],
  ["11:30", "午休", "13:00 开盘"],
  ["09:30", "盘中", "11:30 午休"],
  ["", "盘前", "09:30 开盘"],
];

/** The part of a trading day that a time of day (`14:20`) falls into. Runs in the browser as well. */
export const partAt = (clock: string) => PARTS.find(([from]) => clock >= from)!;
