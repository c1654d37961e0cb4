import { Crumb } from "@/components/site/crumb";
import { CollectionData } from "@/components/site/data/collection-data";
import { Frame } from "@/components/site/frame";
import { dayIn, shadesOf } from "@/lib/archive/calendar";
import type { Calendar } from "@/lib/archive/loaders";
import { archivePartPath, archivePath } from "@/lib/urls";
import { HeatLegend } from "./legend";
import { MonthTable } from "./month-table";
import { Steps } from "./steps";

type Props = { year: number; month: number; calendar: Calendar };

/** The month before or after one, when the archive reaches that far. */
function monthBeside(year: number, month: number, by: 1 | -1, { first, last }: Calendar["span"]) {
  const at = new Date(Date.UTC(year, month - 1 + by, 1));
  const part = at.toISOString().slice(0, 7);
  if (part < first.slice(0, 7) || part > last.slice(0, 7)) return null;
  return { href: archivePartPath(part), label: `${at.getUTCFullYear()}年${at.getUTCMonth() + 1}月` };
}

/** One month as a calendar that says how much was published on each day. */
export function MonthPage({ year, month, calendar: { span, counts } }: Props) {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return (
    <Frame>
      <header className="page-head">
        <Crumb
          steps={[
            { href: archivePath, label: "往期" },
            { href: archivePartPath(String(year)), label: `${year}年` },
          ]}
        />
        <h1>
          {year}年{month}月
        </h1>
        <p className="stand">
          {total === 0
            ? "这个月没有公开的报道。"
            : `共 ${total.toLocaleString("en")} 篇，${counts.size} 天有报道；点一天看当天的全部报道与快讯。`}
        </p>
      </header>
      <MonthTable
        {...{ year, month, counts }}
        shade={shadesOf(counts)}
        withCounts
        caption={<span className="sr">{`${dayIn(year, month, 1).slice(0, 7)}，每天的篇数`}</span>}
      />
      <HeatLegend />
      <CollectionData name={`${year}年${month}月`} listPath={archivePartPath(dayIn(year, month, 1).slice(0, 7))} />
      <Steps earlier={monthBeside(year, month, -1, span)} later={monthBeside(year, month, 1, span)} unit="月份" />
    </Frame>
  );
}
