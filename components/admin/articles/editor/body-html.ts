const parse = (html: string) => new DOMParser().parseFromString(html, "text/html").body;

/** The editor knows no thead: rows of heading cells at the top of a table become one again. */
export function bodyHtml(html: string): string {
  const body = parse(html);
  for (const table of body.querySelectorAll("table")) {
    for (const extra of table.querySelectorAll("colgroup")) extra.remove();
    const head = table.createTHead();
    const rows = [...table.querySelectorAll("tbody > tr")];
    for (const row of rows.slice(0, -1)) {
      if (![...row.children].every((cell) => cell.tagName === "TH")) break;
      head.append(row);
    }
    if (!head.hasChildNodes()) head.remove();
  }
  const text = body.textContent?.trim() || body.querySelector("img, hr, table");
  return text ? body.innerHTML : "";
}

/**
 * What the editor is given, at the start and by pasting. It knows no picture among words: that gets a figure, and the
 * words behind it a paragraph of their own. Pictures of other hosts would be dropped on saving and are not asked for.
 */
export function editorHtml(html: string): string {
  const body = parse(html);
  for (const image of body.querySelectorAll("img")) {
    if (!/^\/(?![/\\])/.test(image.getAttribute("src") ?? "")) {
      image.remove();
      continue;
    }
    const block = image.closest("p, h2, h3, li, td, th, pre, blockquote, figure");
    if (!block || block.tagName === "FIGURE") continue;
    const picture = image.closest("a") ?? image;
    const figure = body.ownerDocument.createElement("figure");
    if (block.tagName !== "P") {
      picture.replaceWith(figure);
      figure.append(picture);
      continue;
    }
    const range = body.ownerDocument.createRange();
    range.setStartAfter(picture);
    range.setEndAfter(block);
    const rest = range.extractContents();
    figure.append(picture);
    block.after(figure, rest);
  }
  return body.innerHTML;
}
