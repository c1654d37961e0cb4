import type { DeskColumn, DeskParams, DeskSort, DeskStatus } from "@/lib/articles/desk-params";

/** How the list's states are said to people. */
export const STATUS_WORDS: Record<DeskStatus, string> = {
  draft: "草稿",
  in_review: "待审",
  scheduled: "定时",
  published: "已发布",
  withdrawn: "已撤回",
  trashed: "回收站",
};
export const KIND_WORDS = { story: "报道", flash: "快讯" } as const;
export const LEVEL_WORDS = { 1: "普通", 2: "重要", 3: "特别重要" } as const;
export const LACKS_WORDS = { source: "缺来源", summary: "缺摘要" } as const;
export const TIME_WORDS = { updated: "更新", published: "发布", created: "创建" } as const;
export const SORT_WORDS: Record<DeskSort, string> = {
  updated: "更新时间",
  published: "发布时间",
  created: "创建时间",
  length: "标题长短",
};
export const COLUMN_WORDS: Record<DeskColumn, string> = {
  status: "状态",
  outlet: "媒体",
  author: "作者",
  level: "级别",
  words: "字数",
  published: "发布",
  updated: "更新",
  created: "创建",
};

/** `按更新时间从新到旧`. */
export function sayOrder({ sort, order }: DeskParams): string {
  const ways = sort === "length" ? ["从长到短", "从短到长"] : ["从新到旧", "从旧到新"];
  return `按${SORT_WORDS[sort]}${ways[order === "asc" ? 1 : 0]}`;
}

/** `2026-11-01 至 2026-11-24`. */
export function sayRange(from?: string, to?: string): string {
  if (from && to) return from === to ? from : `${from} 至 ${to}`;
  return from ? `${from} 起` : `${to} 止`;
}

/** `约 98 万篇`; nothing while it is few: then the estimate may be plainly wrong. */
export function roughCount(estimate: number | null): string | null {
  if (estimate === null || estimate < 10_000) return null;
  const inWan = estimate / 10_000;
  return `约 ${inWan < 10 ? inWan.toFixed(1).replace(/\.0$/, "") : Math.round(inWan).toLocaleString("en-US")} 万篇`;
}
