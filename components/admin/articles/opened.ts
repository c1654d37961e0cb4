import type { DeskArticle } from "@/lib/articles/desk-loaders";
import type { ArticleFields } from "@/lib/writing/fields";

const NOT_YET = { id: "", version: 0, status: "draft", publishAt: null, updatedAt: "", withdrawnReason: null } as const;

/** The article as the form begins with it: what is stored, with the unsaved text over it. */
export function openedArticle(article: DeskArticle["article"] | null, fields: ArticleFields): DeskArticle["article"] {
  const kind = fields.kind === "flash" ? "flash" : "story";
  return { ...(article ?? NOT_YET), ...fields, kind, level: Number(fields.level) || 1 };
}
