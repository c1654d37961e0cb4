import "server-only";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { currentTiming } from "@/lib/cache/tag-page";
import { env } from "@/lib/env";
import * as schema from "./schema";
import { databaseUrl } from "./url";

export type Db = PostgresJsDatabase<typeof schema>;
/** Inside `db.transaction`. */
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];
export type Connection = { db: Db; sql: postgres.Sql; close: () => Promise<void> };

/**
 * Drizzle sends each query through `unsafe`, which postgres.js does not prepare unless told: two round trips a query
 * instead of one. Plans are still made for the values at hand, so that a rare outlet and a common one each get theirs.
 * Behind a pooler that knows no prepared statements, add `?prepare=false` to the database's address.
 */
function prepareQueries(sql: postgres.Sql) {
  const { unsafe } = sql;
  sql.unsafe = ((query, values, options) =>
    timed(unsafe(query, values, { prepare: sql.options.prepare, ...options }))) as typeof unsafe;
}

type Pending = ReturnType<postgres.Sql["unsafe"]>;

/** Notes how long a statement takes, from being asked for to its rows. Those inside a transaction are not counted. */
function timed(pending: Pending): Pending {
  const timing = currentTiming();
  if (!timing) return pending;
  timing.statements++;
  // A statement of postgres.js is sent when somebody waits for it.
  const wait = pending.then.bind(pending);
  // biome-ignore lint/suspicious/noThenProperty: it is thenable already
  pending.then = ((done, failed) => {
    const began = performance.now();
    const note = () => {
      timing.databaseMs += performance.now() - began;
    };
    return wait(
      (rows) => {
        note();
        return done ? done(rows) : (rows as never);
      },
      (error) => {
        note();
        if (failed) return failed(error);
        throw error;
      },
    );
  }) as typeof pending.then;
  return pending;
}

/** Seconds before the next try to reach a database that is away: readers wait for it, so not the twenty of the driver. */
const backoff = (tries: number) => Math.min(3 ** tries / 100, 1);

/** Opens a pool. The caller closes it. */
export function connect(url: string, { max = 10, name = "finews" }: { max?: number; name?: string } = {}): Connection {
  // Compiling a plan to machine code takes longer than any of these queries.
  const connection = { application_name: name, plan_cache_mode: "force_custom_plan", jit: "off" };
  const sql = postgres(url, { max, onnotice: () => {}, connection, connect_timeout: 10, backoff });
  prepareQueries(sql);
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
