import { z } from "zod";

/** What is typed before anything is destroyed. */
export const CONFIRM_WORDS = "永久删除";

export const takeDownInput = z.object({
  id: z.uuid({ error: "编号不对" }),
  version: z.coerce.number({ error: "缺少版本号" }).int().min(1),
  requester: z.string().trim().min(1, "请写明谁要求删除，读者会看到").max(100, "要求方最多 100 个字"),
  reason: z.string().trim().min(1, "请写明删除的原因，读者会看到").max(300, "原因最多 300 个字"),
  basis: z.string().trim().max(200, "依据最多 200 个字"),
  confirm: z
    .string()
    .trim()
    .refine((words) => words === CONFIRM_WORDS, `请照写“${CONFIRM_WORDS}”四个字`),
});
export type TakeDownInput = z.infer<typeof takeDownInput>;

export const takedownPath = (articleId: string) => `/admin/articles/${encodeURIComponent(articleId)}/takedown`;
export const takedownsPath = "/admin/takedowns";
