import { createHash } from "node:crypto";
import { countWords } from "@/lib/content/text";
import { articlePath } from "@/lib/urls";
import { type MappedPost, type MapResult, mapPost } from "./map";
import { mergeMentions } from "./provider-markup";
import type { MentionedSecurity, RefusedLink } from "./symbols";

export type SourceFile = {
  path: string;
  sha256: string;
  raw: Buffer /** Its bytes could not be had. */;
  refused?: string;
};

/** One story, made of all files that tell it. */
export type ArticleDraft = {
  id: string;
  slug: string;
  /** Slugs under which the same story may stand already. */
  otherSlugs: string[];
  kind: "story" | "flash";
  level: 1 | 2 | 3;
  title: string;
  summary: string;
  bodyHtml: string;
  wordCount: number;
  categories: string;
  outlet: string;
  sourceName: string;
  originalUrl: string;
  publishAt: Date;
  mentions: MentionedSecurity[];
  refused: RefusedLink[];
  /** Keywords beside the outlet's tag. */
  tags: string[];
  oldPaths: string[];
};

export type GroupFile = SourceFile & {
  role: "imported" | "merged" | "quarantined";
  reason: string /** Newer bytes of this path are here already. */;
  isSuperseded?: boolean;
};
export type Group = { key: string; draft: ArticleDraft | null; files: GroupFile[] };

type Member = { file: SourceFile; post: MappedPost };

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function read(file: SourceFile): MapResult {
  if (file.refused) return { ok: false, reason: file.refused };
  let text: string;
  try {
    text = decoder.decode(file.raw);
  } catch {
    return { ok: false, reason: "不是 UTF-8 文本" };
  }
  try {
    // Postgres cannot store NUL, and no text has a use for it.
    return mapPost(file.path, text.replaceAll("\u0000", ""));
  } catch (error) {
    // Whatever one file holds, the run goes on; the reason names the fault.
    return { ok: false, reason: `无法解析（${error instanceof Error ? error.message : error}）` };
  }
}

/** Better first: a whole header, the outlet's own copy, then the newest of several stored versions. */
function byWorth(a: Member, b: Member): number {
  const worth = ({ post }: Member) => [
    post.titleIsDerived || post.dateIsDerived ? 0 : 1,
    post.name.isOutletCopy ? 1 : 0,
    post.isDigestOnly ? 0 : 1,
    post.hasZone ? 1 : 0,
    post.footerForm,
    post.name.isStored ? 1 : 0,
  ];
  const left = worth(a);
  const right = worth(b);
  for (let i = 0; i < left.length; i++) if (left[i] !== right[i]) return right[i]! - left[i]!;
  return a.file.path < b.file.path ? -1 : 1;
}

const LEVELS = [
  ["【特别重要】", 3],
  ["【重要】", 2],
] as const;

function levelOf(title: string, isFlash: boolean): { level: 1 | 2 | 3; title: string } {
  const found = isFlash ? LEVELS.find(([prefix]) => title.startsWith(prefix)) : undefined;
  return found ? { level: found[1], title: title.slice(found[0].length).trim() || title } : { level: 1, title };
}

/**
 * The same story gets the same id in every run. Version 7: ordered by time, and within a second by the provider's
 * number, which is how the old site's lists stood.
 */
export function articleId(key: string, publishAt: number): string {
  const hash = createHash("sha256").update(key).digest("hex");
  const order = /^\d{18}$/.test(key) ? Number(key.slice(8)) : 0;
  const high = Math.floor(order / 2 ** 24)
    .toString(16)
    .padStart(3, "0")
    .slice(-3);
  const low = (order % 2 ** 24).toString(16).padStart(6, "0");
  const time = Math.max(0, publishAt).toString(16).padStart(12, "0").slice(-12);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${high}-8${low.slice(0, 3)}-${low.slice(3)}${hash.slice(0, 9)}`;
}

function toDraft(key: string, members: Member[]): ArticleDraft {
  const posts = members.map((member) => member.post);
  const main = posts[0]!; // the caller passes at least one
  const body = main.isDigestOnly ? (posts.find((post) => !post.isDigestOnly) ?? main) : main;
  const outletCopy = posts.find((post) => post.name.isOutletCopy);
  const slug = (outletCopy ?? main).name.slug;
  const { level, title } = levelOf(main.title, body.isDigestOnly);
  const slugs = key.startsWith("~") ? [slug] : [`NW${key}`, key];
  // The provider's own address beats the one rebuilt from the number.
  const links = posts.map((post) => post.originalUrl);
  const oldPaths = posts.flatMap((post) => post.oldPaths);
  const otherSlugs = slugs.filter((other) => other !== slug);
  const heldSlugs = new Set(posts.map((post) => post.name.slug));
  return {
    id: articleId(key, main.publishAt),
    slug,
    otherSlugs,
    kind: body.isDigestOnly ? "flash" : "story",
    level,
    title,
    summary: body.isDigestOnly ? "" : (posts.find((post) => post.digest !== "")?.digest ?? ""),
    bodyHtml: body.bodyHtml,
    wordCount: countWords(body.bodyHtml),
    categories: main.categories,
    outlet: main.outlet,
    sourceName: posts.find((post) => post.sourceName !== "")?.sourceName ?? "",
    originalUrl: links.find((link) => link && !/\/a\/\d{18}\.html$/.test(link)) ?? links.find(Boolean) ?? "",
    publishAt: new Date(main.publishAt),
    mentions: mergeMentions(posts.flatMap((post) => post.mentions)),
    refused: posts.flatMap((post) => post.refused),
    tags: [...new Set(posts.flatMap((post) => post.keywords))],
    oldPaths: [
      ...new Set([
        ...oldPaths,
        ...otherSlugs.filter((other) => heldSlugs.has(other)).map((other) => articlePath(other)),
      ]),
    ],
  };
}

/** Makes one story of the files that share a key. The order in which they are given does not matter. */
export function mapGroup(key: string, files: SourceFile[]): Group {
  const members: Member[] = [];
  const result: GroupFile[] = [];
  for (const file of files) {
    const mapped = read(file);
    if (mapped.ok) members.push({ file, post: mapped.post });
    else result.push({ ...file, role: "quarantined", reason: mapped.reason });
  }
  members.sort(byWorth);
  const mainPath = members[0]?.file.path;
  for (const { file, post } of members) {
    const derived = post.titleIsDerived ? "标题取自正文首句" : post.dateIsDerived ? "日期取自文件名" : "";
    if (file.path === mainPath) result.push({ ...file, role: "imported", reason: derived });
    else result.push({ ...file, role: "merged", reason: `与 ${mainPath} 为同一篇` });
  }
  return { key, draft: members.length > 0 ? toDraft(key, members) : null, files: result };
}
