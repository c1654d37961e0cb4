import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, mkdtemp, open, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import tar from "tar-stream";
import yauzl from "yauzl";
import { OperatorError } from "@/lib/errors";

export type Listed = { path: string; absolute: string };
export type Source = { files: Listed[]; close: () => Promise<void> };

const MAX_FILE_BYTES = 8 * 1024 * 1024;
const POST = /\.(?:md|markdown|html)$/i;
const IN_POSTS = /(?:^|\/)(?:_posts|old_post)\//;
const NAMED_LIKE_POST = /(?:^|\/)(?:\d{4}-\d{2}-\d{2}-[^/]+|-?(?:NW)?\d{18})\.(?:md|markdown)$/;
const IGNORED = /(?:^|\/)(?:\.git|node_modules|_site|category|__MACOSX)\//;

/** Paths count from the folder that holds `_posts`, wherever the export was unpacked. */
const sitePath = (path: string) => {
  const slashed = path.split(sep).join("/");
  return /(?:^|\/)((?:_posts|old_post)\/.*)$/.exec(slashed)?.[1] ?? slashed;
};

/** Posts of `_posts` and `old_post`; elsewhere Markdown that is named like a post or has front matter. */
async function isPost(path: string, absolute: string): Promise<boolean> {
  if (!POST.test(path) || IGNORED.test(`/${path}`)) return false;
  if (IN_POSTS.test(`/${path}`) || NAMED_LIKE_POST.test(path)) return true;
  if (/\.html$/i.test(path)) return false;
  const handle = await open(absolute);
  const head = Buffer.alloc(64);
  const { bytesRead } = await handle.read(head, 0, 64, 0).finally(() => handle.close());
  return /^\s*---\s*\n/.test(head.toString("utf8", 0, bytesRead));
}

async function listFolder(root: string): Promise<Listed[]> {
  const files: Listed[] = [];
  // Importing `…/_posts` itself gives the same paths as importing the site.
  const base = /^(?:_posts|old_post)$/.test(basename(root)) ? dirname(root) : root;
  for (const entry of await readdir(root, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const absolute = join(entry.parentPath, entry.name);
    const path = relative(base, absolute).split(sep).join("/");
    if (await isPost(path, absolute)) files.push({ path: sitePath(path), absolute });
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Where an archive's entry is unpacked; null for entries that are no posts or point outside. */
function target(folder: string, name: string, size: number): string | null {
  const path = name.replaceAll("\\", "/");
  if (path.startsWith("/") || path.split("/").includes("..") || !POST.test(path) || size > MAX_FILE_BYTES) return null;
  return join(folder, path);
}

async function unpackZip(archive: string, folder: string) {
  const zip = await new Promise<yauzl.ZipFile>((resolve, reject) => {
    yauzl.open(archive, { lazyEntries: true, autoClose: true }, (error, file) =>
      error ? reject(error) : resolve(file),
    );
  });
  await new Promise<void>((resolve, reject) => {
    zip.on("error", reject).on("end", resolve);
    zip.on("entry", (entry: yauzl.Entry) => {
      const path = target(folder, entry.fileName, entry.uncompressedSize);
      if (!path) return zip.readEntry();
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        mkdir(dirname(path), { recursive: true })
          .then(() => pipeline(stream, createWriteStream(path)))
          .then(() => zip.readEntry(), reject);
      });
    });
    zip.readEntry();
  });
}

async function unpackTar(archive: string, folder: string) {
  const extract = tar.extract();
  extract.on("entry", (header, stream, next) => {
    const path = header.type === "file" ? target(folder, header.name, header.size ?? 0) : null;
    stream.on("end", path ? () => {} : next).on("error", next);
    if (!path) return void stream.resume();
    mkdir(dirname(path), { recursive: true })
      .then(() => pipeline(stream, createWriteStream(path)))
      .then(() => next(), next);
  });
  await pipeline(createReadStream(archive), createGunzip(), extract);
}

/**
 * Lists the posts of a file, a folder, a `.zip` or a `.tar.gz`, in the order of their paths. Archives are unpacked
 * into a temporary folder, so that files of one story can be read together wherever they stand.
 */
export async function openSource(path: string): Promise<Source> {
  const info = await stat(path).catch(() => null);
  if (!info) throw new OperatorError(`Nothing to import: ${path} does not exist.`);
  const nothing = async () => {};
  if (info.isDirectory()) return { files: await listFolder(path), close: nothing };
  const unpack = /\.zip$/i.test(path) ? unpackZip : /\.(?:tar\.gz|tgz)$/i.test(path) ? unpackTar : null;
  if (!unpack) {
    if (!POST.test(path))
      throw new OperatorError(`Cannot import ${path}: expected .md, .html, .zip, .tar.gz or a folder.`);
    const inPosts = sitePath(path);
    return {
      files: [{ path: inPosts === path.split(sep).join("/") ? basename(path) : inPosts, absolute: path }],
      close: nothing,
    };
  }
  const folder = await mkdtemp(join(tmpdir(), "finews-import-"));
  const close = () => rm(folder, { recursive: true, force: true });
  try {
    await unpack(path, folder);
    return { files: await listFolder(folder), close };
  } catch (error) {
    await close();
    throw new OperatorError(`Cannot read the archive ${path}: ${error instanceof Error ? error.message : error}.`);
  }
}
