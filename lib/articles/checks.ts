import { visibleText } from "@/lib/content/text";
import type { Mismatch } from "@/lib/securities/code-names";
import { figuresNotIn } from "./figures";

export type CheckLevel = "block" | "warn";
export type CheckName = keyof typeof CHECK_RULES;
/** Where the fault is mended: the control that gets the focus. */
export type CheckPlace = "title" | "body" | "image" | "categoryId" | "summary" | "sourceName" | "slug";
/** `picture`: which one of the text, counted from 1. */
export type Check = { name: CheckName; level: CheckLevel; message: string; place: CheckPlace; picture?: number };

/** What each rule does to a publication. `block` is enforced by the command, `warn` is only shown. */
export const CHECK_RULES = {
  titleMissing: "block",
  bodyMissing: "block",
  outletMissing: "block",
  codeAndName: "block",
  altMissing: "block",
  sourceMissing: "warn",
  figureNotInText: "warn",
  titleLong: "warn",
  summaryMissing: "warn",
  summaryLong: "warn",
} as const satisfies Record<string, CheckLevel>;

/** A headline of two lines at most, and what a search result shows of a description. */
export const TITLE_LENGTH = 40;
export const SUMMARY_LENGTH = 120;

export type Checked = {
  title: string;
  summary: string;
  bodyHtml: string;
  kind: "story" | "flash";
  categoryId: string;
  sourceName: string;
};

const length = (text: string) => [...text.trim()].length;

/** Pictures without a description, counted from 1. The editor's row of fields holds the first of a figure. */
function undescribed(html: string): { picture: number; inRow: boolean }[] {
  return [...html.matchAll(/<img\b[^>]*>/g)].flatMap(({ 0: img, index }, n) =>
    /\balt="\s*[^"\s]/.test(img)
      ? []
      : [{ picture: n + 1, inRow: /<figure>(?:<a\b[^>]*>)?$/.test(html.slice(0, index)) }],
  );
}

/** What is wrong or doubtful before publication, in the order of the rules; the ones that block come first. */
export function checkArticle(article: Checked, mismatches: Mismatch[] = []): Check[] {
  const { title, summary, bodyHtml, kind } = article;
  const found: Check[] = [];
  const say = (name: CheckName, place: CheckPlace, message: string, at: { picture?: number } = {}) =>
    found.push({ name, level: CHECK_RULES[name], message, place, ...at });
  const text = visibleText(bodyHtml);

  if (length(title) === 0) say("titleMissing", "title", "还没有标题");
  if (kind === "story" && text === "") say("bodyMissing", "body", "正文还空着");
  if (!article.categoryId) say("outletMissing", "categoryId", "还没有选媒体");
  for (const { name, written, right, owner } of mismatches) {
    const whose = owner ? `是${owner}的代码` : "不是它的代码";
    say("codeAndName", "body", `${name}（${written}）：${written} ${whose}，${name}是 ${right}`);
  }
  for (const { picture, inRow } of undescribed(bodyHtml)) {
    const mend = inRow ? "选中它，在“图片”里补上" : "在“源码”里给它补上 alt";
    say("altMissing", "image", `第 ${picture} 张图没有替代文字，${mend}`, { picture });
  }
  if (kind === "story" && !article.sourceName.trim()) say("sourceMissing", "sourceName", "没有填文章来源");
  const missing = figuresNotIn(title, `${text}\n${summary}`);
  if (missing.length > 0 && text !== "") say("figureNotInText", "title", `标题里的“${missing.join("”“")}”正文里没有`);
  if (length(title) > TITLE_LENGTH) say("titleLong", "title", `标题 ${length(title)} 个字，超过 ${TITLE_LENGTH} 个`);
  if (kind === "story" && length(summary) === 0) say("summaryMissing", "summary", "摘要还空着，列表和分享会用首段");
  if (length(summary) > SUMMARY_LENGTH)
    say("summaryLong", "summary", `摘要 ${length(summary)} 个字，搜索结果只显示前 ${SUMMARY_LENGTH} 个`);
  return found;
}
