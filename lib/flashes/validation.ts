import { z } from "zod";
import { createArticleInput, updateArticleInput } from "@/lib/articles/validation";

const MAX_TEXT = 5_000;
const { id, title, level, categoryId, symbols } = createArticleInput.shape;
const text = z.string().trim().max(MAX_TEXT, `正文最多 ${MAX_TEXT} 个字`);

/** The browser names a new flash, so that sending it twice publishes it once. */
export const publishFlashInput = z.object({
  ...{ id: id.unwrap(), title, text, level, categoryId, symbols },
  /** Suggested securities that were turned down while it was written. */
  refused: symbols.optional(),
});
export const updateFlashInput = updateArticleInput.pick({ id: true, version: true, title: true, level: true }).extend({
  text,
});
export const undoFlashInput = updateArticleInput.pick({ id: true, version: true });

export type PublishFlashInput = z.infer<typeof publishFlashInput>;
export type UpdateFlashInput = z.infer<typeof updateFlashInput>;
export type UndoFlashInput = z.infer<typeof undoFlashInput>;
