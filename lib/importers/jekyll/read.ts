import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve, sep } from "node:path";
import { OperatorError } from "@/lib/errors";
import { unpackTar, unpackZip } from "./archive";
import { isPostName, type SiteFiles, siteFiles, sitePath } from "./site-files";
import { walk } from "./walk";

export type Source = SiteFiles & { close: () => Promise<void> };

const nothing = async () => {};

/** Importing `…/_posts` itself gives the same paths as importing the site. */
async function openFolder(root: string): Promise<Source> {
  const name = basename(resolve(root));
  const prefix = /^(?:_posts|old_post)$/.test(name) ? `${name}/` : "";
  const found = (await walk(root)).map((file) => ({ ...file, path: prefix + file.path }));
  return { ...(await siteFiles(found)), close: nothing };
}

function openFile(path: string): Source {
  const inSite = sitePath(path.split(sep).join("/"));
  const own = inSite === path.split(sep).join("/") && !/^(?:_posts|old_post)\//.test(inSite) ? basename(path) : inSite;
  return { posts: [{ path: own, absolute: path }], others: [], close: nothing };
}

/**
 * Lists the posts of a file, a folder, a `.zip` or a `.tar.gz`, in the order of their paths. Archives are unpacked
 * into a temporary folder, so that files of one story can be read together wherever they stand.
 * @throws {OperatorError} when there is nothing that can be opened
 */
export async function openSource(path: string): Promise<Source> {
  const info = await stat(path).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === "ENOENT" ? "does not exist" : `cannot be opened (${error.code})`;
    throw new OperatorError(`Nothing to import: ${path} ${why}.`);
  });
  if (info.isDirectory()) return openFolder(path);
  const unpack = /\.zip$/i.test(path) ? unpackZip : /\.(?:tar\.gz|tgz)$/i.test(path) ? unpackTar : null;
  if (!info.isFile() || (!unpack && !isPostName(path)))
    throw new OperatorError(`Cannot import ${path}: expected .md, .html, .zip, .tar.gz or a folder.`);
  if (!unpack) return openFile(path);
  const folder = await mkdtemp(join(tmpdir(), "finews-import-"));
  const close = () => rm(folder, { recursive: true, force: true });
  try {
    return { ...(await siteFiles(await unpack(path, folder))), close };
  } catch (error) {
    await close();
    const why = String(error instanceof Error ? error.message : error).replace(/\.+$/, "");
    throw new OperatorError(`Cannot read the archive ${path}: ${why}.`);
  }
}
