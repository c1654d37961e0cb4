import type { Font } from "./font-file";

/** Stands for a character that the font does not have. */
const MISSING = "□";
/** In ems: how much narrower lines are tried to be balanced. */
const STEP = 0.25;
const graphemes = new Intl.Segmenter("zh-CN", { granularity: "grapheme" });

/** Pictures among the characters, and those that nobody sees. */
const LEFT_OUT = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Default_Ignorable_Code_Point}|\p{Cc}/u;

/**
 * The text with characters of the font alone: for any other the layouter would ask a foreign server for a font or a
 * picture. Emoji are left out; what is lacking besides leaves a box.
 */
export function drawable(text: string, font: Font): string {
  let shown = "";
  for (const { segment } of graphemes.segment(text.normalize("NFC").replace(/[^\S\u3000]+/g, " "))) {
    const [character] = segment;
    if (font.has(character!)) shown += character;
    else if (!LEFT_OUT.test(segment)) shown += MISSING;
  }
  return shown.replace(/ +/g, " ").trim();
}

export const widthOf = (text: string, font: Font) =>
  [...text].reduce((width, character) => width + font.advance(character), 0);

/** Lines of at most so many ems. A part that is wider than a line is broken anywhere. */
function wrap(parts: string[], ems: number, font: Font): string[] {
  const lines: string[] = [];
  let line = "";
  const put = (part: string) => {
    if (widthOf((line + part).trimEnd(), font) <= ems) {
      line += part;
      return;
    }
    if (line) lines.push(line);
    line = part.trimStart();
  };
  for (const part of parts) for (const piece of widthOf(part, font) > ems ? [...part] : [part]) put(piece);
  return [...lines, line].map((one) => one.replace(/ +/g, " ").trim()).filter(Boolean);
}

/** The same number of lines, none much shorter than the others. */
function balance(parts: string[], ems: number, font: Font): string[] {
  let lines = wrap(parts, ems, font);
  const { length } = lines;
  for (let narrower = ems - STEP; narrower > ems / 2; narrower -= STEP) {
    const tried = wrap(parts, narrower, font);
    if (tried.length > length) break;
    lines = tried;
  }
  return lines;
}

/** The line with an ellipsis at its end, shortened until both fit. */
function withEllipsis(line: string, ems: number, font: Font): string {
  const characters = [...line];
  while (characters.length > 0 && widthOf(`${characters.join("")}…`, font) > ems) characters.pop();
  return `${characters.join("").replace(/[，、；：。\s]+$/, "")}…`;
}

/** How large a text may be set, the largest first, and in how many lines at most. */
export type Step = { size: number; lines: number };

/**
 * Sets a text as large as it fits, cut with an ellipsis where even the smallest size has no room for it.
 * @param parts between which a line may end (`headlineParts`)
 */
export function setText(parts: string[], width: number, steps: Step[], font: Font) {
  const shown = parts.map((part) => drawable(part, font) + (/\s$/.test(part) ? " " : ""));
  for (const { size, lines: most } of steps) {
    if (wrap(shown, width / size, font).length <= most) return { size, lines: balance(shown, width / size, font) };
  }
  const { size, lines: most } = steps.at(-1)!;
  const lines = wrap(shown, width / size, font).slice(0, most);
  return { size, lines: [...lines.slice(0, -1), withEllipsis(lines.at(-1)!, width / size, font)] };
}
