import { describe, expect, it } from "vitest";
import { connect } from "@/lib/db/client";
import { outbox } from "@/lib/db/schema";
import { testDb } from "@/lib/testing/db";
import { followInvalidations, untilMidnight } from "./invalidation";
import { announce } from "./outbox";
import { PageStore } from "./page-store";

const database = testDb();

function fill(store: PageStore) {
  for (const name of ["a", "b"]) {
    store.beginRender(`/${name}`);
    const html = "<!DOCTYPE html><html><body>x</body></html>";
    store.notesOf(`/${name}`)?.tags.add(name);
    store.endRender(`/${name}`, { html, status: 200 });
  }
}
const held = (store: PageStore) => ["/a", "/b"].filter((key) => store.get(key));

describe("followInvalidations", () => {
  it("drops what a command announced once it is committed", async () => {
    const connection = connect(database.url, { max: 2 });
    const store = new PageStore({ maxBytes: 1e6 });
    const stop = await followInvalidations(connection, store);
    fill(store);
    await database.db.transaction((tx) => announce(tx, "test", ["a"]));
    await expect.poll(() => held(store)).toEqual(["/b"]);
    await stop();
    await connection.close();
  });

  it("drops everything after the connection was lost", async () => {
    const connection = connect(database.url, { max: 2, name: "finews-lost" });
    const store = new PageStore({ maxBytes: 1e6 });
    const stop = await followInvalidations(connection, store);
    const before = store.clock;
    await database.sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'finews-lost' and query ilike 'listen%'`;
    await expect.poll(() => store.clock, { timeout: 10_000 }).toBeGreaterThan(before);
    await stop();
    await connection.close();
  });

  it("removes announcements older than a day at the start", async () => {
    await database.db
      .insert(outbox)
      .values({ topic: "old", payload: { tags: ["x"] }, createdAt: new Date(Date.now() - 2 * 86_400_000) });
    const connection = connect(database.url, { max: 2 });
    const stop = await followInvalidations(connection, new PageStore({ maxBytes: 1e6 }));
    await expect
      .poll(async () => (await database.db.select().from(outbox)).filter(({ topic }) => topic === "old").length)
      .toBe(0);
    await stop();
    await connection.close();
  });
});

it("knows midnight in Beijing", () => {
  expect(untilMidnight(Date.parse("2026-11-24T15:59:00Z"))).toBe(60_000);
  expect(untilMidnight(Date.parse("2026-11-24T16:00:00Z"))).toBe(86_400_000);
});
