import { open } from "node:fs/promises";
import { refusal, unreadable } from "./refusal";
import type { Found } from "./walk";

export type Listed = {
  /** Path inside the site and key of the ledger: `_posts/2022-05-26-NW….md`. */
  path: string;
  absolute: string;
  /** Why its bytes are not taken in. */
  refused?: string;
};
export type SiteFiles = {
  posts: Listed[];
  /** Files of the site that are no posts: pages of outlets, layouts, pictures. They are counted, not taken in. */
  others: string[];
};

export const MAX_FILE_BYTES = 8 * 1024 * 1024;
/** An index entry of Postgres holds 2,700 bytes. */
const MAX_PATH_CHARACTERS = 600;

const POST = /\.(?:md|markdown|html)$/i;
const MARKDOWN = /\.(?:md|markdown)$/i;
const IN_POSTS = /(?:^|\/)(?:_posts|old_post)\/(?:.*\/)?[^./][^/]*$/;
const NAMED_LIKE_POST = /(?:^|\/)(?:\d{4}-\d{2}-\d{2}-[^/]+|-?(?:NW)?\d{18})\.(?:md|markdown)$/;

export const isPostName = (path: string) => POST.test(path) || IN_POSTS.test(path);

export const tooLarge = (bytes: number) => refusal(`文件过大（${(bytes / 1024 / 1024).toFixed(1)} MB）`);

/** Paths count from the folder that holds `_posts`, wherever the export was unpacked. */
export const sitePath = (path: string) => /(?:^|\/)((?:_posts|old_post)\/.*)$/.exec(path)?.[1] ?? path;

async function hasFrontMatter(absolute: string): Promise<boolean> {
  const handle = await open(absolute);
  const head = Buffer.alloc(64);
  const { bytesRead } = await handle.read(head, 0, 64, 0).finally(() => handle.close());
  return /^\uFEFF?\s*---\s*\n/.test(head.toString("utf8", 0, bytesRead));
}

/** Everything in `_posts` and `old_post`; elsewhere Markdown that is named like a post or has front matter. */
async function classify(file: Found): Promise<Listed | null> {
  const { path, absolute, refused } = file;
  if (IN_POSTS.test(path)) {
    return POST.test(path) || refused ? file : { path, absolute, refused: refusal("不是 .md 或 .html 文件") };
  }
  if (NAMED_LIKE_POST.test(path) || (refused && (MARKDOWN.test(path) || path.endsWith("/")))) return file;
  if (refused || !MARKDOWN.test(path)) return null;
  try {
    return (await hasFrontMatter(absolute)) ? file : null;
  } catch (error) {
    return { path, absolute, refused: unreadable(error) };
  }
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Two files may claim one path: a backup beside the site, a name that stands twice in an archive. Each keeps a row. */
function withOwnPaths(files: Listed[]): Listed[] {
  const taken = new Set<string>();
  const ordered = files
    .map((file, order) => ({ file, order, path: sitePath(file.path) }))
    .sort((a, b) => a.file.path.length - b.file.path.length || byText(a.file.path, b.file.path) || b.order - a.order);
  const own = ordered.map(({ file, path }): Listed => {
    let free = taken.has(path) ? file.path : path;
    for (let number = 2; taken.has(free); number++) free = `~${number}/${file.path}`;
    taken.add(free);
    return { ...file, path: free };
  });
  return own.sort((a, b) => byText(a.path, b.path));
}

function withSafePath(file: Listed): Listed {
  const path = file.path.replace(/[\u0000-\u001f\u007f]/g, "\ufffd");
  if (path.length <= MAX_PATH_CHARACTERS) return { ...file, path };
  return { ...file, path: `${path.slice(0, MAX_PATH_CHARACTERS)}…`, refused: refusal("路径过长") };
}

/** Tells posts from the other files of a site. */
export async function siteFiles(found: Found[]): Promise<SiteFiles> {
  const posts: Listed[] = [];
  const others: string[] = [];
  for (const file of found) {
    const post = await classify(file);
    if (post) posts.push(withSafePath(post));
    else others.push(file.path);
  }
  return { posts: withOwnPaths(posts), others };
}
