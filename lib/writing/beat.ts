import type { ArticleFields } from "@/lib/writing/fields";

/** What the server answers an open editor. */
export type Beat = {
  /**
   * Whether the draft that was sent is the one that is stored, how many edits the stored one holds, and whether those
   * are in a version already.
   */
  kept: { isStored: boolean; seq: number; isSaved: boolean } | null;
  /** The article's newest version; 0 while it does not exist. */
  version: number;
  others: { id: string; name: string; isWriting: boolean }[];
};

/** Both sides of a conflict: the version the writer began with, if there was one, and the newest. */
export type Versions = {
  base: ArticleFields | null;
  newest: { fields: ArticleFields; version: number; by: string };
};
