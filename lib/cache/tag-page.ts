import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";

/** What the database did for a request. */
export type Timing = { statements: number; databaseMs: number };

/** What a page says of itself while it is rendered. */
export type PageNotes = {
  /** Names of what it shows (`tags.ts`): it is dropped when one of them is expired. */
  tags: Set<string>;
  /** Set by a page that stands for something missing (404) or withdrawn (410); 200 otherwise. */
  status?: 404 | 410;
  /** Sent beside those that every page has; one of the same name takes its place. */
  headers?: Record<string, string>;
  /** From when on it says what is over: it is kept until then at most. Milliseconds since 1970. */
  until?: number;
  /** What the reader asked for, where that must stand in no address: addresses are logged. */
  asked?: unknown;
  /** Filled where somebody wants to know (`SERVER_TIMING`). */
  timing?: Timing;
};

// Next's bundle and the page server's load this module separately, so they meet on a well-known symbol.
const KEY = Symbol.for("finews.page-notes");
const holder = globalThis as { [KEY]?: AsyncLocalStorage<PageNotes> };
holder[KEY] ??= new AsyncLocalStorage<PageNotes>();
const storage = holder[KEY];

/** Runs a render whose pages may write these notes. */
export const withNotes = <Result>(notes: PageNotes, render: () => Result) => storage.run(notes, render);

/** Gives the page that is being rendered its tags; nothing happens where no page server waits for it (`npm run dev`). */
export function tagPage(tags: Iterable<string>) {
  const notes = storage.getStore();
  if (notes) for (const tag of tags) notes.tags.add(tag);
}

/** What was asked for beside the address, as it came; nothing where a page is asked for by its address alone. */
export const askedOfPage = (): unknown => storage.getStore()?.asked;

/**
 * Sets the status that the page is answered with. `notFound()` is not used on reader pages: Next answers it with an
 * empty document that scripts fill.
 */
export function answerPage(status: 404 | 410) {
  const notes = storage.getStore();
  if (notes) notes.status = status;
}

/** Says from when on the page no longer holds, of several moments the first. */
export function endPageAt(at: Date) {
  const notes = storage.getStore();
  if (notes) notes.until = Math.min(notes.until ?? Number.POSITIVE_INFINITY, at.getTime());
}
/** Where what the database does for the request at hand is noted; nothing where nobody wants to know. */
export const currentTiming = (): Timing | undefined => storage.getStore()?.timing;

/** Gives the page headers of its own: `X-Robots-Tag`, `Link`, `Last-Modified` … */
export function headPage(headers: Record<string, string>) {
  const notes = storage.getStore();
  if (notes) notes.headers = { ...notes.headers, ...headers };
}
