import { z } from "zod";

/** Written out, because a browser must not load the schema of the database. */
const KINDS = ["story", "flash"] as const;
const SLUG = /^[\p{L}\p{N}][\p{L}\p{N}-]{0,119}$/u;
const MAX_BODY = 1_000_000;

const line = (name: string, max: number) => z.string().trim().max(max, `${name}最多 ${max} 个字`);
const version = z.coerce.number({ error: "缺少版本号" }).int().min(1);
const id = z.uuid({ error: "编号不对" });

const fields = {
  title: line("标题", 200).min(1, "请写标题"),
  /** Empty: made from the title. */
  slug: z
    .string()
    .trim()
    .refine((slug) => slug === "" || SLUG.test(slug), "地址只能用文字、数字和连字符，以文字或数字开头，最多 120 个字"),
  summary: line("摘要", 500),
  bodyHtml: z.string().max(MAX_BODY, "正文太长了"),
  kind: z.enum(KINDS, { error: "请选类型" }),
  level: z.coerce.number().int().min(1, "级别为 1 至 3").max(3, "级别为 1 至 3"),
  categoryId: z.uuid({ error: "请选媒体" }),
  tags: z.array(line("标签", 40).min(1)).max(20, "最多 20 个标签"),
  symbols: z
    .array(
      z
        .string()
        .trim()
        .toUpperCase()
        .regex(/^[A-Z]{2}[A-Z0-9.]{1,12}$/, "证券代码应如 SH600519"),
    )
    .max(100, "最多 100 只证券"),
  sourceName: line("来源", 80),
  originalUrl: z.union([
    z.literal(""),
    z.url({ protocol: /^https?$/, error: "请填 http(s) 网址" }).max(1000, "网址太长了"),
  ]),
  editorName: line("编辑", 40),
};

const YEAR_MS = 366 * 86_400_000;
/** Further ahead it is a slip of the pen. */
export const tooFarAhead = (at: Date, now: Date) => at.getTime() - now.getTime() > YEAR_MS;
export const TOO_FAR = "最远只能定在一年之内";

/** The browser names a new article, so that its unsaved text has a place from the first letter on. */
export const createArticleInput = z.object({ ...fields, id: id.optional() });
export const updateArticleInput = z.object({ ...fields, id, version });
export const publishArticleInput = z.object({
  id,
  version,
  /** ISO time; absent: now. Ahead: the article is scheduled; past: it is back-dated. */
  publishAt: z.iso
    .datetime({ offset: true, error: "时间应如 2026-11-24 09:20" })
    .refine((at) => !tooFarAhead(new Date(at), new Date()), TOO_FAR)
    .optional(),
});
export const unpublishArticleInput = z.object({
  id,
  version,
  reason: line("原因", 200).min(1, "请写撤回的原因，读者会看到"),
});
export const moveArticleInput = z.object({ id, version });
export const returnArticleInput = z.object({
  id,
  version,
  note: line("说明", 200).min(1, "请写退回的原因，作者会看到"),
});
/** What the publishing dialog asks about: a form as it stands, with its faults, so nothing but sizes is refused. */
export const reviewInput = z.object({
  articleId: z.uuid().nullable(),
  title: z.string().max(2000),
  summary: z.string().max(5000),
  bodyHtml: fields.bodyHtml,
  kind: fields.kind,
  categoryId: z.string().max(40),
  sourceName: z.string().max(1000),
  symbols: z.array(z.string().max(20)).max(200),
});

export type ReviewInput = z.infer<typeof reviewInput>;
export type CreateArticleInput = z.infer<typeof createArticleInput>;
export type UpdateArticleInput = z.infer<typeof updateArticleInput>;
export type PublishArticleInput = z.infer<typeof publishArticleInput>;
export type UnpublishArticleInput = z.infer<typeof unpublishArticleInput>;
export type ReturnArticleInput = z.infer<typeof returnArticleInput>;
export type MoveArticleInput = z.infer<typeof moveArticleInput>;
