/** How long a flash can be taken back by one key. */
export const UNDO_MS = 30_000;
/** What readers see at its address then. */
export const UNDO_REASON = "快讯撤销";
