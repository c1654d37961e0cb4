/** A stretch of a body's text that stands in the HTML as it reads: without signs that are written otherwise. */
export type Run = { at: number; html: number; length: number; mayLink: boolean };
export type BodyText = { text: string; runs: Run[] };

const BLOCK = /^(?:p|h[2-4]|li|ul|ol|blockquote|figure|figcaption|table|td|th|tr|pre|br|hr|div)$/;
/** Where no link may be made: in another one, in headings, in code. */
const CLOSED = /^(?:a|h[2-4]|code|pre)$/;
const ENTITIES: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };
const SUBHEAD = '<p class="sub"';

/**
 * The text of a body that `sanitizeArticleHtml` wrote, or of the page made of it, a line for each block, and where each
 * stretch stands in the HTML.
 */
export function readBody(html: string): BodyText {
  const runs: Run[] = [];
  let text = "";
  let closed = 0;
  let inSubhead = false;
  let at = 0;
  while (at < html.length) {
    if (html[at] === "<") {
      const end = html.indexOf(">", at);
      if (end === -1) break;
      const isEnd = html[at + 1] === "/";
      const tag = /^[a-z0-9]+/.exec(html.slice(at + (isEnd ? 2 : 1), at + 14))?.[0] ?? "";
      if (BLOCK.test(tag) && text !== "" && !text.endsWith("\n")) text += "\n";
      if (CLOSED.test(tag)) closed = Math.max(0, closed + (isEnd ? -1 : 1));
      if (tag === "p") inSubhead = !isEnd && html.startsWith(SUBHEAD, at);
      at = end + 1;
      continue;
    }
    if (html[at] === "&") {
      const entity = html.slice(at, html.indexOf(";", at) + 1);
      text += ENTITIES[entity] ?? "&";
      at += ENTITIES[entity] ? entity.length : 1;
      continue;
    }
    const stop = nextSign(html, at);
    runs.push({ at: text.length, html: at, length: stop - at, mayLink: closed === 0 && !inSubhead });
    text += html.slice(at, stop);
    at = stop;
  }
  return { text, runs };
}

function nextSign(html: string, from: number): number {
  for (let at = from; at < html.length; at++) {
    const char = html.charCodeAt(at);
    if (char === 60 || char === 38) return at;
  }
  return html.length;
}
