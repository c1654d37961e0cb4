import type { Act } from "./validation";

/** Articles that an act would leave alone, and why; a few stand for all. */
export type Refused = { reason: string; count: number; examples: { id: string; title: string }[] };

/** What an act would do. */
export type Plan = {
  /** Articles that were asked for; `isCut`: there are more, which the act leaves alone. */
  total: number;
  isCut: boolean;
  ready: { id: string; version: number }[];
  /** Articles whose hour is still ahead, which publishing now would bring forward. */
  scheduled: number;
  refused: Refused[];
};

/** How far an act is. */
export type BulkProgress = {
  id: string;
  act: Act | "undo";
  waiting: number;
  done: number;
  failed: number;
  /** The first of those that failed. */
  faults: { id: string; title: string | null; fault: string }[];
  isFinished: boolean;
  mayUndo: boolean;
};
