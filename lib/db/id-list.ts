import { type SQL, sql } from "drizzle-orm";

/** Ids as they stand between brackets: `where id in (…)`, `array[…]::uuid[]`; between brackets none is a fault. */
export const idList = (ids: string[]): SQL =>
  sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
