/** A flash as it is stored: a title and what stands behind it. */
export type FlashText = { title: string; text: string };

const OPENS = "“‘「『《〈（(【";
const CLOSES = "”’」』》〉）)】";
const ENDS = "。！？!?";

/** Where the title ends: behind the first sentence that is in no quotation, or at the end of the line. */
function titleEnd(text: string): number {
  let depth = 0;
  for (const [at, sign] of [...text].entries()) {
    if (sign === "\n") return at;
    if (OPENS.includes(sign)) depth++;
    else if (CLOSES.includes(sign)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && ENDS.includes(sign)) return at + 1;
  }
  return [...text].length;
}

const tidy = (title: string) => title.replace(/\s+/g, " ").replace(/。$/, "").trim();

/**
 * What is written in one field, as title and text: `【title】text`; else the title goes to the end of the first sentence
 * or line, whichever comes first, and loses its full stop.
 */
export function splitFlash(raw: string): FlashText {
  const text = raw.replace(/\r\n?/g, "\n").trim();
  const headed = /^【([^】\n]+)】([\s\S]*)$/.exec(text);
  if (headed) return { title: tidy(headed[1]!), text: headed[2]!.trim() };
  const signs = [...text];
  const end = titleEnd(text);
  return { title: tidy(signs.slice(0, end).join("")), text: signs.slice(end).join("").trim() };
}

/** The one field that is split into exactly this; null when there is none. */
export function joinFlash({ title, text }: FlashText): string | null {
  const ways =
    text === "" ? [title, `【${title}】`] : [`${title}。${text}`, `${title}\n${text}`, `【${title}】${text}`];
  return (
    ways.find((way) => {
      const back = splitFlash(way);
      return back.title === title && back.text === text;
    }) ?? null
  );
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** The text as a body: a paragraph for each line. */
export const flashHtml = (text: string) =>
  text
    .split(/\s*\n\s*/)
    .filter(Boolean)
    .map((line) => `<p>${line.replace(/[&<>]/g, (sign) => ESCAPES[sign]!)}</p>`)
    .join("");

/** Whether a stored body is nothing but paragraphs of plain text, so that one field can hold it. */
export const isPlainBody = (html: string) => /^(?:<p>[^<]*<\/p>)*$/.test(html);

/** `2 ` and nothing else: how a level is typed in front of everything. Null for any other text. */
export function readLevel(text: string): number | null {
  const match = /^([1-3])[ \u3000]$/.exec(text.normalize("NFKC"));
  return match ? Number(match[1]) : null;
}
