import { roundTrip } from "../editor/round-trip";

const parse = (html: string) => new DOMParser().parseFromString(html, "text/html").body;

/** The blocks of a body, each written as the editor writes it: else every block of an import would look changed. */
export const blocksOf = (html: string): string[] =>
  [...parse(roundTrip(html)).children].map((block) => block.outerHTML);

/** What a block says, in one line for each of its parts. */
export function textOf(block: string): string {
  const body = parse(block.replace(/<\/(p|li|tr|figcaption|h2|h3)>|<br>/g, "$&\n").replace(/<\/t[hd]>/g, "$&　"));
  for (const image of body.querySelectorAll("img"))
    image.replaceWith(`[图片：${image.alt || image.getAttribute("src")}]\n`);
  for (const line of body.querySelectorAll("hr")) line.replaceWith("———");
  return (body.textContent ?? "").trim();
}
