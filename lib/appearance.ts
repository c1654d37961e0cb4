import { createHash } from "node:crypto";

/**
 * Puts what the reader chose (islands/reading/theme.ts, islands/article.ts) on `<html>` before anything is drawn.
 * It stands in the page: as a file it was one more request that the first paint waited for. Where storage is closed to
 * the page, the system's choice stands.
 */
export const APPEARANCE_SCRIPT =
  'for(const n of["theme","text"])try{const c=localStorage.getItem(n);if(c)document.documentElement.dataset[n]=c}catch{}';

/** The only inline script that a reader page may hold, as a source of its Content-Security-Policy (CSP 3, §2.3.1). */
export const APPEARANCE_HASH = `'sha256-${createHash("sha256").update(APPEARANCE_SCRIPT).digest("base64")}'`;
