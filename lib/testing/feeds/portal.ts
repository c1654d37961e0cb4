import { type PageNotes, withNotes } from "@/lib/cache/tag-page";
import { find } from "@/lib/testing/rights/ask";

export const SITE = "https://news.test";

export type Answer = { status: number; headers: Headers; text: string; notes: PageNotes };

/** Asks the route of the feeds as the page server does: the answer, and what it said of itself. */
export async function ask(path: string): Promise<Answer> {
  const get = await find("app/api/feeds/route.ts#GET");
  const notes: PageNotes = { tags: new Set() };
  // Next gives the route the address that was asked for.
  const response = (await withNotes(notes, () => get(new Request(`${SITE}${path}`)))) as Response;
  return { status: response.status, headers: response.headers, text: await response.text(), notes };
}

/** Ids of the articles that a document holds, in its order. */
export const idsIn = (text: string) =>
  [...text.matchAll(/<id>urn:uuid:([0-9a-f-]{36})<\/id>|article:([0-9a-f-]{36})/g)].map(
    ([, atom, other]) => atom ?? other!,
  );

/** Ids of what a document says was taken back. */
export const goneIn = (text: string) =>
  [...text.matchAll(/<at:deleted-entry ref="urn:uuid:([0-9a-f-]{36})"/g)].map(([, id]) => id!);

/** Where the document behind this one is, or null. */
export function olderOf(text: string): string | null {
  const address =
    /rel="(?:prev-archive|next)" href="([^"]*)"/.exec(text)?.[1] ?? /"next_url":"([^"]*)"/.exec(text)?.[1];
  return address?.replaceAll("&#38;", "&").replace(SITE, "") ?? null;
}

/**
 * Every document of a feed from the one that is subscribed to back to the oldest, by path.
 * @param between is called after each
 */
export async function walk(path: string, between: () => Promise<unknown> = async () => {}) {
  const documents = new Map<string, string>();
  for (let next: string | null = path; next !== null; ) {
    const { status, text } = await ask(next);
    if (status !== 200) throw new Error(`${next} answered ${status}`);
    documents.set(next, text);
    next = olderOf(text);
    await between();
  }
  return documents;
}
