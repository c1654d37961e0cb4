import { z } from "zod";
import { longTime } from "@/lib/dates";

/** What a revision keeps beside its text. Written by code of other days as well, so nothing is taken for granted. */
const fieldsSchema = z.object({
  slug: z.string().catch(""),
  kind: z.enum(["story", "flash"]).catch("story"),
  level: z.number().int().min(1).max(3).catch(1),
  categoryId: z.string().catch(""),
  sourceName: z.string().catch(""),
  originalUrl: z.string().catch(""),
  editorName: z.string().catch(""),
  publishAt: z.string().nullable().catch(null),
  tags: z.array(z.string()).catch([]),
  symbols: z.array(z.string()).catch([]),
});
export type RevisionFields = z.infer<typeof fieldsSchema>;
export const readFields = (stored: unknown): RevisionFields => fieldsSchema.parse(stored ?? {});

/** In the order of the form. */
export const FIELD_NAMES: Record<keyof RevisionFields, string> = {
  kind: "类型",
  level: "级别",
  categoryId: "媒体",
  slug: "地址",
  publishAt: "发布时间",
  tags: "标签",
  symbols: "证券",
  sourceName: "来源",
  originalUrl: "原文地址",
  editorName: "编辑",
};
const KEYS = Object.keys(FIELD_NAMES) as (keyof RevisionFields)[];
const KINDS = { story: "报道", flash: "快讯" };
const LEVELS = ["普通", "重要", "特别重要"];

const sorted = (value: unknown) => (Array.isArray(value) ? [...value].sort() : value);
export const changedFields = (before: RevisionFields, after: RevisionFields) =>
  KEYS.filter((key) => JSON.stringify(sorted(before[key])) !== JSON.stringify(sorted(after[key])));

export type Names = { categories: Map<string, string>; securities: Map<string, string> };

/** The fields that differ, as an editor reads them; an empty value is an empty string. */
export function compareFields(before: RevisionFields, after: RevisionFields, names: Names) {
  return changedFields(before, after).map((key) => ({
    name: FIELD_NAMES[key],
    before: say(before, key, names),
    after: say(after, key, names),
  }));
}

function say(fields: RevisionFields, key: keyof RevisionFields, names: Names): string {
  if (key === "kind") return KINDS[fields.kind];
  if (key === "level") return LEVELS[fields.level - 1] ?? "";
  if (key === "categoryId") return names.categories.get(fields.categoryId) ?? "（已不存在）";
  if (key === "publishAt") return fields.publishAt ? longTime(fields.publishAt) : "";
  if (key === "tags") return fields.tags.join("、");
  if (key === "symbols")
    return fields.symbols.map((symbol) => `${names.securities.get(symbol) ?? ""} ${symbol}`.trim()).join("、");
  return fields[key];
}
