/** The editor knows no thead: rows of heading cells at the top of a table become one again. */
export function bodyHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html");
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
