type Cell = { tag: string; attributes: string; html: string };

const ROW = /<tr>([\s\S]*?)<\/tr>/g;
const CELL = /<(td|th)((?: [^>]*)?)>([\s\S]*?)<\/\1>/g;
/** A figure with what may stand before and behind it: `-96`, `1.2万元`, `+3.1%`, `约40 个基点`, `—`. */
const FIGURE =
  /^[约超近逾<>≥≤]?[+\-−±]?[\d,.]+(?:[\d,.:/~\-至—–]*)\s?[%‰]?[\p{Script=Han}/%A-Za-z]{0,5}(?:[（(][^）)]{1,12}[）)])?$|^[-—–]{1,2}$/u;

const textOf = (html: string) => html.replace(/<[^>]*>/g, "").trim();
const isFigure = ({ html }: Cell) => FIGURE.test(textOf(html));

/**
 * Sets a table as a newspaper does: a first row without figures above rows with figures is its head, and columns of
 * figures stand at the right. Tables with joined cells stay as they are: their columns cannot be told from the markup.
 */
export function setTable(table: string): string {
  if (/(?:col|row)span=/.test(table)) return table;
  const rows = [...table.matchAll(ROW)].map(([, row = ""]) =>
    [...row.matchAll(CELL)].map(([, tag = "td", attributes = "", html = ""]): Cell => ({ tag, attributes, html })),
  );
  const [first = [], ...body] = rows;
  const figures = first.map((_, column) => {
    const cells = body.flatMap((row) => row[column] ?? []).filter(({ html }) => textOf(html) !== "");
    return column > 0 && cells.length > 0 && cells.filter(isFigure).length >= cells.length * 0.7;
  });
  const needsHead =
    !/<th/.test(table) && body.length > 1 && figures.includes(true) && !first.some((cell) => isFigure(cell));
  let at = -1;
  const set = table.replace(ROW, () => {
    at += 1;
    const isHead = at === 0 && needsHead;
    const cells = rows[at]!.map(({ tag, attributes, html }, column) => {
      const name = isHead ? "th" : tag;
      return `<${name}${attributes}${isHead ? ' scope="col"' : ""}${figures[column] ? ' class="fig"' : ""}>${html}</${name}>`;
    });
    const row = `<tr>${cells.join("")}</tr>`;
    return isHead ? `</tbody><thead>${row}</thead><tbody>` : row;
  });
  return needsHead ? set.replace("<tbody></tbody><thead>", "<thead>").replace("</tbody><thead>", "<thead>") : set;
}
