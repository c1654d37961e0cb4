import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import type { WrittenOutlet } from "../outlets";
import { outletInFooter } from "./body";
import { groupKey, readFileName } from "./file-name";
import { splitFrontMatter } from "./front-matter";
import { outletFault, outletName } from "./outlet";
import type { GroupTask } from "./parse";
import { unreadable } from "./refusal";
import { type Listed, MAX_FILE_BYTES, tooLarge } from "./site-files";

export type Scanned = { file: Listed; bytes: number; outlet: WrittenOutlet | null };

const PART_BYTES = 8192;
/** A batch of posts of usual size holds far less; a batch of huge ones must not fill the memory. */
const BATCH_BYTES = 16 * 1024 * 1024;

const part = Buffer.alloc(PART_BYTES);

function readPart(file: number, at: number): string {
  return part.toString("utf8", 0, readSync(file, part, 0, PART_BYTES, Math.max(0, at)));
}

/** Outlet and categories as head and footer of a file state them; null for what is no post. */
function readOutlet(file: number, path: string, size: number): WrittenOutlet | null {
  const { front } = splitFrontMatter(readPart(file, 0));
  const { day, id } = readFileName(path);
  if (!front || !(day || id || /\d/.test(front.date.replace(/^\+0800$/, "")))) return null;
  const tag = front.tags || outletInFooter(readPart(file, size - PART_BYTES));
  const written = { categories: front.categories, outlet: outletName(tag) };
  return outletFault(written) ? null : written;
}

/** Looks at size, head and footer of a file before any is read whole. */
export function scanFile(listed: Listed): Scanned {
  const file = { ...listed };
  if (file.refused) return { file, bytes: 0, outlet: null };
  try {
    const opened = openSync(file.absolute, "r");
    try {
      const bytes = fstatSync(opened).size;
      if (bytes > MAX_FILE_BYTES) return { file: { ...file, refused: tooLarge(bytes) }, bytes: 0, outlet: null };
      return { file, bytes, outlet: readOutlet(opened, file.path, bytes) };
    } finally {
      closeSync(opened);
    }
  } catch (error) {
    return { file: { ...file, refused: unreadable(error) }, bytes: 0, outlet: null };
  }
}

/** The slug that each of the provider's numbers will have; the outlet's copy names the story where there is one. */
export function storySlugs(scanned: Scanned[]): Map<string, string> {
  const slugs = new Map<string, string>();
  for (const { file, outlet } of scanned) {
    const { id, slug, isOutletCopy } = readFileName(file.path);
    // A file without a header to read becomes no story that could be linked to.
    if (outlet && id && (isOutletCopy || !slugs.has(id))) slugs.set(id, slug);
  }
  return slugs;
}

/** Files of one story stand in one batch, whatever their folders; batches go in the order of the stories' keys. */
export function makeBatches(scanned: Scanned[], size: number): GroupTask[][] {
  const groups = new Map<string, Scanned[]>();
  for (const one of scanned) {
    const key = groupKey(one.file.path);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  const batches: GroupTask[][] = [];
  let count = size;
  let bytes = 0;
  for (const key of [...groups.keys()].sort()) {
    const own = groups.get(key)!.sort((a, b) => (a.file.path < b.file.path ? -1 : 1));
    if (count >= size || bytes >= BATCH_BYTES) {
      batches.push([]);
      count = 0;
      bytes = 0;
    }
    batches.at(-1)!.push({ key, files: own.map(({ file }) => file) });
    count += own.length;
    for (const one of own) bytes += one.bytes;
  }
  return batches;
}
