import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { refusal, unreadable } from "./refusal";

/** A file of a site as it was found; `refused` says why its bytes cannot be had. */
export type Found = { path: string; absolute: string; refused?: string };

const NOT_THE_SITE = new Set([".git", "node_modules", "_site", "__MACOSX", ".jekyll-cache", ".sass-cache"]);

/** Every file below a folder. What cannot be read is listed with its reason and stops nothing. */
export async function walk(root: string): Promise<Found[]> {
  const found: Found[] = [];
  const folders = [""];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch((error: unknown) => {
      found.push({ path: `${folder}/`, absolute: join(root, folder), refused: unreadable(error) });
      return [];
    });
    for (const entry of entries) {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      const file = { path, absolute: join(root, path) };
      if (entry.isDirectory()) {
        if (!NOT_THE_SITE.has(entry.name)) folders.push(path);
      } else if (path.includes("\ufffd")) found.push({ ...file, refused: refusal("文件名不是 UTF-8") });
      else if (entry.isSymbolicLink()) found.push({ ...file, refused: refusal("符号链接") });
      else if (entry.isFile()) found.push(file);
      else found.push({ ...file, refused: refusal("不是普通文件") });
    }
  }
  return found;
}
