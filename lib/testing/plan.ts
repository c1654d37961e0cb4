import type { Sql } from "postgres";

/**
 * How Postgres would read a small table if it were a large one: by an index, without sorting.
 * @param table whose statistics are taken first; by itself Postgres takes them when it likes to
 */
export async function planByIndex(database: Sql, table: string, query: string): Promise<string> {
  await database.unsafe(`analyze ${table}`);
  const plan = await database.begin(async (sql) => {
    for (const way of ["seqscan", "bitmapscan", "sort", "incremental_sort"])
      await sql.unsafe(`set local enable_${way} = off`);
    return sql.unsafe(`explain ${query}`);
  });
  return plan.map((row) => row["QUERY PLAN"]).join("\n");
}
