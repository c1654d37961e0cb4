import { axis, short } from "@/components/ui/axis";
import { beijing, beijingDay } from "@/lib/dates";
import type { Bar } from "@/lib/stats/series";
import { grouped } from "./numbers";

type Props = {
  id: string;
  title: string;
  /** What the bars span, for who hears the chart. */
  span: string;
  unit: string;
  bars: Bar[];
  /** Says how far the last bar goes. */
  until: string;
  now: string;
};

const WIDTH = 760;
const PLOT = 712;
const FOOT = 158;
const HEAD = 8;
const GAP = 0.25;

function describe({ span, title, unit, bars }: Props, isNow: (key: string) => boolean) {
  const sum = bars.reduce((all, { value }) => all + value, 0);
  const most = bars.reduce((a, b) => (b.value > a.value ? b : a));
  if (sum === 0) return `${span}${title}：还没有`;
  return `${span}${title}：共 ${grouped(sum)} ${unit}，最多的是${isNow(most.key) ? "今天" : most.label}，${grouped(most.value)} ${unit}`;
}

/** Bars drawn on the server; a table says the same. The one that is still under way has the accent. */
export function BarChart(props: Props) {
  const { id, title, unit, bars, until, now } = props;
  const isHours = bars.length === 24 && bars[0]?.key === "0";
  const here = isHours ? String(beijing(now).hour) : beijingDay(now);
  const { top, step } = axis(Math.max(...bars.map(({ value }) => value)));
  const slot = PLOT / bars.length;
  const heightOf = (value: number) => (value / top) * (FOOT - HEAD);
  const lines = Array.from({ length: Math.round(top / step) + 1 }, (_, n) => n * step);
  const middle = bars[Math.floor(bars.length / 2)];
  return (
    <section className="span2" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <svg className="chart" viewBox={`0 0 ${WIDTH} ${FOOT + 2}`} role="img" aria-labelledby={`${id}-says`}>
        <title id={`${id}-says`}>{describe(props, (key) => !isHours && key === here)}</title>
        {lines.map((value) => (
          <g key={value}>
            <path className="axis" d={`M0 ${FOOT - heightOf(value)}H${PLOT}`} />
            <text x={PLOT + 8} y={FOOT - heightOf(value) + 4}>
              {short(value)}
            </text>
          </g>
        ))}
        {bars.map(({ key, value }, n) => (
          <rect
            key={key}
            className={key === here ? "b1" : "b2"}
            x={(n * slot + (slot * GAP) / 2).toFixed(1)}
            width={(slot * (1 - GAP)).toFixed(1)}
            y={(FOOT - heightOf(value)).toFixed(1)}
            height={heightOf(value).toFixed(1)}
          />
        ))}
      </svg>
      <p className="chart-foot" aria-hidden="true">
        <span>{bars[0]?.label}</span>
        <span>{middle?.label}</span>
        <span>{isHours ? bars.at(-1)?.label : until}</span>
      </p>
      <details>
        <summary>以表格查看</summary>
        <table className="mini">
          <thead>
            <tr>
              <th scope="col">{isHours ? "钟点" : "日期"}</th>
              <th scope="col" className="n">
                {unit === "次" ? "浏览" : "发布"}
              </th>
            </tr>
          </thead>
          <tbody>
            {bars.toReversed().map(({ key, label, value }) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                <td className="n">{grouped(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
