import "server-only";
import { type Env, env } from "@/lib/env";
import { localStorage } from "./local";
import { s3Storage } from "./s3";
import type { Storage } from "./types";

/** The storage that the settings ask for: S3 when its settings are there, else the data folder, where keys begin with `media/`. */
export function openStorage(settings: Pick<Env, "dataDir" | "s3">): Storage {
  return settings.s3 ? s3Storage(settings.s3) : localStorage(settings.dataDir);
}

let opened: Storage | undefined;

/** This process's storage. */
export function storage(): Storage {
  opened ??= openStorage(env());
  return opened;
}
