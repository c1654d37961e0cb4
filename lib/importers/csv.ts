/** A cell that no spreadsheet takes for a formula, quoted where it has to be. */
export function csvCell(value: string): string {
  const defused = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused;
}

export const csvLine = (cells: string[]) => `${cells.map(csvCell).join(",")}\r\n`;
