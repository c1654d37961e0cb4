import type { NAME_KINDS, REFUSAL_REASONS, SECURITY_KINDS } from "@/lib/db/schema";

export const KIND_NAMES: Record<(typeof SECURITY_KINDS)[number], string> = {
  stock: "股票",
  index: "指数",
  fund: "基金",
  sector: "板块",
};
export const NAME_KIND_NAMES: Record<(typeof NAME_KINDS)[number], string> = { alias: "别名", former: "曾用名" };
export const REASON_NAMES: Record<(typeof REFUSAL_REASONS)[number], string> = {
  "in-name": "是更长名称的一部分",
  "other-word": "是普通词语，不指证券",
  "other-listing": "文中说的是内地上市的这家公司，不是港股",
};
