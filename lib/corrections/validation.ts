import { z } from "zod";

/** Written out, because a browser must not load the schema of the database. */
export const CORRECTION_NAMES = { facts: "事实更正", addition: "补充", wording: "文字" } as const;
export type CorrectionKind = keyof typeof CORRECTION_NAMES;

const KINDS = Object.keys(CORRECTION_NAMES) as [CorrectionKind, ...CorrectionKind[]];

/** What goes with an update that is a correction. */
export const correctionInput = z.object({
  kind: z.enum(KINDS, { error: "请选更正的类别" }),
  note: z
    .string()
    .trim()
    .min(1, "请写明哪里有误、应该是什么，读者会看到")
    .max(500, "更正说明最多 500 个字")
    .transform((note) => note.replace(/\s*\n\s*/g, " ")),
  reason: z.string().trim().min(1, "请写明出错的原因，读者会看到").max(200, "出错的原因最多 200 个字"),
  /** The reader's report that led to it. */
  reportId: z.uuid({ error: "编号不对" }).optional(),
});
export type CorrectionInput = z.infer<typeof correctionInput>;
