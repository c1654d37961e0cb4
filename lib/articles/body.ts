import { setTable } from "@/lib/articles/tables";
import { withSizes } from "@/lib/media/addresses";

/**
 * Prepares the stored body for a reader's page: a wide table may be scrolled, by keyboard too, pictures load when they
 * come near, and a line that names a picture's source joins the picture. Works on strings because the stored grammar
 * is known: no attribute on `table`, none nested.
 */
export function presentBody(html: string): string {
  let tables = 0;
  return html
    .replace(
      /<table>[\s\S]*?<\/table>/g,
      (table) =>
        `<div class="scroll" tabindex="0" role="region" aria-label="表格 ${++tables}">${setTable(table)}</div>`,
    )
    .replace(SOURCE_LINE, "<figcaption>$1</figcaption></figure>")
    .replace(/<img [^>]*>/g, (img) => plate(img.replace("<img ", '<img loading="lazy" decoding="async" ')))
    .replace(SUBHEAD, '<p class="sub">$1</p>');
}

/** The picture of the front page's lead: it may be the largest thing in sight, so it is fetched first. */
export const presentFigure = (figure: string) =>
  figure.replace(/<img [^>]*>/, (img) => plate(img.replace("<img ", '<img fetchpriority="high" ')));

const SOURCE_LINE = /<\/figure><p>((?:图片|图表|数据|资料)来源[：:][^<]{1,60})<\/p>/g;

/** A short line in bold by itself is a heading that the outlet did not mark as one. */
const SUBHEAD = /<p>(<strong>[^<]{2,36}<\/strong>)<\/p>/g;

/** From this width on a picture is a chart or a photograph that fills the column, below it an icon or a portrait. */
const FULL_WIDTH = 400;

/** What a picture lies on: in the dark it dims a white chart. One of the library brings its sizes. */
function plate(img: string): string {
  const width = Number(/ width="(\d+)"/.exec(img)?.[1] ?? 0);
  return `<span class="plate${width >= FULL_WIDTH ? " plate-full" : ""}">${withSizes(img)}</span>`;
}
