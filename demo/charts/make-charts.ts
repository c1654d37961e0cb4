// Draws the charts of the demo archive as SVG and writes them as WebP, 1104 px wide.
//
//   npx esbuild demo/charts/make-charts.ts --format=esm --outfile=/tmp/make-charts.mjs && node /tmp/make-charts.mjs
//
// (or any runner that takes TypeScript). The folder to write to may be given as the first argument. The labels need
// Noto Sans CJK SC on the machine that draws them. Every figure here is invented.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";

const WIDTH = 1104;
const HEIGHT = 560;
const PLOT = { left: 72, right: 892, top: 112, bottom: 500 };
const PAPER = "#fafbfa";
const INK = "#14191a";
const SOFT = "#5b6567";
const RULE = "#d8dedb";
const ACCENT = "#86276a";
const SECOND = "#8a9496";
const SECOND_TEXT = "#5f6a6c";
const FONT = "'Noto Sans CJK SC','Source Han Sans SC',sans-serif";
const MAX_BYTES = 40 * 1024;

interface Axis {
  min: number;
  max: number;
  ticks: number[];
  digits?: number;
}

interface Head {
  name: string;
  title: string;
  unit: string;
  y: Axis;
}

interface Series {
  label: string;
  values: number[];
  accent?: boolean;
  step?: boolean;
  /** Moves the label at the line's end, in px. */
  nudge?: number;
  digits?: number;
}

interface XTick {
  /** Index of the value that the label stands under. */
  at: number;
  text: string;
}

interface LineChart extends Head {
  kind: "line";
  series: Series[];
  x: XTick[];
  /** Slots on the x axis; more than there are values leaves room for what is still to come. */
  slots?: number;
  /** A shaded range with a label, for a span that lies ahead. */
  band?: { from: number; to: number; low: number; high: number; lines: string[] };
}

interface BarChart extends Head {
  kind: "bar";
  groups: string[];
  /** Drawn from the axis upwards. */
  stacks: { label: string; values: number[]; color: string; text: string }[];
  /** Groups from this index on are drawn hatched: planned, not yet real. */
  plannedFrom?: number;
  /** Writes a figure over each bar. */
  figures?: string[];
}

type Chart = LineChart | BarChart;

function esc(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function num(value: number): string {
  return value.toFixed(1);
}

function text(
  x: number,
  y: number,
  body: string,
  {
    size = 24,
    fill = SOFT,
    anchor = "start",
    weight = 400,
  }: { size?: number; fill?: string; anchor?: string; weight?: number } = {},
): string {
  return `<text x="${num(x)}" y="${num(y)}" font-family="${FONT}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${esc(body)}</text>`;
}

function yOf(axis: Axis, value: number): number {
  return PLOT.bottom - ((value - axis.min) / (axis.max - axis.min)) * (PLOT.bottom - PLOT.top);
}

function frame(chart: Head, right: number): string {
  const digits = chart.y.digits ?? 0;
  const grid = chart.y.ticks.map((tick) => {
    const y = yOf(chart.y, tick);
    const base = tick === chart.y.ticks[0] && tick === 0;
    return (
      `<path d="M${PLOT.left} ${num(y)}H${right}" stroke="${base ? SECOND : RULE}" stroke-width="1.5"/>` +
      text(PLOT.left - 14, y + 8, tick.toFixed(digits), { anchor: "end", size: 23 })
    );
  });
  return (
    text(0, 32, chart.title, { size: 29, fill: INK, weight: 700 }) +
    text(0, 70, chart.unit, { size: 23 }) +
    grid.join("")
  );
}

function drawLines(chart: LineChart): string {
  const count = chart.slots ?? Math.max(...chart.series.map((s) => s.values.length));
  const xOf = (index: number) => PLOT.left + (index / (count - 1)) * (PLOT.right - PLOT.left);
  const parts = [frame(chart, PLOT.right)];
  if (chart.band) {
    const { from, to, low, high, lines } = chart.band;
    const [x0, x1, y0, y1] = [xOf(from), xOf(to), yOf(chart.y, high), yOf(chart.y, low)];
    parts.push(
      `<path d="M${num(x0)} ${num(y0)}H${num(x1)}V${num(y1)}H${num(x0)}Z" fill="${ACCENT}" fill-opacity=".09"/>`,
    );
    parts.push(
      `<path d="M${num(x0)} ${num(y0)}H${num(x1)}M${num(x0)} ${num(y1)}H${num(x1)}" stroke="${ACCENT}" stroke-width="2" stroke-dasharray="7 6"/>`,
    );
    lines.forEach((line, i) => {
      parts.push(text(x1 + 16, i === 0 ? y0 + 9 : y1 + 9, line, { fill: ACCENT, size: 23 }));
    });
  }
  // The accent goes on top, so it is drawn last.
  for (const series of [...chart.series].sort((a, b) => Number(a.accent ?? false) - Number(b.accent ?? false))) {
    const points = series.values.map((value, i) => [xOf(i), yOf(chart.y, value)] as const);
    let path = "";
    points.forEach(([x, y], i) => {
      if (i === 0) path = `M${num(x)} ${num(y)}`;
      else if (series.step) path += `H${num(x)}V${num(y)}`;
      else path += `L${num(x)} ${num(y)}`;
    });
    const color = series.accent ? ACCENT : SECOND;
    parts.push(
      `<path d="${path}" fill="none" stroke="${color}" stroke-width="${series.accent ? 4 : 3.2}" stroke-linejoin="${series.step ? "miter" : "round"}"/>`,
    );
    const last = points.at(-1);
    const value = series.values.at(-1);
    if (!last || value === undefined) continue;
    if (series.accent) parts.push(`<circle cx="${num(last[0])}" cy="${num(last[1])}" r="7" fill="${ACCENT}"/>`);
    parts.push(
      text(
        last[0] + 18,
        last[1] + 9 + (series.nudge ?? 0),
        `${series.label} ${value.toFixed(series.digits ?? chart.y.digits ?? 0)}`,
        {
          fill: series.accent ? ACCENT : SECOND_TEXT,
          weight: series.accent ? 700 : 400,
          size: 25,
        },
      ),
    );
  }
  for (const [i, tick] of chart.x.entries()) {
    const anchor = i === 0 ? "start" : tick.at >= count - 1 ? "end" : "middle";
    parts.push(`<path d="M${num(xOf(tick.at))} ${PLOT.bottom}v8" stroke="${SECOND}" stroke-width="1.5"/>`);
    parts.push(text(xOf(tick.at), PLOT.bottom + 40, tick.text, { anchor, size: 23 }));
  }
  return parts.join("");
}

function drawBars(chart: BarChart): string {
  // Without names at the right edge the bars may use the whole width.
  const right = chart.stacks.some((stack) => stack.label) ? PLOT.right : WIDTH - 32;
  const slot = (right - PLOT.left) / chart.groups.length;
  const width = Math.min(slot * 0.62, 72);
  const parts = [frame(chart, right)];
  const tops = chart.groups.map(() => 0);
  const ends: { label: string; text: string; y: number }[] = [];
  for (const stack of chart.stacks) {
    chart.groups.forEach((_, i) => {
      const low = tops[i] ?? 0;
      const value = stack.values[i] ?? 0;
      if (value === 0) return;
      const x = PLOT.left + slot * (i + 0.5) - width / 2;
      const [y0, y1] = [yOf(chart.y, low + value), yOf(chart.y, low)];
      tops[i] = low + value;
      const planned = chart.plannedFrom !== undefined && i >= chart.plannedFrom;
      parts.push(
        `<rect x="${num(x)}" y="${num(y0)}" width="${num(width)}" height="${num(Math.max(y1 - y0 - (low > 0 ? 2 : 0), 1))}" ` +
          (planned ? `fill="url(#planned)" stroke="${stack.color}" stroke-width="2"/>` : `fill="${stack.color}"/>`),
      );
      if (i === chart.groups.length - 1) ends.push({ label: stack.label, text: stack.text, y: (y0 + y1) / 2 });
    });
  }
  chart.groups.forEach((group, i) => {
    const middle = PLOT.left + slot * (i + 0.5);
    parts.push(text(middle, PLOT.bottom + 40, group, { anchor: "middle", size: chart.groups.length > 9 ? 21 : 23 }));
    const figure = chart.figures?.[i];
    if (figure)
      parts.push(text(middle, yOf(chart.y, tops[i] ?? 0) - 12, figure, { anchor: "middle", size: 23, fill: INK }));
  });
  for (const end of ends) {
    if (end.label)
      parts.push(
        text(right + 18, end.y + 9, end.label, { fill: end.text, size: 25, weight: end.text === ACCENT ? 700 : 400 }),
      );
  }
  return parts.join("");
}

function svg(chart: Chart): string {
  const hatch =
    `<defs><pattern id="planned" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
    `<rect width="10" height="10" fill="${PAPER}"/><rect width="3" height="10" fill="${ACCENT}" fill-opacity=".55"/></pattern></defs>`;
  const body = chart.kind === "line" ? drawLines(chart) : drawBars(chart);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${hatch}<rect width="${WIDTH}" height="${HEIGHT}" fill="${PAPER}"/><g transform="translate(12 8)">${body}</g></svg>`;
}

/** Equal value repeated, for a price that stands for a while. */
function hold(...runs: [value: number, times: number][]): number[] {
  return runs.flatMap(([value, times]) => Array.from({ length: times }, () => value));
}

const charts: Chart[] = [
  {
    kind: "line",
    name: "lithium-contract",
    title: "电池级碳酸锂：现货跌到谷底又回升，长协总慢半拍",
    unit: "万元/吨，虚线为明年新合同的底价与顶价",
    y: { min: 7, max: 10, ticks: [7, 8, 9, 10], digits: 1 },
    slots: 30,
    band: { from: 24, to: 29, low: 7.6, high: 9.4, lines: ["顶价 9.40", "底价 7.60"] },
    series: [
      {
        label: "现货",
        accent: true,
        digits: 2,
        nudge: 16,
        values: [
          9.62, 9.55, 9.41, 9.18, 8.97, 9.05, 8.84, 8.52, 8.33, 8.41, 8.2, 7.98, 8.06, 7.85, 7.71, 7.79, 7.93, 8.12,
          7.98, 8.0, 8.12, 8.29, 8.43, 8.58,
        ],
      },
      {
        label: "长协",
        step: true,
        digits: 2,
        nudge: -16,
        values: hold([9.3, 6], [8.6, 6], [8.0, 6], [8.6, 4], [8.62, 2]),
      },
    ],
    x: [
      { at: 0, text: "前年12月" },
      { at: 12, text: "去年12月" },
      { at: 23, text: "今年11月" },
      { at: 29, text: "明年" },
    ],
  },
  {
    kind: "line",
    name: "overnight-and-ncd",
    title: "隔夜利率往下走，一年期存单不肯跟",
    unit: "%，近 40 个交易日",
    y: { min: 1.2, max: 1.7, ticks: [1.2, 1.3, 1.4, 1.5, 1.6, 1.7], digits: 1 },
    series: [
      {
        label: "隔夜",
        accent: true,
        digits: 2,
        values: [
          1.52, 1.55, 1.53, 1.47, 1.42, 1.44, 1.41, 1.43, 1.46, 1.44, 1.4, 1.39, 1.41, 1.45, 1.49, 1.46, 1.42, 1.4,
          1.38, 1.4, 1.41, 1.39, 1.43, 1.48, 1.51, 1.44, 1.4, 1.38, 1.36, 1.37, 1.39, 1.36, 1.38, 1.42, 1.41, 1.37,
          1.36, 1.34, 1.33, 1.31,
        ],
      },
      {
        label: "一年存单",
        digits: 2,
        values: [
          1.66, 1.66, 1.65, 1.65, 1.64, 1.64, 1.63, 1.64, 1.64, 1.63, 1.63, 1.62, 1.62, 1.62, 1.63, 1.63, 1.62, 1.61,
          1.61, 1.61, 1.6, 1.6, 1.61, 1.61, 1.62, 1.61, 1.6, 1.6, 1.59, 1.59, 1.59, 1.58, 1.59, 1.59, 1.59, 1.59, 1.58,
          1.58, 1.58, 1.58,
        ],
      },
    ],
    x: [
      { at: 0, text: "九月底" },
      { at: 14, text: "十月中" },
      { at: 27, text: "十一月初" },
      { at: 39, text: "今日" },
    ],
  },
  {
    kind: "line",
    name: "compute-rent",
    title: "训练卡一路走低，推理卡先跌后回",
    unit: "月租金指数，去年 1 月＝100",
    y: { min: 50, max: 110, ticks: [50, 70, 90, 110] },
    series: [
      {
        label: "推理卡",
        values: [100, 101, 100, 99, 98, 96, 95, 93, 92, 91, 90, 89, 88, 87, 86, 85, 84, 82, 81, 82, 84, 85, 87],
      },
      {
        label: "训练卡",
        accent: true,
        values: [100, 99, 98, 96, 93, 91, 88, 85, 83, 81, 79, 77, 75, 73, 72, 70, 68, 67, 65, 63, 62, 61, 60],
      },
    ],
    x: [
      { at: 0, text: "去年1月" },
      { at: 12, text: "今年1月" },
      { at: 22, text: "今年11月" },
    ],
  },
  {
    kind: "line",
    name: "deposit-steps",
    title: "大额存单与定存：利率一级一级往下走",
    unit: "%，六家股份制银行挂牌利率平均",
    y: { min: 0.8, max: 2.2, ticks: [0.8, 1.2, 1.6, 2.0], digits: 1 },
    series: [
      {
        label: "三年期",
        accent: true,
        step: true,
        digits: 2,
        values: hold([2.1, 5], [1.9, 9], [1.75, 4], [1.65, 4], [1.55, 2]),
      },
      { label: "一年定存", step: true, digits: 2, values: hold([1.35, 5], [1.25, 9], [1.15, 5], [1.1, 3], [1.05, 2]) },
    ],
    x: [
      { at: 0, text: "前年12月" },
      { at: 12, text: "去年12月" },
      { at: 23, text: "今年11月" },
    ],
  },
  {
    kind: "bar",
    name: "blank-sailings",
    title: "空班写进船期表：欧洲与北美西岸干线",
    unit: "计划航次，班；柱顶为空班占比",
    y: { min: 0, max: 360, ticks: [0, 90, 180, 270, 360] },
    groups: ["去年四季", "今年一季", "二季", "三季", "四季", "明年一季"],
    stacks: [
      { label: "照常开航", values: [279, 272, 296, 303, 284, 266], color: "#b9c1c2", text: SECOND_TEXT },
      { label: "空班", values: [25, 29, 18, 15, 36, 46], color: ACCENT, text: ACCENT },
    ],
    figures: ["8.2%", "9.6%", "5.7%", "4.7%", "11.3%", "14.7%"],
  },
  {
    kind: "line",
    name: "presale-cash",
    title: "同样 18 亿元货值，能动用的钱什么时候到",
    unit: "累计可动用回款，亿元；横轴为拿地后的季度",
    y: { min: 0, max: 20, ticks: [0, 5, 10, 15, 20] },
    series: [
      { label: "预售", digits: 1, nudge: -12, values: [0, 0, 3.1, 7.2, 10.4, 12.9, 14.6, 16.1, 17.2, 17.8] },
      { label: "现房", accent: true, digits: 1, nudge: 14, values: [0, 0, 0, 0, 0, 0, 0, 8.2, 13.6, 17.2] },
    ],
    x: [
      { at: 0, text: "第1季" },
      { at: 3, text: "第4季" },
      { at: 7, text: "第8季" },
      { at: 9, text: "第10季" },
    ],
  },
  {
    kind: "bar",
    name: "small-refinancing",
    title: "“小额快速”通道：最多的一季也只有十四家",
    unit: "使用家数，自设立以来按季",
    y: { min: 0, max: 16, ticks: [0, 4, 8, 12, 16] },
    groups: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"],
    stacks: [{ label: "", values: [3, 5, 6, 7, 9, 8, 10, 11, 14, 13, 11], color: ACCENT, text: ACCENT }],
    figures: ["3", "5", "6", "7", "9", "8", "10", "11", "14", "13", "11"],
  },
  {
    kind: "bar",
    name: "pumped-storage",
    title: "六省抽水蓄能：明后两年集中投产",
    unit: "新增装机，万千瓦；斜线为规划",
    y: { min: 0, max: 700, ticks: [0, 200, 400, 600] },
    groups: ["五年前", "四年前", "三年前", "前年", "去年", "今年", "明年", "后年"],
    stacks: [{ label: "", values: [120, 150, 210, 180, 260, 310, 480, 610], color: ACCENT, text: ACCENT }],
    plannedFrom: 6,
    figures: ["120", "150", "210", "180", "260", "310", "480", "610"],
  },
  {
    kind: "line",
    name: "lithium",
    title: "碳酸锂：现货价追上了长协价",
    unit: "万元/吨，六月以来按周",
    y: { min: 7.6, max: 9, ticks: [7.6, 8.0, 8.4, 8.8], digits: 1 },
    series: [
      {
        label: "现货",
        accent: true,
        digits: 2,
        nudge: -14,
        values: [
          8.09, 8.02, 7.97, 7.98, 8.01, 7.98, 8.03, 8.05, 8.02, 8.07, 8.12, 8.1, 8.15, 8.21, 8.19, 8.26, 8.31, 8.29,
          8.36, 8.4, 8.44, 8.42, 8.5, 8.57, 8.64,
        ],
      },
      { label: "长协", step: true, digits: 2, nudge: 18, values: hold([8.6, 17], [8.62, 8]) },
    ],
    x: [
      { at: 0, text: "六月" },
      { at: 9, text: "八月" },
      { at: 17, text: "十月" },
      { at: 24, text: "今日" },
    ],
  },
  {
    kind: "line",
    name: "freight",
    title: "集装箱运价指数：十月冲高之后又走低",
    unit: "青岚港出口，今年第一周＝100，按周",
    y: { min: 50, max: 110, ticks: [50, 70, 90, 110] },
    series: [
      {
        label: "欧洲线",
        accent: true,
        nudge: 4,
        values: [
          100, 98, 95, 93, 90, 88, 85, 82, 80, 78, 77, 75, 74, 73, 74, 76, 78, 80, 79, 81, 83, 82, 80, 78, 80, 82, 81,
          79, 77, 75, 73, 72, 71, 70, 69, 70, 72, 75, 79, 82, 84, 82, 78, 75, 72, 70, 68,
        ],
      },
      {
        label: "美西线",
        nudge: -4,
        values: [
          100, 99, 98, 96, 95, 93, 92, 90, 88, 87, 86, 85, 84, 84, 86, 89, 93, 96, 95, 93, 92, 90, 88, 87, 86, 85, 84,
          83, 82, 81, 80, 79, 78, 78, 77, 78, 79, 81, 84, 86, 85, 83, 80, 78, 76, 75, 75,
        ],
      },
    ],
    x: [
      { at: 0, text: "一月" },
      { at: 22, text: "六月" },
      { at: 46, text: "本周" },
    ],
  },
  {
    kind: "bar",
    name: "social-financing",
    title: "社会融资规模：十月少掉的是政府债券",
    unit: "月度增量，万亿元",
    y: { min: 0, max: 7, ticks: [0, 2, 4, 6] },
    groups: ["去年10", "11", "12", "今年1", "2", "3", "4", "5", "6", "7", "8", "9", "10"],
    stacks: [
      {
        label: "政府债券",
        values: [0.63, 0.95, 0.72, 0.69, 0.98, 1.38, 0.97, 1.32, 1.41, 1.2, 1.25, 1.1, 0.44],
        color: ACCENT,
        text: ACCENT,
      },
      {
        label: "其他",
        values: [0.77, 1.1, 1.9, 5.41, 1.26, 3.92, 0.65, 0.86, 2.23, 0.13, 1.37, 2.28, 0.8],
        color: "#b9c1c2",
        text: SECOND_TEXT,
      },
    ],
    figures: ["1.40", "", "", "", "", "", "", "", "", "", "", "", "1.24"],
  },
];

const folder = process.argv[2] ?? "public/demo/charts";
await mkdir(folder, { recursive: true });
for (const chart of charts) {
  // The size stands in the name, as the provider of the old site's pictures wrote it.
  const file = `${chart.name}_w${WIDTH}h${HEIGHT}.webp`;
  const image = await sharp(Buffer.from(svg(chart)))
    .webp({ quality: 74, effort: 6, smartSubsample: true })
    .toBuffer();
  if (image.length > MAX_BYTES) throw new Error(`${file} is ${image.length} bytes, more than ${MAX_BYTES}`);
  await writeFile(join(folder, file), image);
  console.log(`${file} ${image.length} bytes`);
}
