import { Fragment } from "react";
import { dayAnchor } from "@/components/site/count-bars";
import type { Card } from "@/lib/articles/cards";
import { beijingDay, longDay, nearDay, weekday } from "@/lib/dates";

type Props = {
  cards: Card[];
  listClass: string;
  row: (card: Card) => React.ReactNode;
  /** Says which days are today and yesterday; the page must not outlive it. */
  now?: string;
};

/** Rows under the day they belong to; the day stays in sight while its rows pass. */
export function Days({ cards, listClass, row, now }: Props) {
  const days = new Map<string, Card[]>();
  for (const card of cards) {
    const day = beijingDay(card.publishAt);
    days.set(day, [...(days.get(day) ?? []), card]);
  }
  return [...days].map(([day, ofDay]) => (
    <Fragment key={day}>
      <h2 className="day" id={dayAnchor(day)}>
        <time dateTime={day}>{longDay(ofDay[0]!.publishAt)}</time>
        <span>{[now && nearDay(day, now), weekday(ofDay[0]!.publishAt)].filter(Boolean).join(" ")}</span>
      </h2>
      <ol className={listClass}>{ofDay.map(row)}</ol>
    </Fragment>
  ));
}
