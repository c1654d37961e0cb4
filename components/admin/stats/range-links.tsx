import { dashboardPath, RANGES } from "@/lib/stats/params";

const NAMES = { 1: "今日", 7: "7 日", 30: "30 日" } as const;

export function RangeLinks({ range }: { range: (typeof RANGES)[number] }) {
  return (
    <nav className="seg" aria-label="时间">
      {RANGES.map((days) => (
        <a key={days} href={dashboardPath(days)} aria-current={days === range ? "page" : undefined}>
          {NAMES[days]}
        </a>
      ))}
    </nav>
  );
}
