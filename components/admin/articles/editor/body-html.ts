import { DOMSerializer, type Node } from "@tiptap/pm/model";
import { sanitizeArticleHtml } from "@/lib/content/sanitize";

/** Whether a row stands in the table's head. A row that was made here goes there when it holds heading cells only. */
const isHead = (row: HTMLElement) =>
  row.dataset.part ? row.dataset.part === "head" : [...row.children].every((cell) => cell.tagName === "TH");

/** The editor knows no thead: the rows at the top that belong into one get one again. */
function splitTable(table: HTMLTableElement) {
  const rows = [...table.querySelectorAll<HTMLTableRowElement>(":scope > tbody > tr")];
  const end = rows.findIndex((row) => !isHead(row));
  // A table of headings only is no head, unless it was stored as one.
  const count = end === -1 && rows.at(-1)?.dataset.part !== "head" ? rows.length - 1 : end === -1 ? rows.length : end;
  if (count > 0) table.createTHead().append(...rows.slice(0, count));
}

/** The text of the editor as the server stores it. */
export function docHtml(doc: Node): string {
  const box = document.createElement("div");
  box.append(DOMSerializer.fromSchema(doc.type.schema).serializeFragment(doc.content));
  for (const table of box.querySelectorAll("table")) splitTable(table);
  return sanitizeArticleHtml(box.innerHTML);
}
