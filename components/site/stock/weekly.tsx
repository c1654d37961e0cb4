import { axis, short } from "@/components/ui/axis";
import { longDay, shortDay } from "@/lib/dates";
import type { Week } from "@/lib/securities/figures";

const PLOT = 780;
const WIDTH = 832;
const HEAD = 10;
const FOOT = 164;
const GAP = 8;
/** Which bars have their week below them, beside the last. */
const LABELLED = [0, 9, 17];

type Props = {
  weeks: Week[];
  /** Whether mentions of the sector stand above the direct ones; without, there is one series. */
  withSector: boolean;
  /** What the one series is. */
  series: string;
};

const most = (weeks: Week[]) => Math.max(...weeks.map(({ direct, sector }) => direct + sector));

function describe({ weeks, withSector, series }: Props) {
  const last = weeks.at(-1)!;
  const now = withSector ? `直接提及 ${last.direct} 篇、板块提及 ${last.sector} 篇` : `${series} ${last.direct} 篇`;
  const isRecord = last.direct + last.sector > most(weeks.slice(0, -1));
  return `近 ${weeks.length} 周每周提及的篇数：本周${now}${isRecord ? "，为半年最高" : ""}`;
}

/** Mentions of half a year by week, drawn on the server; a table says the same. */
export function Weekly(props: Props) {
  const { weeks, withSector, series } = props;
  return (
    <section aria-labelledby="weekly">
      <div className="sect-head">
        <h2 id="weekly">每周提及</h2>
        {withSector && (
          <p className="legend">
            <span className="k1">直接提及</span>
            <span className="k2">板块提及</span>
          </p>
        )}
      </div>
      {most(weeks) === 0 ? (
        <p className="none">近半年没有报道提到它，更早的列在下面。</p>
      ) : (
        <>
          <figure className="weekly">
            <Bars {...props} />
          </figure>
          <Table weeks={weeks} withSector={withSector} series={series} />
        </>
      )}
    </section>
  );
}

function Bars(props: Props) {
  const { weeks } = props;
  const { top, step } = axis(most(weeks));
  const heightOf = (value: number) => (value / top) * (FOOT - HEAD);
  const slot = PLOT / weeks.length;
  const at = (n: number) => n * slot + GAP / 2;
  const lines = Array.from({ length: Math.round(top / step) + 1 }, (_, n) => n * step);
  return (
    <svg className="chart" viewBox={`0 0 ${WIDTH} 200`} role="img" aria-labelledby="weekly-says">
      <title id="weekly-says">{describe(props)}</title>
      {lines.map((value) => (
        <g key={value}>
          <path className="gridline" d={`M0 ${(FOOT - heightOf(value)).toFixed(1)}H${PLOT}`} />
          <text x={PLOT + 8} y={(FOOT - heightOf(value) + 4).toFixed(1)}>
            {short(value)}
          </text>
        </g>
      ))}
      {weeks.map(({ start, direct, sector }, n) => (
        <g key={start}>
          <Bar kind="b1" x={at(n)} width={slot - GAP} foot={FOOT} height={heightOf(direct)} />
          <Bar kind="b2" x={at(n)} width={slot - GAP} foot={FOOT - heightOf(direct)} height={heightOf(sector)} />
        </g>
      ))}
      {LABELLED.map((n) => (
        <text key={n} x={at(n)} y="194">
          {shortDay(weeks[n]!.start)}
        </text>
      ))}
      <text x={PLOT - GAP / 2} y="194" textAnchor="end">
        本周
      </text>
    </svg>
  );
}

type BarProps = { kind: "b1" | "b2"; x: number; width: number; foot: number; height: number };

const Bar = ({ kind, x, width, foot, height }: BarProps) =>
  height > 0 && (
    <rect
      className={kind}
      x={x.toFixed(1)}
      width={width.toFixed(1)}
      y={(foot - height).toFixed(1)}
      height={height.toFixed(1)}
    />
  );

function Table({ weeks, withSector, series }: Props) {
  return (
    <details className="as-table">
      <summary>以表格查看</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">周一</th>
            <th scope="col">{series}</th>
            {withSector && <th scope="col">板块提及</th>}
          </tr>
        </thead>
        <tbody>
          {weeks.toReversed().map(({ start, direct, sector }, n) => (
            <tr key={start}>
              <th scope="row">
                {longDay(start)}
                {n === 0 && "（本周）"}
              </th>
              <td>{direct}</td>
              {withSector && <td>{sector}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
