/** What an address answers. `tags`: of what it shows. */
export type Answer = { status: number; location?: string; tags: string[] };

/**
 * The first of these ways that leads to a page, and where: one that leads on itself is followed to its end, so that a
 * reader is sent once.
 * @param answerOf what stands at an encoded path
 * @returns the tags of everything that was looked at: when one of them is expired, this may lead elsewhere
 */
export async function followWays(
  ways: readonly string[],
  answerOf: (path: string) => Promise<Answer>,
): Promise<{ to: string | null; tags: string[] }> {
  const tags = new Set<string>();
  const seen = new Set<string>();
  const queue = [...ways];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const answer = await answerOf(path);
    for (const tag of tagsOfPlace(answer.tags)) tags.add(tag);
    if (answer.status === 200 || answer.status === 410) return { to: path, tags: [...tags] };
    if (answer.location?.startsWith("/")) queue.unshift(answer.location);
  }
  return { to: null, tags: [...tags] };
}

/** Without the articles that a page shows beside its own: an address has a tag that is expired when its page goes. */
const tagsOfPlace = (tags: string[]) =>
  tags.some((name) => name.startsWith("path:")) ? tags.filter((name) => !name.startsWith("article:")) : tags;
