import { randomUUID } from "node:crypto";
import { access, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
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
    delete: (key) => rm(at(key), { force: true }),
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
