import { shortDay, weekday } from "@/lib/dates";
import { categoryPath, stockPath } from "@/lib/urls";

type Row = { href: string; label: string; note: string; count: number };
type Props = {
  id: string;
  title: string;
  columns: [label: string, note: string];
  rows: Row[];
  unit?: string;
  className?: string;
  /** Beside the title. */
  more?: React.ReactNode;
};

/** Names with a number of articles, as bars where the numbers differ. */
function CountBars({ id, title, columns, rows, unit = "篇", className, more }: Props) {
  const most = Math.max(...rows.map(({ count }) => count));
  const differ = rows.some(({ count }) => count !== most);
  return (
    <section aria-labelledby={id} className={className}>
      <div className="sect-head">
        <h2 id={id}>{title}</h2>
        {more}
      </div>
      <table className="hot">
        <thead className="sr">
          <tr>
            <th scope="col">{columns[0]}</th>
            <th scope="col">{columns[1]}</th>
            <th scope="col">数量</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ href, label, note, count }) => (
            <tr key={href}>
              <th scope="row">
                <a href={href}>{label}</a>
              </th>
              <td>{note}</td>
              <td>
                <span className="bar">
                  {differ && (
                    <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
                      <rect width={Math.round((count / most) * 100)} height="4" />
                    </svg>
                  )}
                  {count} {unit}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type Securities = {
  id: string;
  title: string;
  securities: { symbol: string; name: string; count: number }[];
  more?: React.ReactNode;
};

export function SecurityBars({ id, title, securities, more }: Securities) {
  const rows = securities.map(({ symbol, name, count }) => ({
    href: stockPath(symbol),
    label: name,
    note: symbol,
    count,
  }));
  return <CountBars id={id} title={title} columns={["证券", "代码"]} rows={rows} more={more} />;
}

type Outlets = { title: string; outlets: { slug: string; name: string; count: number }[]; more?: React.ReactNode };

export function OutletBars({ title, outlets, more }: Outlets) {
  const rows = outlets.map(({ slug, name, count }) => ({ href: categoryPath(slug), label: name, note: "", count }));
  return <CountBars id="by-outlet" title={title} columns={["媒体", "说明"]} rows={rows} more={more} />;
}

/** Where a day begins on the page. */
export const dayAnchor = (day: string) => `d-${day}`;

/** The days of a list page, each a jump to its first row. */
export function DayBars({ days, unit }: { days: { day: string; count: number }[]; unit: string }) {
  const rows = days.map(({ day, count }) => {
    const noon = `${day}T12:00:00+08:00`;
    return { href: `#${dayAnchor(day)}`, label: shortDay(noon), note: weekday(noon), count };
  });
  return (
    <CountBars id="by-day" title="本页各日" columns={["日期", "星期"]} rows={rows} unit={unit} className="by-day" />
  );
}
