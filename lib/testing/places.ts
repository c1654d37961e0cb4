import type { Sql } from "postgres";

/** Tables of which some row holds these words, as text, in JSON or as bytes. */
export async function tablesWith(sql: Sql, words: string): Promise<string[]> {
  const tables = await sql<{ name: string }[]>`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`;
  const bytes = Buffer.from(words).toString("hex");
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await sql.unsafe<{ held: boolean }[]>(
      `select exists (select 1 from ${name} t where position($1 in t::text) > 0 or position($2 in t::text) > 0) held`,
      [words, bytes],
    );
    if (row?.held) found.push(name.replace(/^public\./, ""));
  }
  return found;
}
