"use client";

import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useEffectEvent, useState } from "react";

/**
 * Drags a row of a list by its handle; rows give way as the pointer passes their middle. The list's children carry
 * `data-id`.
 * @param onDrop where the row lies in the end
 */
export function useDrag(
  list: RefObject<HTMLElement | null>,
  move: (from: number, to: number) => void,
  onDrop: (at: number) => void,
) {
  const [dragged, setDragged] = useState<string | null>(null);
  const rowsNow = () => [...(list.current?.children ?? [])] as HTMLElement[];

  const onMove = useEffectEvent(({ clientY }: PointerEvent) => {
    const rows = rowsNow();
    const from = rows.findIndex((row) => row.dataset.id === dragged);
    const boxes = rows.map((row) => row.getBoundingClientRect());
    const to = boxes.findIndex(({ top, bottom }) => clientY >= top && clientY < bottom);
    const box = boxes[to];
    if (from < 0 || !box || to === from) return;
    const middle = (box.top + box.bottom) / 2;
    if (to < from ? clientY < middle : clientY > middle) move(from, to);
  });
  const onEnd = useEffectEvent(() => {
    onDrop(rowsNow().findIndex((row) => row.dataset.id === dragged));
    setDragged(null);
  });

  useEffect(() => {
    if (dragged === null) return;
    window.addEventListener("pointermove", onMove);
    window.addEventListener("pointerup", onEnd);
    window.addEventListener("pointercancel", onEnd);
    return () => {
      window.removeEventListener("pointermove", onMove);
      window.removeEventListener("pointerup", onEnd);
      window.removeEventListener("pointercancel", onEnd);
    };
  }, [dragged]);

  const begin = (event: ReactPointerEvent, id: string) => {
    if (event.button !== 0) return;
    event.preventDefault();
    setDragged(id);
  };
  return { dragged, begin };
}
