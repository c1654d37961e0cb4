import type { Mentioned } from "@/lib/articles/cards";
import { beijingDay, beijingIso, clock } from "@/lib/dates";
import { stockPath } from "@/lib/urls";

/** Time of day; the day as well where it is another than `today`. */
export function When({ at, today }: { at: string; today?: Date }) {
  const sameDay = !today || beijingDay(at) === beijingDay(today);
  return <time dateTime={beijingIso(at)}>{sameDay ? clock(at) : beijingDay(at).slice(5)}</time>;
}

export function SecurityChips({ securities, max = 2 }: { securities: Mentioned[]; max?: number }) {
  return securities.slice(0, max).map(({ symbol, name }) => (
    <a key={symbol} className="chip" href={stockPath(symbol)}>
      {name} <span>{symbol}</span>
    </a>
  ));
}
