import "server-only";
import { unstable_cache } from "next/cache";

/** Next accepts at most 128 tags a call. */
const MAX_TAGS_A_CALL = 100;

/**
 * Gives the page that is being rendered its tags. Pages read straight from the database and are cached whole, so the
 * data is cached nowhere else: what `unstable_cache` does here is to hand the tags up to the page (the cache handler
 * keeps no entries of this kind).
 */
export async function tagPage(tags: Iterable<string>) {
  const list = [...new Set(tags)];
  for (let from = 0; from < list.length; from += MAX_TAGS_A_CALL) {
    const some = list.slice(from, from + MAX_TAGS_A_CALL);
    await unstable_cache(async () => null, some, { tags: some })();
  }
}
