import { Crumb } from "@/components/site/crumb";
import { CollectionData } from "@/components/site/data/collection-data";
import { Frame } from "@/components/site/frame";
import { dayIn, shadesOf } from "@/lib/archive/calendar";
import type { Calendar } from "@/lib/archive/loaders";
import { archivePartPath, archivePath } from "@/lib/urls";
import { HeatLegend } from "./legend";
import { MonthTable } from "./month-table";

type Props = {
  year: number;
  calendar: Calendar;
  /** The archive's first page, which shows the newest year. */
  isNewest?: boolean;
};

const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);
const yearOf = (day: string) => Number(day.slice(0, 4));

/** All years, and of one each month as a calendar. */
export function YearPage({ year, calendar: { span, counts }, isNewest }: Props) {
  const years = Array.from({ length: yearOf(span.last) - yearOf(span.first) + 1 }, (_, at) => yearOf(span.last) - at);
  const months = MONTHS.filter((month) => {
    const part = dayIn(year, month, 1).slice(0, 7);
    return part >= span.first.slice(0, 7) && part <= span.last.slice(0, 7);
  });
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const shade = shadesOf(counts);
  return (
    <Frame>
      <header className="page-head">
        <Crumb steps={isNewest ? [] : [{ href: archivePath, label: "往期" }]} />
        <h1>{isNewest ? "往期" : `${year}年`}</h1>
        <p className="stand">
          {isNewest && "发表过的都在，一直到最早的一天。"}
          {year}年共 {total.toLocaleString("en")} 篇，点一天看当天的全部报道与快讯。
        </p>
      </header>
      <CollectionData
        name={isNewest ? "往期" : `${year}年`}
        listPath={isNewest ? archivePath : archivePartPath(String(year))}
      />
      {years.length > 1 && (
        <nav aria-label="年份" className="years">
          <ol>
            {years.map((other) => (
              <li key={other}>
                <a href={archivePartPath(String(other))} aria-current={other === year ? "page" : undefined}>
                  {other}
                </a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <HeatLegend />
      <div className="months">
        {months.map((month) => (
          <MonthTable
            key={month}
            {...{ year, month, counts, shade }}
            caption={
              <a href={archivePartPath(dayIn(year, month, 1).slice(0, 7))}>
                {year}年{month}月
              </a>
            }
          />
        ))}
      </div>
    </Frame>
  );
}
