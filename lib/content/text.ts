const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };
const BLOCK_END = /<\/(?:p|h2|h3|li|blockquote|figcaption|td|th|tr|pre)>|<br>|<hr>/g;

/** The text of a sanitised body, one line per block. Only for HTML that `sanitizeArticleHtml` wrote. */
export function visibleText(html: string): string {
  return html
    .replace(BLOCK_END, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name]!)
    .replace(/\n{2,}/g, "\n")
    .trim();
}

/** Characters that a reader sees, blanks left out. */
export function countWords(html: string): number {
  let count = 0;
  for (const _ of visibleText(html).replace(/\s+/g, "")) count++;
  return count;
}
