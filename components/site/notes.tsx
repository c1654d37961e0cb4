import { beijing } from "@/lib/dates";

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
