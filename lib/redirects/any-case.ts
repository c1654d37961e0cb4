import "server-only";
import { type AnyColumn, type SQL, sql } from "drizzle-orm";

/**
 * A column that holds this text, whichever letters are capitals there or here. The column needs two indexes: its own, and
 * a partial one of `lower(column)` where that is another than the column, which few values are.
 */
export const anyCase = (column: AnyColumn, text: string): SQL =>
  sql`(${column} in (${text}, ${text.toLowerCase()})
    or (lower(${column}) = ${text.toLowerCase()} and ${column} <> lower(${column})))`;

/** What is written as it was asked for comes before what differs in its capitals. */
export const exactFirst = (column: AnyColumn, text: string): SQL => sql`${column} = ${text} desc`;
