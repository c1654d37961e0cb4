import { randomUUID } from "node:crypto";
import { access, mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Readable } from "node:stream";
import { requireKey, type Storage } from "./types";

const isAbsent = (error: unknown) => ["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "");

/** Files in a folder of this machine. */
export function localStorage(folder: string): Storage {
  const at = (key: string) => join(folder, ...requireKey(key).split("/"));

  return {
    async put(key, bytes) {
      const path = at(key);
      await mkdir(dirname(path), { recursive: true });
      // Written beside and moved: a reader, or a process that is killed, never sees half a file.
      const side = `${path}.${randomUUID()}.part`;
      try {
        const file = await open(side, "wx");
        try {
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(side, path);
      } catch (error) {
        await rm(side, { force: true });
        throw error;
      }
    },
    async get(key) {
      try {
        const file = await open(at(key), "r");
        return Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array>;
      } catch (error) {
        if (isAbsent(error)) return null;
        throw error;
      }
    },
    async delete(key) {
      const path = at(key);
      await rm(path, { force: true });
      // What was being written beside it when a process was killed.
      const beside = await readdir(dirname(path)).catch((error) => (isAbsent(error) ? [] : Promise.reject(error)));
      const sides = beside.filter((name) => name.startsWith(`${basename(path)}.`) && name.endsWith(".part"));
      for (const side of sides) await rm(join(dirname(path), side), { force: true });
    },
    exists: (key) =>
      access(at(key)).then(
        () => true,
        (error) => {
          if (isAbsent(error)) return false;
          throw error;
        },
      ),
  };
}
