import { z } from "zod";
import { ARTICLE_KINDS, SECURITY_KINDS } from "@/lib/db/schema";

const text = (most: number, expected: string) => z.string().min(1, expected).max(most, expected);

const limitOf = (most: number) =>
  z.coerce
    .number({ error: `limit 应是 1 到 ${most} 的整数` })
    .int(`limit 应是 1 到 ${most} 的整数`)
    .min(1, `limit 应是 1 到 ${most} 的整数`)
    .max(most, `limit 应是 1 到 ${most} 的整数`)
    .default(20)
    .meta({ description: `一页几项，1 到 ${most}`, examples: [20] });

const cursor = text(300, "cursor 应是上一页 next 的值").optional().meta({ description: "上一页的 next；第一页不写" });

const share = z
  .enum(["summary", "full"], { error: "text 应是 summary 或 full" })
  .default("summary")
  .meta({ description: "summary：只要摘要；full：能给全文的给全文", examples: ["full"] });

const DAY = /^(?:19|20)\d{2}-\d{2}-\d{2}$/;
/** JavaScript takes 30 February for a day of March. */
function isReal(value: string) {
  const day = Date.parse(`${value.slice(0, 10)}T00:00:00Z`);
  const isDay = !Number.isNaN(day) && new Date(day).toISOString().startsWith(value.slice(0, 10));
  return isDay && !Number.isNaN(Date.parse(value));
}
const time = (name: string, description: string) => {
  const expected = `${name} 应是 2026-11-23 或 2026-11-23T14:20:00+08:00 这样的时间`;
  return z
    .string()
    .regex(/^(?:19|20)\d{2}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?(?:Z|[+-]\d{2}:\d{2}))?$/, expected)
    .refine(isReal, expected)
    .optional()
    .meta({ description, examples: ["2026-11-23"] });
};

const kind = z
  .enum(ARTICLE_KINDS, { error: "kind 应是 story 或 flash" })
  .optional()
  .meta({ description: "story：报道；flash：快讯", examples: ["flash"] });
const level = z
  .enum(["1", "2", "3"], { error: "level 应是 1、2 或 3" })
  .optional()
  .meta({ description: "只要这个级别：1 普通，2 重要，3 特别重要", examples: ["2"] });
const symbol = z
  .string()
  .regex(/^[A-Za-z]{2}[A-Za-z0-9.]{1,12}$/, "symbol 应是交易所前缀加代码，如 SZ300750")
  .optional()
  .meta({ description: "提到这个证券的", examples: ["SZ300750"] });
const category = text(200, "category 应是媒体的网址名")
  .optional()
  .meta({ description: "媒体的网址名", examples: ["huaxiashibao"] });
const from = time("from", "从何时起（含）；写日子指北京时间那天零点");
const to = time("to", "到何时止；写日子含那一整天，写时刻则不含");

export const noQuery = z.strictObject({});
export const longListQuery = z.strictObject({ cursor, limit: limitOf(500) });

export const articlesQuery = z.strictObject({
  category,
  tag: text(200, "tag 应是标签的网址名")
    .optional()
    .meta({ description: "标签的网址名", examples: ["xinnengyuan"] }),
  symbol,
  kind,
  level,
  from,
  to,
  text: share,
  cursor,
  limit: limitOf(100),
});

export const articleQuery = z.strictObject({
  text: share
    .unwrap()
    .default("full")
    .meta({ ...share.meta() }),
});

export const securitiesQuery = z.strictObject({
  kind: z
    .enum(SECURITY_KINDS, { error: `kind 应是 ${SECURITY_KINDS.join("、")} 之一` })
    .optional()
    .meta({ description: "股票、指数、基金或板块", examples: ["stock"] }),
  cursor,
  limit: limitOf(500),
});

export const searchQuery = z.strictObject({
  q: z
    .string({ error: "q 应写要找的词" })
    .refine((value) => value.trim() !== "" && value.length <= 1000, "q 应写要找的词，最多 1000 字")
    .meta({ description: "要找的词；词之间用空格，短语用引号，减号表示不要", examples: ["宁德时代 长协"] }),
  category,
  symbol,
  kind,
  level,
  from: time("from", "从哪一天起").refine((value) => !value || DAY.test(value), "from 应是 2026-11-23 这样的日子"),
  to: time("to", "到哪一天止，含那一天").refine((value) => !value || DAY.test(value), "to 应是 2026-11-23 这样的日子"),
  sort: z
    .enum(["newest", "best"], { error: "sort 应是 newest 或 best" })
    .default("newest")
    .meta({ description: "newest：新的在前；best：最相关的在前", examples: ["newest"] }),
  text: share,
  cursor,
});

export const changesQuery = z.strictObject({
  since: text(100, "since 应是上一次 next 的值，或 now")
    .optional()
    .meta({ description: "上一次的 next；不写则从头开始，写 now 则只要一个起点", examples: ["now"] }),
  text: share,
  limit: limitOf(100),
});

const DAY_MS = 86_400_000;

/** From when (included) to when (not included). A day is one of Beijing. */
export const spanOf = ({ from: first, to: last }: { from?: string | undefined; to?: string | undefined }) => ({
  from: first === undefined ? undefined : new Date(DAY.test(first) ? `${first}T00:00:00+08:00` : first),
  to:
    last === undefined
      ? undefined
      : DAY.test(last)
        ? new Date(Date.parse(`${last}T00:00:00+08:00`) + DAY_MS)
        : new Date(last),
});
