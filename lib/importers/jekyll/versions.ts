import { splitBody } from "./body";
import { splitFrontMatter } from "./front-matter";

const UTF8 = new TextDecoder("utf-8");

/** What dates a stored version of a post: first there was no zone, then `+0800`, then footers in several forms. */
function formOf(raw: Buffer): [zone: number, footer: number] {
  const { front, body } = splitFrontMatter(UTF8.decode(raw));
  return [/[+-]\d{2}:?\d{2}$/.test(front?.date ?? "") ? 1 : 0, splitBody(body).footerForm];
}

/** Whether these bytes of a path are of an earlier time than those; false when nothing tells. */
export function isOlderVersion(raw: Buffer, than: Buffer): boolean {
  const [zone, footer] = formOf(raw);
  const [otherZone, otherFooter] = formOf(than);
  return zone === otherZone ? footer < otherFooter : zone < otherZone;
}
