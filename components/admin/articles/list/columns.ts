import type { DeskColumn } from "@/lib/articles/desk-params";

/** The room a column takes, and from which width of the window on it is there; on phones it stands under the title. */
const WIDTHS: Record<DeskColumn, string> = {
  status: "w2",
  outlet: "w3",
  author: "w4",
  level: "w4",
  words: "w4 n",
  published: "w5",
  updated: "w3",
  created: "w5",
};
export const widthOf = (column: DeskColumn) => WIDTHS[column];
