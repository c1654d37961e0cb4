import { createReadStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import * as zlib from "node:zlib";
import tar from "tar-stream";
import yauzl from "yauzl";
import { refusal } from "./refusal";
import { isPostName, MAX_FILE_BYTES, tooLarge } from "./site-files";
import type { Found } from "./walk";

const utf8 = new TextDecoder("utf-8", { fatal: true });
const gb18030 = new TextDecoder("gb18030");

/** Names in an archive say no encoding, or a false one: UTF-8 where they are, else what Chinese Windows writes. */
function decodeName(name: Buffer): string {
  let text: string;
  try {
    text = utf8.decode(name);
  } catch {
    text = gb18030.decode(name);
  }
  return text.replaceAll("\\", "/").replace(/^(?:\.\/)+/, "");
}

const pointsOutside = (path: string) => /^(?:\/|[A-Za-z]:)/.test(path) || path.split("/").includes("..");

/** All bytes of an entry, or null when there are more than a post may have. */
async function bytesOf(stream: AsyncIterable<unknown>): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= MAX_FILE_BYTES) chunks.push(chunk);
    else chunks.length = 0;
  }
  return length <= MAX_FILE_BYTES ? Buffer.concat(chunks) : null;
}

/**
 * Collects what an archive holds. Files are kept under numbers, so that no name in it, however long, odd or twice
 * there, decides where something is written.
 */
class Unpacking {
  readonly found: Found[] = [];
  constructor(private readonly folder: string) {}

  /** Whether the bytes of this entry are wanted. */
  wants(path: string, size: number): boolean {
    if (!isPostName(path)) this.found.push({ path, absolute: "" });
    else if (pointsOutside(path)) this.refuse(path, "路径指向网站之外");
    else if (size > MAX_FILE_BYTES) this.found.push({ path, absolute: "", refused: tooLarge(size) });
    else return true;
    return false;
  }

  refuse(path: string, why: string) {
    this.found.push({ path, absolute: "", refused: refusal(why) });
  }

  async keep(path: string, bytes: Buffer | null) {
    if (!bytes) return this.refuse(path, "文件过大");
    const absolute = join(this.folder, String(this.found.length));
    await writeFile(absolute, bytes);
    this.found.push({ path, absolute });
  }
}

const crc32 = (zlib as { crc32?: (data: Buffer) => number }).crc32;

async function keepZipEntry(zip: yauzl.ZipFile, entry: yauzl.Entry, path: string, unpacking: Unpacking) {
  if (path.endsWith("/")) return;
  const isLink = ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000;
  if (isLink && isPostName(path)) return unpacking.refuse(path, "符号链接");
  if (entry.isEncrypted() && isPostName(path)) return unpacking.refuse(path, "压缩包内的文件已加密");
  if (!unpacking.wants(path, entry.uncompressedSize)) return;
  let bytes: Buffer | null;
  try {
    const stream = await new Promise<Readable>((resolve, reject) =>
      zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened))),
    );
    bytes = await bytesOf(stream);
  } catch (error) {
    return unpacking.refuse(path, `压缩包内的文件损坏（${(error as Error).message}）`);
  }
  // Node before 20.15 has no checksum of its own.
  if (bytes && crc32 && crc32(bytes) !== entry.crc32) return unpacking.refuse(path, "压缩包内的文件损坏（校验和不符）");
  await unpacking.keep(path, bytes);
}

export async function unpackZip(archive: string, folder: string): Promise<Found[]> {
  const unpacking = new Unpacking(folder);
  const zip = await new Promise<yauzl.ZipFile>((resolve, reject) => {
    // Without `decodeStrings` a name that points outside is ours to refuse and does not end the whole archive.
    yauzl.open(archive, { lazyEntries: true, autoClose: true, decodeStrings: false }, (error, file) =>
      error ? reject(error) : resolve(file),
    );
  });
  await new Promise<void>((resolve, reject) => {
    zip.on("error", reject).on("end", resolve);
    zip.on("entry", (entry: yauzl.Entry) => {
      const path = decodeName(entry.fileName as unknown as Buffer);
      keepZipEntry(zip, entry, path, unpacking).then(() => zip.readEntry(), reject);
    });
    zip.readEntry();
  });
  return unpacking.found;
}

export async function unpackTar(archive: string, folder: string): Promise<Found[]> {
  const unpacking = new Unpacking(folder);
  const extract = tar.extract();
  const keepAll = async () => {
    for await (const entry of extract) {
      const { type, size = 0 } = entry.header;
      const path = decodeName(Buffer.from(entry.header.name));
      const isFile = type === "file" || type === "contiguous-file";
      if (!isFile && type !== "directory" && isPostName(path)) {
        unpacking.refuse(path, type === "symlink" || type === "link" ? "符号链接" : "不是普通文件");
      }
      if (isFile && unpacking.wants(path, size)) await unpacking.keep(path, await bytesOf(entry));
      else entry.resume();
    }
  };
  await Promise.all([pipeline(createReadStream(archive), zlib.createGunzip(), extract), keepAll()]);
  return unpacking.found;
}
