import { createHash } from "node:crypto";

/** What the reader chose (islands/reading/theme.ts, islands/article.ts), on `<html>`. Closed storage: the system's choice. */
const CHOSEN =
  'for(const n of["theme","text"])try{const c=localStorage.getItem(n);if(c)document.documentElement.dataset[n]=c}catch{}';

/** Fetches the islands that the page names when it has been drawn; in a tab that nobody sees yet, at once. */
const ISLANDS =
  'addEventListener("DOMContentLoaded",()=>{const f=()=>{for(const i of document.querySelectorAll("script[data-src]"))import(i.dataset.src)};document.hidden?f():requestAnimationFrame(()=>setTimeout(f))})';

/**
 * The only inline script of a page. It runs before anything is drawn, so it stands in the page: as a file it was one more
 * request that the first paint waited for.
 */
export const HEAD_SCRIPT = `${CHOSEN}${ISLANDS}`;

/** Allows it, as a source of a Content-Security-Policy (CSP 3, §2.3.1). */
export const HEAD_SCRIPT_HASH = `'sha256-${createHash("sha256").update(HEAD_SCRIPT).digest("base64")}'`;
