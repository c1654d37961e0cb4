import { z } from "zod";
import { FEED_TEXTS, INDEXING } from "@/lib/db/schema/categories";
import { criteria } from "@/lib/taxonomy/validation";

/** Text on one line, blanks tidied. */
const line = (name: string, max: number) =>
  z
    .string()
    .transform((text) => text.replace(/\s+/g, " ").trim())
    .pipe(z.string().max(max, `${name}最多 ${max} 个字`));

const id = z.uuid({ error: "编号不对" });
const version = z.number().int().min(1);
export const OUTLET_SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const slug = z
  .string()
  .trim()
  .toLowerCase()
  .max(80, "地址最多 80 个字")
  .refine((text) => text === "" || OUTLET_SLUG.test(text), "地址只能用小写字母、数字和连字符");

export const outletFields = {
  name: line("名称", 60).pipe(z.string().min(1, "请填名称")),
  /** Empty: made from the name. */
  slug,
  /** Where it stands in the A–Z directory; empty: as the name is read. */
  pinyin: z
    .string()
    .trim()
    .toLowerCase()
    .max(200, "拼音最多 200 个字母")
    .refine((text) => /^[a-z0-9]*$/.test(text), "拼音只能用字母和数字，不带声调"),
  description: line("说明", 300),
  logoId: z.uuid({ error: "没有这张图片" }).nullable(),
};

/**
 * What is done with its texts elsewhere. None of it has a default: a form that does not know these fields must not take
 * back what somebody decided.
 */
const policyFields = {
  indexing: z.enum(INDEXING, { error: "请选一项" }),
  inNews: z.boolean(),
  aiCrawlers: z.boolean(),
  feedText: z.enum(FEED_TEXTS, { error: "请选一项" }),
};
export const POLICY_FIELDS = ["indexing", "inNews", "aiCrawlers", "feedText"] as const;
/** Of a new outlet. */
export const DEFAULT_POLICY = { indexing: "index", inNews: true, aiCrawlers: false, feedText: "summary" } as const;

/** The browser names a new outlet, so that the same form sent twice makes one. */
export const createOutletInput = z.object({ id, ...outletFields, ...policyFields });
export const updateOutletInput = z.object({ id, version, ...outletFields, ...policyFields });
export const soundInput = z.object({ id: id.nullable(), name: z.string().max(200) });
export const addOutletAliasInput = z.object({
  id,
  alias: line("别名", 100).pipe(
    z
      .string()
      .min(1, "请填别名")
      .refine((text) => !/[/?#\\%]/.test(text), "别名里不能有 / ? # % \\"),
  ),
});
export const removeOutletAliasInput = z.object({ id, alias: z.string().max(300) });

export type CreateOutletInput = z.output<typeof createOutletInput>;
export type UpdateOutletInput = z.output<typeof updateOutletInput>;
export type AddOutletAliasInput = z.output<typeof addOutletAliasInput>;

export const splitOutletInput = z
  .object({
    act: id,
    id,
    criteria,
    /** An outlet that is there; else one is made of name and slug. */
    into: z.uuid({ error: "请选移到哪个媒体" }).nullable(),
    name: line("名称", 60),
    slug,
  })
  .refine(({ into, name }) => into !== null || name !== "", {
    path: ["into"],
    error: "请选一个媒体，或填新媒体的名称",
  });
export type SplitOutletInput = z.output<typeof splitOutletInput>;
