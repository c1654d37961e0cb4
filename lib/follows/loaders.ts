import "server-only";
import { readPage } from "@/lib/articles/list-loaders";
import { askedOfPage } from "@/lib/cache/tag-page";
import { tag } from "@/lib/cache/tags";
import { getDb } from "@/lib/db/client";
import { listFollowed, resolveFollows } from "@/lib/follows/queries";
import { newsInput } from "@/lib/follows/validation";

const SHOWN = 30;

/**
 * A page of the news of what is followed, null when nothing stands behind the line; no answer where nothing was asked. What
 * is followed comes with the render and in no address.
 */
export async function loadFollowedNews() {
  const asked = newsInput.safeParse(askedOfPage());
  if (!asked.success) return null;
  const { symbols, slugs, before } = asked.data;
  const sources = await unnamed(() => resolveFollows(getDb(), symbols, slugs));
  const page = await unnamed(() =>
    readPage(tag.home, before || undefined, (db, options) => listFollowed(db, sources, { ...options, limit: SHOWN })),
  );
  return { page };
}

/** A failed query's error names what was asked for, and would be logged: who follows what is nobody's business. */
async function unnamed<Result>(read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    const { cause } = error as { cause?: { code?: unknown } };
    throw new Error(`the news of what is followed could not be read (${String(cause?.code ?? "unknown")})`);
  }
}
