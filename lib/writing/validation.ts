import { z } from "zod";
import { createArticleInput } from "@/lib/articles/validation";
import { correctionInput } from "@/lib/corrections/validation";

/** Characters of a pasted original that are kept, and how many of them are sent at once. */
export const MAX_PASTE = 200_000;
export const MAX_PASTES = 10;

const id = z.uuid({ error: "编号不对" });
const text = (max: number) => z.string().max(max, "文字太长，存不下");
const seq = z.number().int().min(0).max(2_000_000_000);

/** A form as it stands, half-written addresses and all: only its size is bounded. */
const draftFields = z.object({
  title: text(5_000),
  slug: text(1_000),
  summary: text(20_000),
  bodyHtml: text(2_000_000),
  kind: text(20),
  level: text(20),
  categoryId: text(100),
  tags: z.array(text(1_000)).max(500, "标签太多"),
  symbols: z.array(text(1_000)).max(1_000, "证券太多"),
  sourceName: text(2_000),
  originalUrl: text(5_000),
  editorName: text(2_000),
});

/** What was pasted, as it came; its id is made by the browser. */
const paste = z.object({
  id,
  html: text(MAX_PASTE),
  dropped: z.array(z.object({ what: text(40), count: z.number().int().min(0) })).max(50),
});
const pastes = z.array(paste).max(MAX_PASTES).default([]);

/** One beat of an open editor: who is here, and what was typed since the last one. */
export const beatInput = z.object({
  articleId: id,
  /** Whether there is text that is in no revision. */
  writing: z.boolean(),
  leaving: z.boolean().default(false),
  /** Without fields: nothing is unsaved any more. */
  copy: z.object({ baseVersion: z.number().int().min(0), seq, fields: draftFields.nullable() }).optional(),
  pastes,
});

/** `version` 0: the article does not exist yet. `seq`: the edits that this save contains. */
export const saveWritingInput = createArticleInput.extend({
  id,
  version: z.number().int().min(0),
  seq,
  pastes,
  correction: correctionInput.optional(),
});

export const versionsInput = z.object({ articleId: id, base: z.coerce.number().int().min(0) });

export type Paste = z.infer<typeof paste>;
/** `seq`: the edits that the browser's own copy holds, 0 when it has none. */
export const discardNewInput = z.object({ articleId: id, seq });
export const savedAmongInput = z.object({ ids: z.array(id).max(200) });

export type DiscardNewInput = z.infer<typeof discardNewInput>;
export type BeatInput = z.infer<typeof beatInput>;
export type SaveWritingInput = z.infer<typeof saveWritingInput>;
