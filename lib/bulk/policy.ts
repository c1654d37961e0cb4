import { can, type Governed, type Verb } from "@/lib/articles/policy";
import type { Act } from "@/lib/bulk/validation";
import { type Actor, isDesk } from "@/lib/context";

export const VERBS: Record<Act, Verb> = {
  publish: "publish",
  unpublish: "unpublish",
  recategorise: "edit",
  tag: "edit",
  trash: "trash",
  restore: "restore",
};

/** As many as an article may have. */
const MOST_TAGS = 20;

/** What the rules look at. */
export type BulkCandidate = Governed & { categoryId: string; kind: string; wordCount: number; tags: string[] };
/** What is to be given to the articles, as far as it is chosen. */
export type Wish = { categoryId?: string | undefined; tags?: string[] | undefined };

/** Why this act would not change this article; null when it would. The act's own commands have the last word. */
export function refusal(actor: Actor, act: Act, article: BulkCandidate, wish: Wish = {}): string | null {
  if (!can(actor, VERBS[act], article)) return "没有权限";
  const { status } = article;
  if (act === "restore") return status === "trashed" ? null : "不在回收站";
  if (status === "trashed") return act === "trash" ? "已在回收站" : "在回收站里";
  if (act === "unpublish") return status === "published" || status === "scheduled" ? null : "没有发布";
  if (act === "publish") {
    if (status === "published") return "已经发布";
    return article.kind === "story" && article.wordCount === 0 ? "正文还空着" : null;
  }
  if (act === "recategorise") return wish.categoryId === article.categoryId ? "已经在这个媒体" : null;
  if (act === "tag" && wish.tags) {
    const all = new Set([...article.tags, ...wish.tags]);
    if (all.size === new Set(article.tags).size) return "已经有这些标签";
    return all.size > MOST_TAGS ? `标签会超过 ${MOST_TAGS} 个` : null;
  }
  return null;
}

const ON_ALL: Act[] = ["publish", "unpublish", "recategorise", "tag", "trash"];
/** Acts that change nothing in a list of one status. */
const IDLE: Record<string, Act[]> = {
  draft: ["unpublish"],
  published: ["publish"],
  withdrawn: ["unpublish"],
};
const OF_EDITORS: Act[] = ["publish", "unpublish"];

/** What this person is offered above a list; without a status it holds all but the bin. */
export function actsFor(actor: Actor, status?: string): Act[] {
  if (status === "trashed") return ["restore"];
  const isAuthor = actor.kind === "user" && !isDesk(actor);
  return ON_ALL.filter((act) => !(isAuthor && OF_EDITORS.includes(act)) && !(status && IDLE[status]?.includes(act)));
}
