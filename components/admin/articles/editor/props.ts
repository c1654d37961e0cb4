import type { RefObject } from "react";
import type { Dropped } from "@/lib/content/paste";

export type BodyEditorProps = {
  html: string;
  editable: boolean;
  fault: string | undefined;
  /** A fifth of a second after the last key, and before anything that could read it: see use-changes.ts. */
  onChange: (html: string) => void;
  /** Where the editor puts the way to give `onChange` at once what it still holds. */
  handOut: RefObject<() => void>;
  /** What was pasted, as it came (cut at 200 KB), and what the editor did not take of it. */
  onPaste?: (original: string, dropped: Dropped[]) => void;
};
