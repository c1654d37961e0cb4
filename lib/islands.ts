import "server-only";
import { readdirSync } from "node:fs";
import { join } from "node:path";

const FOLDER = "public/islands";
let names: string[] | undefined;

/** Where the script of an island is: `/islands/live-flashes-4F7K2Q3A.js`; null when the islands were not built. */
export function islandPath(name: string, root = process.cwd()): string | null {
  if (!names) {
    try {
      names = readdirSync(join(root, FOLDER));
    } catch {
      names = [];
    }
  }
  // Not another island whose name begins with this one.
  const isOf = new RegExp(`^${name}-[A-Z0-9]{8}\\.js$`);
  const file = names.find((one) => isOf.test(one));
  return file ? `/islands/${file}` : null;
}
