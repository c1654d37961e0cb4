import "server-only";
import { redirect } from "next/navigation";
import { requireActorAt } from "@/lib/auth/require";
import { beijingDay } from "@/lib/dates";
import { getDb } from "@/lib/db/client";
import { dashboardPath, type Range } from "@/lib/stats/params";
import { maySeeStats } from "@/lib/stats/policy";
import * as queries from "@/lib/stats/queries";
import { bars, byKey, compareToday, startOf } from "@/lib/stats/series";

const DAY_MS = 24 * 3_600_000;
/** As far back as a comparison with last week looks. */
const WEEK_AND_DAY = 8;
const READ_ROWS = 10;
const OUTLET_ROWS = 6;

export type Dashboard = Awaited<ReturnType<typeof loadDashboard>>;

/** The desk's first page. An author is led to their stories. */
export async function loadDashboard(range: Range) {
  const actor = await requireActorAt(dashboardPath(range));
  if (!maySeeStats(actor)) redirect("/admin/articles");
  const db = getDb();
  const now = new Date();
  const since = startOf(range, now);
  const sinceDay = beijingDay(since);
  const today = beijingDay(now);
  const [hours, mostRead, days, hoursOfToday, outlets, queues, missing] = await Promise.all([
    queries.listSiteViews(db, new Date(Math.min(since.getTime(), now.getTime() - WEEK_AND_DAY * DAY_MS))),
    queries.listMostRead(db, sinceDay, READ_ROWS),
    queries.listPublishedDays(db, since),
    range === 1 ? queries.listPublishedHours(db, since) : [],
    queries.listBusiest(db, since, OUTLET_ROWS),
    queries.readQueues(db),
    queries.listMissing(db, beijingDay(new Date(now.getTime() - 6 * DAY_MS)), 3),
  ]);
  const views = byKey(range, now, hours);
  const onDay = (day: string, kind?: string) =>
    days.filter((row) => row.day === day && (!kind || row.kind === kind)).reduce((sum, row) => sum + row.count, 0);
  const inHour = (hour: string) => hoursOfToday.find((row) => String(row.hour) === hour)?.count ?? 0;
  return {
    range,
    now: now.toISOString(),
    isAdmin: actor.role === "admin",
    views: { ...compareToday(hours, now), bars: bars(range, now, (key) => views.get(key) ?? 0) },
    published: {
      today: onDay(today),
      stories: onDay(today, "story"),
      flashes: onDay(today, "flash"),
      bars: bars(range, now, range === 1 ? inHour : (key) => onDay(key)),
    },
    mostRead,
    outlets,
    queues,
    missing,
  };
}
