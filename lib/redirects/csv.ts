export type CsvPair = { line: number; from: string; to: string };

/** A field in quotes, in which quotes are doubled, or one without. */
const FIELD = /\s*(?:"((?:[^"]|"")*)"|([^,;\t]*))\s*(?:[,;\t]|$)/y;

function fieldsOf(line: string): string[] {
  const fields: string[] = [];
  FIELD.lastIndex = 0;
  while (FIELD.lastIndex < line.length) {
    const match = FIELD.exec(line);
    if (!match) break;
    fields.push((match[1]?.replaceAll('""', '"') ?? match[2] ?? "").trim());
  }
  return fields;
}

const HEAD = /^(?:from|old|source|旧地址|原地址)/i;

/** Pairs of a CSV, with the number of their line; comma, semicolon or tab. A line of headings and empty ones are left out. */
export function readCsv(text: string): CsvPair[] {
  return text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\n|\r/)
    .flatMap((raw, n) => {
      const [from = "", to = ""] = fieldsOf(raw);
      if (raw.trim() === "" || (n === 0 && HEAD.test(from))) return [];
      return [{ line: n + 1, from, to }];
    });
}
