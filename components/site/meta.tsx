import type { Card, Mentioned } from "@/lib/articles/cards";
import { sayCluster } from "@/lib/clusters/words";
import { beijingDay, beijingIso, clock } from "@/lib/dates";
import { clusterPath, stockPath } from "@/lib/urls";

/** Time of day; the day as well where it is another than `today`. */
export function When({ at, today }: { at: string; today?: Date }) {
  const sameDay = !today || beijingDay(at) === beijingDay(today);
  return <time dateTime={beijingIso(at)}>{sameDay ? clock(at) : beijingDay(at).slice(5)}</time>;
}

/** How many outlets tell the story of a line; leads to all of them. */
export function OutletCount({ card: { cluster, slug } }: { card: Pick<Card, "cluster" | "slug"> }) {
  return cluster && <a href={clusterPath(slug)}>{sayCluster(cluster)}</a>;
}

export function SecurityChips({ securities, max = 2 }: { securities: Mentioned[]; max?: number }) {
  return securities.slice(0, max).map(({ symbol, name }) => (
    <a key={symbol} className="chip" href={stockPath(symbol)}>
      {name} <span>{symbol}</span>
    </a>
  ));
}
