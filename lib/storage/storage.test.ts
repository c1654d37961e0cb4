import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startS3 } from "@/lib/testing/s3";
import { localStorage } from "./local";
import { readAll, type Storage } from "./types";

const folder = mkdtempSync(join(tmpdir(), "finews-storage-"));
let server: Awaited<ReturnType<typeof startS3>>;

beforeAll(async () => {
  server = await startS3(join(folder, "s3"));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const s3 = (set = {}) => server.open(set);

describe.each<[string, () => Storage]>([
  ["a folder", () => localStorage(join(folder, "local"))],
  ["an S3 server", () => s3()],
])("%s", (_name, open) => {
  const read = async (storage: Storage, key: string) => {
    const stream = await storage.get(key);
    return stream && (await readAll(stream));
  };

  test("gives back what was put, byte for byte", async () => {
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, n) => (n * 31) % 256));
    await open().put("media/a/1/original", bytes, "image/png");
    expect(await read(open(), "media/a/1/original")).toEqual(bytes);
    expect(await open().exists("media/a/1/original")).toBe(true);
  });

  test("a second put replaces the first", async () => {
    await open().put("media/b/1/480.webp", Buffer.from("eins"), "image/webp");
    await open().put("media/b/1/480.webp", Buffer.from("zwei"), "image/webp");
    expect(String(await read(open(), "media/b/1/480.webp"))).toBe("zwei");
  });

  test("what is not there is null, and deleting it no fault", async () => {
    expect(await open().get("media/c/1/original")).toBeNull();
    expect(await open().exists("media/c/1/original")).toBe(false);
    await open().delete("media/c/1/original");
    await open().put("media/c/1/original", Buffer.from("x"), "image/png");
    await open().delete("media/c/1/original");
    expect(await open().exists("media/c/1/original")).toBe(false);
  });

  test.each(["../x", "media/../../x", "/media/x", "media//x", "media/x/", "media"])(
    "refuses the key %s",
    async (key) => {
      await expect(async () => open().put(key, Buffer.from("x"), "image/png")).rejects.toThrow("not a storage key");
    },
  );
});

test("a folder holds no side files after writing", async () => {
  await localStorage(join(folder, "side")).put("media/d/1/original", Buffer.from("x"), "image/png");
  expect(readdirSync(join(folder, "side/media/d/1"))).toEqual(["original"]);
});

test("with a file of a folder goes what a killed process left beside it, and nothing else", async () => {
  const local = localStorage(join(folder, "killed"));
  for (const name of ["original", "480.webp"]) await local.put(`media/e/1/${name}`, Buffer.from("x"), "image/png");
  writeFileSync(join(folder, "killed/media/e/1/original.1b4e.part"), "x");
  await local.delete("media/e/1/original");
  expect(readdirSync(join(folder, "killed/media/e/1"))).toEqual(["480.webp"]);
  await local.delete("media/none/1/original");
});

test("a wrong key of S3 is an error and not an empty storage", async () => {
  const stranger = s3({ accessKeyId: "stranger" });
  await expect(stranger.get("media/a/1/original")).rejects.toThrow("403");
  await expect(stranger.put("media/a/1/original", Buffer.from("x"), "image/png")).rejects.toThrow("403");
});

test("a bucket that does not exist is an error when writing", async () => {
  await expect(s3({ bucket: "missing" }).put("media/a/1/original", Buffer.from("x"), "image/png")).rejects.toThrow(
    "404",
  );
});
