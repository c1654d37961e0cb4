import { type Shade, weeksOf } from "@/lib/archive/calendar";
import { archivePartPath } from "@/lib/urls";

const WEEKDAYS = [..."一二三四五六日"];

type Props = {
  year: number;
  month: number;
  counts: Map<string, number>;
  shade: (day: string) => Shade;
  /** The day whose page this is. */
  current?: string;
  /** How the month is called above it; a link where the month has a page of its own. */
  caption: React.ReactNode;
  /** Whether each day says its number of articles. */
  withCounts?: boolean;
};

/** A month as a calendar that is a heat map as well: the more was published, the darker a day, and its link says how much. */
export function MonthTable({ year, month, counts, shade, current, caption, withCounts }: Props) {
  return (
    <table className={withCounts ? "cal cal-full" : "cal"}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((name) => (
            <th key={name} scope="col" abbr={`星期${name}`}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week, at) => (
          <tr key={week.find(Boolean) ?? at}>
            {week.map((day, place) => (
              <td key={place}>
                {day && (
                  <Day {...{ day, withCounts }} count={counts.get(day) ?? 0} shade={shade(day)} current={current} />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type DayProps = { day: string; count: number; shade: Shade; current?: string; withCounts?: boolean };

function Day({ day, count, shade, current, withCounts }: DayProps) {
  const number = Number(day.slice(8));
  const isCurrent = day === current;
  if (count === 0) return <span aria-current={isCurrent ? "page" : undefined}>{number}</span>;
  return (
    <a
      href={archivePartPath(day)}
      className={`heat-${shade}`}
      title={`${count} 篇`}
      aria-current={isCurrent ? "page" : undefined}
    >
      <time dateTime={day}>{number}</time>
      <span className="sr">日，</span>
      <span className={withCounts ? "num" : "sr"}>{count.toLocaleString("en")} 篇</span>
    </a>
  );
}
