import { z } from "zod";

/** A suggested security of an article, which may not be stored yet: its number is the browser's then. */
export const suggestionInput = z.object({
  articleId: z.uuid({ error: "编号不对" }),
  symbol: z.string().regex(/^[A-Z]{2}[A-Z0-9.]{1,12}$/, "证券代码应如 SH600519"),
});
export type SuggestionInput = z.infer<typeof suggestionInput>;
