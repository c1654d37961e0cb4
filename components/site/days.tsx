import { Fragment } from "react";
import { dayAnchor } from "@/components/site/count-bars";
import { beijingDay, longDay, nearDay, weekday } from "@/lib/dates";

type Props<Row> = {
  rows: Row[];
  listClass: string;
  row: (row: Row) => React.ReactNode;
  /** What is said beside a day's name. */
  note?: (at: string) => string;
  /** Says which days are today and yesterday; the page must not outlive it. */
  now?: string;
};

/** Rows under the day they belong to; the day stays in sight while its rows pass. */
export function Days<Row extends { publishAt: string }>({ rows, listClass, row, note = weekday, now }: Props<Row>) {
  const days = new Map<string, Row[]>();
  for (const one of rows) {
    const day = beijingDay(one.publishAt);
    days.set(day, [...(days.get(day) ?? []), one]);
  }
  return [...days].map(([day, ofDay]) => (
    <Fragment key={day}>
      <h2 className="day" id={dayAnchor(day)}>
        <time dateTime={day}>{longDay(ofDay[0]!.publishAt)}</time>
        <span>{[now && nearDay(day, now), note(ofDay[0]!.publishAt)].filter(Boolean).join(" ")}</span>
      </h2>
      <ol className={listClass}>{ofDay.map(row)}</ol>
    </Fragment>
  ));
}
