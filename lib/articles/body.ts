/**
 * Prepares the stored body for a reader's page: a wide table may be scrolled, by keyboard too, and pictures load when
 * they come near. Works on strings because the stored grammar is known: no attribute on `table`, none nested.
 */
export function presentBody(html: string): string {
  let tables = 0;
  return html
    .replace(/<table>/g, () => `<div class="scroll" tabindex="0" role="region" aria-label="表格 ${++tables}"><table>`)
    .replace(/<\/table>/g, "</table></div>")
    .replace(/<img /g, '<img loading="lazy" decoding="async" ');
}
