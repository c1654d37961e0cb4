import postgres from "postgres";
import { afterAll, beforeAll, inject } from "vitest";
import { type Connection, connect, type Db } from "@/lib/db/client";

let made = 0;

/** A database of its own, cloned from the migrated template. The caller closes and drops it. */
export async function createTestDatabase(): Promise<Connection & { url: string; drop: () => Promise<void> }> {
  const admin = postgres(inject("databaseUrl"), { max: 1, onnotice: () => {} });
  const name = `test_${process.pid}_${Date.now().toString(36)}_${++made}`;
  await admin.unsafe(`create database ${name} template finews_template`);
  const url = inject("databaseUrl").replace(/\/[^/]*$/, `/${name}`);
  const connection = connect(url, { max: 5, name });
  const drop = async () => {
    await connection.close();
    await admin.unsafe(`drop database ${name} with (force)`);
    await admin.end({ timeout: 1 });
  };
  return { ...connection, url, drop };
}

/** One database for the test file that calls this at its top; read `db` inside tests. */
export function testDb() {
  let database: Awaited<ReturnType<typeof createTestDatabase>> | undefined;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database?.drop());
  const open = () => {
    if (!database) throw new Error("testDb() is ready only inside tests and hooks");
    return database;
  };
  return {
    get db(): Db {
      return open().db;
    },
    get sql() {
      return open().sql;
    },
    get url() {
      return open().url;
    },
  };
}
