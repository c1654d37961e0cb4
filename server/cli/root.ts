import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { env } from "@/lib/env";

/** The project's folder; the bundle lies in `.build/` below it, so commands work from any folder. */
export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/** A path as the operator meant it: npm runs commands in the project's folder, wherever they were typed. */
export const operatorPath = (path: string) => resolve(env().INIT_CWD ?? process.cwd(), path);
