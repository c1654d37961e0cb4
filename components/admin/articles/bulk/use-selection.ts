"use client";

import { type MouseEvent, type RefObject, useCallback, useRef, useState } from "react";

const boxes = (root: HTMLElement | null) => [...(root?.querySelectorAll<HTMLInputElement>('input[name="row"]') ?? [])];

/** The ticked rows of a table that the server wrote: its own checkboxes hold the state. */
export function useSelection(root: RefObject<HTMLElement | null>) {
  const [ids, setIds] = useState<string[]>([]);
  const last = useRef<HTMLInputElement | null>(null);

  const read = useCallback(() => {
    const all = boxes(root.current);
    const ticked = all.filter((box) => box.checked);
    const head = root.current?.querySelector<HTMLInputElement>('input[name="all"]');
    if (head) {
      head.checked = all.length > 0 && ticked.length === all.length;
      head.indeterminate = ticked.length > 0 && ticked.length < all.length;
    }
    setIds((old) => {
      const now = ticked.map((box) => box.value);
      return old.join() === now.join() ? old : now;
    });
  }, [root]);

  const tickAll = useCallback(
    (checked: boolean) => {
      for (const box of boxes(root.current)) box.checked = checked;
      last.current = null;
      read();
    },
    [root, read],
  );

  /** Ticks a row as it was pressed; with `isRange` all rows from the one before it. */
  const tick = useCallback(
    (box: HTMLInputElement, isRange: boolean) => {
      const all = boxes(root.current);
      const [from, to] = [all.indexOf(last.current ?? box), all.indexOf(box)].sort((a, b) => a - b);
      if (isRange && from! >= 0) for (const between of all.slice(from, to! + 1)) between.checked = box.checked;
      last.current = box;
      read();
    },
    [root, read],
  );

  const onClick = (event: MouseEvent) => {
    const box = event.target as HTMLInputElement;
    if (box.name === "all") tickAll(box.checked);
    else if (box.name === "row") tick(box, event.shiftKey);
  };
  return { ids, read, tick, tickAll, onClick };
}
