/** Each story once, by the first of its articles here; one that is in no cluster is a story by itself. */
export function oncePerStory<Item>(
  items: Item[],
  of: (item: Item) => { id: string; clusterId: string | null },
): Item[] {
  const told = new Set<string>();
  return items.filter((item) => {
    const { id, clusterId } = of(item);
    const story = clusterId ?? id;
    return !told.has(story) && told.add(story);
  });
}
