import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder; the bundle lies in `.build/` below it, so commands work from any folder. */
export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), "..");
