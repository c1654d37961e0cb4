import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auditLog } from "@/lib/db/schema";
import { addMedia, deleteMedia } from "@/lib/media/commands";
import { everyKey, originalKey } from "@/lib/media/keys";
import { processMedia } from "@/lib/media/process";
import { replaceMedia } from "@/lib/media/replace";
import { sweepFiles } from "@/lib/media/sweep";
import { picture } from "@/lib/media/testing/pictures";
import { localStorage } from "@/lib/storage/local";
import type { Storage } from "@/lib/storage/types";
import { testDb } from "@/lib/testing/db";
import { startS3 } from "@/lib/testing/s3";

const database = testDb();
const folder = mkdtempSync(join(tmpdir(), "finews-sweep-"));
let s3: Awaited<ReturnType<typeof startS3>>;
beforeAll(async () => {
  s3 = await startS3(join(folder, "s3"));
});
afterAll(async () => {
  await s3.close();
  rmSync(folder, { recursive: true, force: true });
});

const HOUR_MS = 60 * 60 * 1000;
/** Each test lives in days of its own; what one leaves behind is never due in the next. */
let day = new Date("2026-01-01T00:00:00Z");
const at = (hours: number) => ({
  db: database.db,
  actor: { kind: "system", job: "test" } as const,
  now: new Date(day.getTime() + hours * HOUR_MS),
});
let shade = 0;
const upload = async () => {
  shade++;
  return { name: "图.png", type: "image/png", bytes: await picture("png", { colour: `rgb(${shade},9,9)` }) };
};
const present = async (storage: Storage, of: { id: string; generation: number }) => {
  const found = await Promise.all(everyKey(of).map((key) => storage.exists(key)));
  return found.filter(Boolean).length;
};

describe.each<[string, () => Storage]>([
  ["a folder", () => localStorage(join(folder, "local"))],
  ["an S3 server", () => s3.open()],
])("in %s", (_name, open) => {
  test("what a crash left between storing and the row goes after a day, and not before", async () => {
    day = new Date(day.getTime() + 240 * HOUR_MS);
    const storage = open();
    let key = "";
    const crashing: Storage = {
      ...storage,
      async put(...file) {
        key = file[0];
        await storage.put(...file);
        throw new Error("the process is killed");
      },
    };
    await expect(addMedia(at(0), crashing, await upload())).rejects.toThrow("killed");
    expect(await storage.exists(key)).toBe(true);
    expect(await sweepFiles(at(23), storage)).toBe(0);
    expect(await storage.exists(key)).toBe(true);
    expect(await sweepFiles(at(25), storage)).toBe(1);
    expect(await storage.exists(key)).toBe(false);
    const id = key.split("/")[1]!;
    const told = await database.db.select().from(auditLog).where(eq(auditLog.subjectId, id)).orderBy(auditLog.id);
    expect(told.map(({ action, change }) => [action, change])).toEqual([
      ["media.storing", { generation: 1 }],
      ["media.swept", { files: [key] }],
    ]);
  });

  test("a picture's files stay, however old; those of a file that was replaced go", async () => {
    day = new Date(day.getTime() + 240 * HOUR_MS);
    const storage = open();
    const { picture: kept } = await addMedia(at(0), storage, await upload());
    await processMedia(at(0), storage, kept.id);
    const { picture: old } = await addMedia(at(0), storage, await upload());
    const { picture: replaced } = await replaceMedia(at(1), storage, { id: old.id, upload: await upload() });
    await processMedia(at(1), storage, old.id);
    // A worker that was still at the old file writes a size of it after all.
    await storage.put(everyKey(old)[1]!, Buffer.from("x"), "image/webp");

    expect(await sweepFiles(at(24.5), storage)).toBe(0);
    expect(await present(storage, old)).toBe(1);
    expect(await sweepFiles(at(26), storage)).toBe(1);
    expect([await present(storage, old), await present(storage, replaced), await present(storage, kept)]).toEqual([
      0, 3, 3,
    ]);
    expect(await sweepFiles(at(1000), storage)).toBe(0);
  });

  test("a size that was written after its picture was deleted goes", async () => {
    day = new Date(day.getTime() + 240 * HOUR_MS);
    const storage = open();
    const { picture: row } = await addMedia(at(0), storage, await upload());
    expect(await sweepFiles(at(30), storage)).toBe(0);
    await deleteMedia(at(40), storage, row);
    await storage.put(originalKey(row), Buffer.from("x"), "image/png");
    expect(await sweepFiles(at(63), storage)).toBe(0);
    expect(await sweepFiles(at(65), storage)).toBe(1);
    expect(await present(storage, row)).toBe(0);
  });

  test("what this database never stored is not touched", async () => {
    day = new Date(day.getTime() + 240 * HOUR_MS);
    const key = "media/018f6d2a-0000-7000-8000-00000000000a/1/original";
    await open().put(key, Buffer.from("x"), "image/png");
    expect(await sweepFiles(at(1000), open())).toBe(0);
    expect(await open().exists(key)).toBe(true);
  });
});

test("a replacing that failed is swept, and the next one's file of the same number stays", async () => {
  day = new Date(day.getTime() + 2400 * HOUR_MS);
  const storage = localStorage(join(folder, "again"));
  const { picture: row } = await addMedia(at(0), storage, await upload());
  const failing: Storage = {
    ...storage,
    async put(...file) {
      await storage.put(...file);
      throw new Error("the line broke");
    },
  };
  await expect(replaceMedia(at(1), failing, { id: row.id, upload: await upload() })).rejects.toThrow("broke");
  const { picture: replaced } = await replaceMedia(at(2), storage, { id: row.id, upload: await upload() });
  expect(replaced.generation).toBe(2);
  expect(await sweepFiles(at(100), storage)).toBe(0);
  expect(await storage.exists(originalKey(replaced))).toBe(true);
});
