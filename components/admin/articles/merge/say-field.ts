import type { ArticleFields } from "@/lib/writing/fields";

const LABELS: Record<keyof ArticleFields, string> = {
  title: "标题",
  slug: "地址",
  summary: "摘要",
  bodyHtml: "正文",
  kind: "类型",
  level: "级别",
  categoryId: "媒体",
  tags: "标签",
  symbols: "提及的证券",
  sourceName: "文章来源",
  originalUrl: "原文链接",
  editorName: "责任编辑",
};

const WORDS: { [Name in keyof ArticleFields]?: Record<string, string> } = {
  kind: { story: "报道", flash: "快讯" },
  level: { 1: "普通", 2: "重要", 3: "特别重要" },
};

/** A field's name and how its value is read. */
export function sayField(name: keyof ArticleFields, outlets: { id: string; name: string }[]) {
  const say = (value: string) => {
    if (name === "categoryId") return outlets.find(({ id }) => id === value)?.name ?? "";
    return WORDS[name]?.[value] ?? value;
  };
  return { label: LABELS[name], say };
}
