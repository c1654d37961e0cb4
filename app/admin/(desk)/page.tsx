import type { Metadata } from "next";
import { BarChart } from "@/components/admin/stats/bar-chart";
import { BusiestOutlets } from "@/components/admin/stats/busiest-outlets";
import { Figures } from "@/components/admin/stats/figures";
import { MostRead } from "@/components/admin/stats/most-read";
import { RangeLinks } from "@/components/admin/stats/range-links";
import { Todo } from "@/components/admin/stats/todo";
import { beijingIso, clock, shortDay } from "@/lib/dates";
import { loadDashboard } from "@/lib/stats/loaders";
import { readRange } from "@/lib/stats/params";
import "../styles/dashboard.css";

export const metadata: Metadata = { title: "数据" };

const SPANS = { 1: "今日", 7: "近 7 日", 30: "近 30 日" } as const;

export default async function DashboardPage({ searchParams }: PageProps<"/admin">) {
  const range = readRange(await searchParams);
  const { now, isAdmin, views, published, queues, missing, outlets, mostRead } = await loadDashboard(range);
  const span = SPANS[range];
  const until = `今天至 ${clock(now)}`;
  const per = range === 1 ? "每小时" : "每日";
  return (
    <>
      <header className="top">
        <h1>数据</h1>
        <p className="top-sub">
          <time dateTime={beijingIso(now)}>{`${shortDay(now)} ${clock(now)}`}</time>
          <span>不设 Cookie，已去除机器人</span>
        </p>
        <RangeLinks range={range} />
      </header>
      <Figures views={views} published={published} queues={queues} now={now} />
      <div className="dash">
        <BarChart id="views" title={`${per}浏览`} span={span} unit="次" bars={views.bars} until={until} now={now} />
        <Todo queues={queues} missing={missing} isAdmin={isAdmin} now={now} />
        <BarChart
          id="published"
          title={`${per}发布`}
          span={span}
          unit="篇"
          bars={published.bars}
          until={until}
          now={now}
        />
        <BusiestOutlets title={`各媒体${range === 1 ? "今日" : span}发布`} outlets={outlets} />
        <MostRead title={`${range === 1 ? "今日" : span}读得最多`} articles={mostRead} />
      </div>
    </>
  );
}
