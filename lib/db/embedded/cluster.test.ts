import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { connect } from "@/lib/db/client";
import { articles, categories } from "@/lib/db/schema";
import { testDb } from "@/lib/testing/db";
import { startEmbedded } from "./cluster";

const folders: string[] = [];
function folder() {
  const dir = mkdtempSync(join(tmpdir(), "finews-embedded-"));
  chmodSync(dir, 0o755);
  folders.push(dir);
  return dir;
}
afterEach(() => {
  for (const dir of folders.splice(0)) rmSync(dir, { recursive: true, force: true });
});

describe("startEmbedded", () => {
  test("joins a postmaster that is already running, and what was committed survives a stop", async () => {
    const dataDir = folder();
    const first = await startEmbedded({ projectRoot: process.cwd(), dataDir });
    const one = connect(first.url, { max: 1 });
    await one.sql`create table kept (n int)`;
    await one.sql`insert into kept values (7)`;
    await one.close();

    const second = await startEmbedded({ projectRoot: process.cwd(), dataDir });
    expect(second).toMatchObject({ reused: true, url: first.url });
    await second.stop();

    const third = await startEmbedded({ projectRoot: process.cwd(), dataDir });
    const two = connect(third.url, { max: 1 });
    expect(third.reused).toBe(false);
    expect([...(await two.sql`select n from kept`)]).toEqual([{ n: 7 }]);
    await two.close();
    await third.stop();
  });
});

test.skipIf(process.platform !== "linux")(
  "a lock whose process is somebody else's does not keep it from starting",
  async () => {
    const dataDir = folder();
    const first = await startEmbedded({ projectRoot: process.cwd(), dataDir });
    await first.stop();
    // As after a restart of the machine: the number now belongs to another process of the same user.
    const stranger = spawn("sleep", ["60"], { cwd: "/", ...(process.getuid?.() === 0 ? { uid: 65534 } : {}) });
    writeFileSync(join(dataDir, "postgres/postmaster.pid"), `${stranger.pid}\n${dataDir}/postgres\n1\n1\n\n\n`);
    const second = await startEmbedded({ projectRoot: process.cwd(), dataDir });
    expect(second.reused).toBe(false);
    await second.stop();
    stranger.kill();
  },
);

describe("the migrated schema", () => {
  const database = testDb();

  test("sorts by code point and lower-cases Chinese text without harm", async () => {
    const [row] =
      await database.sql`select lower('ABC贵州茅台') as text, datlocprovider as provider from pg_database where datname = current_database()`;
    expect(row).toEqual({ text: "abc贵州茅台", provider: "b" });
  });

  test("counts a category's published articles through insert, move, withdrawal and deletion", async () => {
    const { db } = database;
    const [a, b] = await db
      .insert(categories)
      .values([
        { slug: "jia", name: "甲", pinyin: "jia" },
        { slug: "yi", name: "乙", pinyin: "yi" },
      ])
      .returning();
    const counts = async () =>
      (await db.select().from(categories).orderBy(categories.slug)).map((c) => c.publishedCount);
    const at = new Date("2026-11-23T06:00:00Z");
    await db.insert(articles).values(
      [1, 2, 3].map((n) => ({
        slug: `s${n}`,
        title: `题 ${n}`,
        status: "published" as const,
        publishAt: at,
        categoryId: a!.id,
      })),
    );
    expect(await counts()).toEqual([3, 0]);
    await db.update(articles).set({ categoryId: b!.id }).where(sql`slug = 's1'`);
    expect(await counts()).toEqual([2, 1]);
    await db.update(articles).set({ status: "withdrawn" }).where(sql`slug = 's2'`);
    expect(await counts()).toEqual([1, 1]);
    await db.update(articles).set({ title: "改题" }).where(sql`slug = 's3'`);
    expect(await counts()).toEqual([1, 1]);
    await db.delete(articles).where(sql`slug = 's1'`);
    expect(await counts()).toEqual([1, 0]);
  });
});
