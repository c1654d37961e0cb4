import { beijing, longDay } from "@/lib/dates";

type Outlet = { count: number; since: string | null; description: string };

/** What an outlet is and how much of it is kept here. */
export function OutletNote({ outlet: { count, since, description } }: { outlet: Outlet }) {
  const from = since && beijing(since);
  return (
    <p>
      {description}
      本站收录其报道{from && `自 ${from.year} 年 ${from.month} 月起，`}共 {count.toLocaleString("en")} 篇。
    </p>
  );
}

type Security = { fullName: string; industry: string; listedOn: string | null };
type Mentioned = { count: number; first: string | null };

/** Counting mentions stops at this number. */
const COUNTED = 1000;

/** The facts about a security in one row. */
export function SecurityNote({ security, mentioned }: { security: Security; mentioned: Mentioned }) {
  const { count, first } = mentioned;
  const facts: [string, string][] = [
    ["全称", security.fullName],
    ["行业", security.industry],
    ["上市", security.listedOn ? longDay(`${security.listedOn}T12:00:00+08:00`) : ""],
    ["提及", count < COUNTED ? `${count} 篇` : `${COUNTED.toLocaleString("en")} 多篇`],
    ["最早", first ? longDay(first) : ""],
  ];
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== "")
        .map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
