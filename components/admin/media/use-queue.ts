import { useCallback, useRef } from "react";

/** Works through what is put into it in order, so many at once; gives the way to put something in. */
export function useQueue<Item>(work: (item: Item) => Promise<void>, atOnce: number) {
  const newest = useRef(work);
  newest.current = work;
  const waiting = useRef<Item[]>([]);
  const running = useRef(0);
  return useCallback(
    (items: Item[]) => {
      const next = async () => {
        const item = running.current < atOnce ? waiting.current.shift() : undefined;
        if (!item) return;
        running.current += 1;
        try {
          await newest.current(item);
        } finally {
          running.current -= 1;
          void next();
        }
      };
      waiting.current.push(...items);
      for (let n = 0; n < atOnce; n++) void next();
    },
    [atOnce],
  );
}
