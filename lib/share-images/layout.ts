import { type CSSProperties, createElement, type ReactElement, type ReactNode } from "react";
import { headlineParts } from "@/lib/headline";
import { type Drawing, SHARE_SIZE } from "./drawing";
import type { Font } from "./font-file";
import { drawable, type Step, setText } from "./set-text";

const { width: WIDTH, height: HEIGHT } = SHARE_SIZE;
const MARGIN = 72;
const MEASURE = WIDTH - 2 * MARGIN;

/** Always by day: it stands among light pictures. The colours of app/styles/tokens.css, which no picture can read. */
const PAPER = "#fafbfa";
const INK = "#14191a";
const INK_2 = "#3e4648";
const MUTED = "#5c6668";
const RULE = "#d8dedb";
const TOP_LEVEL = "#b3261e";

const SENTENCE: Step[] = [
  { size: 112, lines: 1 },
  { size: 92, lines: 2 },
  { size: 72, lines: 3 },
  { size: 62, lines: 3 },
  { size: 54, lines: 4 },
];
const NAME: Step[] = [
  { size: 136, lines: 1 },
  { size: 108, lines: 1 },
  { size: 84, lines: 2 },
  { size: 64, lines: 3 },
];
const NOTE: Step[] = [{ size: 34, lines: 2 }];
const PLATE: Step[] = [
  { size: 148, lines: 1 },
  { size: 96, lines: 1 },
  { size: 72, lines: 2 },
];
const TAGLINE: Step[] = [
  { size: 44, lines: 1 },
  { size: 34, lines: 2 },
];

type Children = (ReactNode | undefined)[];

/** The layouter wants every box with more than one child to say that it is flexible. */
const box = (style: CSSProperties, ...children: Children) =>
  createElement("div", { style: { display: "flex", ...style } }, ...children);
const line = (text: string, style: CSSProperties) => box({ whiteSpace: "pre", ...style }, text);
const rule = (height: number, marginTop: number, color = INK) =>
  box({ width: MEASURE, height, marginTop, flexShrink: 0, backgroundColor: color });

/** The first character of the site's name on its accent, like a seal on a scroll. */
const seal = (site: string, accent: string, side: number) =>
  box(
    {
      ...{ width: side, height: side, borderRadius: side / 9, backgroundColor: accent, color: "#ffffff" },
      ...{ alignItems: "center", justifyContent: "center", flexShrink: 0, fontSize: side * 0.72, lineHeight: 1 },
    },
    [...site][0],
  );

const linesOf = ({ size, lines }: ReturnType<typeof setText>, lineHeight: number, style: CSSProperties = {}) =>
  lines.map((text) => line(text, { fontSize: size, lineHeight: `${Math.round(size * lineHeight)}px`, ...style }));

function markOf({ words, isTop }: NonNullable<Drawing["mark"]>, accent: string) {
  const colour = isTop ? TOP_LEVEL : accent;
  const look = isTop ? { backgroundColor: colour, color: "#ffffff" } : { color: colour };
  return line(words, { ...look, border: `2px solid ${colour}`, padding: "3px 12px", marginRight: 20, fontSize: 28 });
}

function headOf(drawing: Drawing, font: Font) {
  const { site, kicker, mark } = drawing;
  const name = drawable(site.name, font);
  return [
    box(
      { width: MEASURE, justifyContent: "space-between", alignItems: "flex-end" },
      line(name, { fontSize: 42, letterSpacing: 6, lineHeight: "50px" }),
      line(drawable(site.tagline, font), { fontSize: 24, color: MUTED, lineHeight: "40px" }),
    ),
    rule(4, 14),
    rule(2, 5),
    box(
      { marginTop: 30, alignItems: "center", height: 44, fontSize: 32, color: site.accent },
      mark && markOf(mark, site.accent),
      line(drawable(kicker, font), {}),
    ),
  ];
}

function footOf({ site, stamp, foot }: Drawing, font: Font) {
  return [
    rule(2, 0, RULE),
    box(
      { width: MEASURE, height: 112, alignItems: "center", justifyContent: "space-between" },
      box(
        { alignItems: "center", fontSize: 28, color: MUTED },
        stamp === undefined
          ? undefined
          : line(stamp, { border: `2px solid ${MUTED}`, padding: "3px 10px", marginRight: 20, fontSize: 24 }),
        line(drawable(foot, font), {}),
      ),
      seal(drawable(site.name, font), site.accent, 68),
    ),
  ];
}

/** Nothing but the name of the site, as on its front page. */
function nameplate({ site, note }: Drawing, font: Font) {
  // Less than the measure: the blanks between the characters are not counted.
  const name = setText(headlineParts(site.name), MEASURE - 200, PLATE, font);
  const letterSpacing = name.size === PLATE[0]!.size ? 14 : 3;
  return [
    seal(drawable(site.name, font), site.accent, 92),
    box({ flexDirection: "column", alignItems: "center", marginTop: 20 }, ...linesOf(name, 1.3, { letterSpacing })),
    rule(4, 24),
    rule(2, 5),
    box(
      { flexDirection: "column", alignItems: "center", marginTop: 34, color: INK_2 },
      ...linesOf(setText(headlineParts(note), MEASURE, TAGLINE, font), 1.4),
    ),
  ];
}

/** A share image as the layouter takes it. */
export function layOut(drawing: Drawing, font: Font): ReactElement {
  const page: CSSProperties = {
    ...{ width: WIDTH, height: HEIGHT, padding: `0 ${MARGIN}px`, flexDirection: "column" },
    ...{ backgroundColor: PAPER, color: INK },
  };
  if (drawing.kicker === "")
    return box({ ...page, alignItems: "center", justifyContent: "center" }, ...nameplate(drawing, font));
  const { headline, isName, note } = drawing;
  const set = setText(headlineParts(headline), MEASURE, isName ? NAME : SENTENCE, font);
  const noteLines = note ? linesOf(setText(headlineParts(note), MEASURE, NOTE, font), 1.5, { color: INK_2 }) : [];
  return box(
    { ...page, paddingTop: 48 },
    ...headOf(drawing, font),
    box(
      {
        flexDirection: "column",
        flexGrow: 1,
        justifyContent: isName ? "center" : "flex-start",
        paddingTop: isName ? 0 : 14,
      },
      ...linesOf(set, 1.3),
      ...(noteLines.length > 0 ? [box({ flexDirection: "column", marginTop: 12 }, ...noteLines)] : []),
    ),
    ...footOf(drawing, font),
  );
}
