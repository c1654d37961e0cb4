import { z } from "zod";

/** Articles of one act. */
export const BULK_LIMIT = 500;
/** What an editor can do to many articles at once. */
export const ACTS = ["publish", "unpublish", "recategorise", "tag", "trash", "restore"] as const;
export type Act = (typeof ACTS)[number];

const id = z.uuid({ error: "编号不对" });
const tags = z.array(z.string().trim().min(1).max(40, "标签最多 40 个字")).min(1, "请写标签").max(20, "最多 20 个标签");
const query = z.string().max(2000);

/** The articles that are ticked, or the beginning of everything that a list holds. */
const selection = z.union([z.object({ ids: z.array(id).min(1).max(BULK_LIMIT) }), z.object({ query })]);

export const countInput = z.object({ query });
/** What is asked before it is done; outlet and tags only once they are chosen. */
export const planInput = z.object({
  act: z.enum(ACTS),
  selection,
  categoryId: id.optional(),
  tags: tags.optional(),
});
const items = z
  .array(z.object({ id, version: z.number().int().min(1) }))
  .min(1, "没有可以处理的文章")
  .max(BULK_LIMIT, `一次最多 ${BULK_LIMIT} 篇`);
/** `id` is made by the browser, so that the same act sent twice is done once. */
export const startInput = z.discriminatedUnion("act", [
  z.object({ act: z.literal("publish"), id, items }),
  z.object({
    act: z.literal("unpublish"),
    id,
    items,
    reason: z.string().trim().min(1, "请写撤回的原因，读者会看到").max(200, "原因最多 200 个字"),
  }),
  z.object({ act: z.literal("recategorise"), id, items, categoryId: z.uuid({ error: "请选媒体" }) }),
  z.object({ act: z.literal("tag"), id, items, tags }),
  z.object({ act: z.literal("trash"), id, items }),
  z.object({ act: z.literal("restore"), id, items }),
]);
export const undoInput = z.object({ id, undoes: id });
export const stopInput = z.object({ id });

export type Selection = z.infer<typeof selection>;
export type PlanInput = z.infer<typeof planInput>;
export type StartInput = z.infer<typeof startInput>;
export type UndoInput = z.infer<typeof undoInput>;
