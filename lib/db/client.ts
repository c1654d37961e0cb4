import "server-only";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/env";
import * as schema from "./schema";
import { databaseUrl } from "./url";

export type Db = PostgresJsDatabase<typeof schema>;
/** Inside `db.transaction`. */
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];
export type Connection = { db: Db; sql: postgres.Sql; close: () => Promise<void> };

/** Opens a pool. The caller closes it. */
export function connect(url: string, { max = 10, name = "finews" }: { max?: number; name?: string } = {}): Connection {
  const sql = postgres(url, { max, onnotice: () => {}, connection: { application_name: name }, connect_timeout: 10 });
  return { db: drizzle(sql, { schema }), sql, close: () => sql.end({ timeout: 5 }) };
}

// Next loads this module more than once (pages, actions, handlers); the pool is one per process.
const KEY = Symbol.for("finews.db");
type Holder = { [KEY]?: Connection };

/** The process's own connection, opened at first use. */
export function connection(): Connection {
  const holder = globalThis as Holder;
  holder[KEY] ??= connect(databaseUrl(), { max: env().DATABASE_POOL });
  return holder[KEY];
}

export const getDb = () => connection().db;
