import { OutletBars, SecurityBars } from "@/components/site/count-bars";
import { Crumb } from "@/components/site/crumb";
import { CollectionData } from "@/components/site/data/collection-data";
import { Frame } from "@/components/site/frame";
import { ListView } from "@/components/site/list-view";
import { shadesOf } from "@/lib/archive/calendar";
import type { loadDay } from "@/lib/archive/loaders";
import { longDay, shortDay, weekday } from "@/lib/dates";
import { archivePartPath, archivePath } from "@/lib/urls";
import { MonthTable } from "./month-table";
import { Steps } from "./steps";

type Props = {
  found: NonNullable<Awaited<ReturnType<typeof loadDay>>>;
  /** Behind which a further page begins. */
  cursor?: string;
};

const noon = (day: string) => `${day}T12:00:00+08:00`;
const step = (day: string | null) => (day === null ? null : { href: archivePartPath(day), label: shortDay(noon(day)) });

/** Everything of one day, with its month beside it and the ways to the days with news before and after. */
export function DayPage({ found: { day, previous, next, page, calendar }, cursor }: Props) {
  const [year, month] = day.split("-").map(Number) as [number, number];
  const count = calendar?.counts.get(day);
  const listPath = archivePartPath(day);
  return (
    <Frame>
      <header className="page-head">
        <Crumb
          steps={[
            { href: archivePath, label: "往期" },
            { href: archivePartPath(String(year)), label: `${year}年` },
            { href: archivePartPath(day.slice(0, 7)), label: `${month}月` },
          ]}
        />
        <h1>{longDay(noon(day))}</h1>
        <p className="stand">
          {weekday(noon(day))}
          {count && `，共 ${count.toLocaleString("en")} 篇`}
          {page.older && "，接着看"}
        </p>
      </header>
      <div className="one-day">
        <ListView
          page={page}
          listPath={listPath}
          empty="这一天没有公开的报道。"
          rail={
            <>
              {calendar && (
                <MonthTable
                  {...{ year, month, counts: calendar.counts }}
                  shade={shadesOf(calendar.counts)}
                  current={day}
                  caption={
                    <a href={archivePartPath(day.slice(0, 7))}>
                      {year}年{month}月
                    </a>
                  }
                />
              )}
              {page.named.length > 0 && <SecurityBars id="named" title="本页提到的证券" securities={page.named} />}
              {page.outlets.length > 1 && <OutletBars title="本页来自" outlets={page.outlets} />}
            </>
          }
        />
      </div>
      <CollectionData name={longDay(noon(day))} listPath={listPath} cursor={cursor} items={page.cards} />
      <Steps earlier={step(previous)} later={step(next)} unit="有报道的日子" />
    </Frame>
  );
}
