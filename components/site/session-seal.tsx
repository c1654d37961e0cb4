import { beijingDay, beijingIso, clock } from "@/lib/dates";
import { sessionAt } from "@/lib/markets/sessions";
import { closedAhead } from "@/lib/markets/trading-days";

/**
 * The exchanges' session beside the nameplate. A page is kept: without script it says when that was, and an island
 * corrects it by the clock. Nothing in a year whose holidays are not known.
 */
export function SessionSeal({ now }: { now: Date }) {
  const ahead = closedAhead(now);
  const session = sessionAt(now);
  if (!ahead || !session) return null;
  return (
    <session-seal title="沪深北交易所的交易时段" data-closed={ahead.closed.join(" ")} data-until={ahead.until}>
      <span className="sr">交易时段：</span>
      <b className={session === "盘中" ? "seal" : "seal seal-off"}>{session}</b>
      <small>
        截至{" "}
        <time dateTime={beijingIso(now)}>
          {beijingDay(now).slice(5)} {clock(now)}
        </time>
      </small>
    </session-seal>
  );
}
