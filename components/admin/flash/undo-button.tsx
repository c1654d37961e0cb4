"use client";

import { useEffect, useState } from "react";
import type { FlashLine } from "@/lib/flashes/loaders";

type Props = {
  flash: FlashLine;
  pending: boolean;
  onUndo: () => void;
  onOver: () => void;
};

// The server said how long when it sent the row; a row that is opened and closed again must not begin anew.
const deadlines = new WeakMap<FlashLine, number>();

function deadlineOf(flash: FlashLine): number {
  const known = deadlines.get(flash) ?? performance.now() + flash.undoMs;
  deadlines.set(flash, known);
  return known;
}

const secondsTo = (time: number) => Math.max(0, Math.ceil((time - performance.now()) / 1000));

/** Counts down in sight and says nothing to a screen reader, which heard of it when the flash was sent. */
export function UndoButton({ flash, pending, onUndo, onOver }: Props) {
  const [until] = useState(() => deadlineOf(flash));
  const [left, setLeft] = useState(() => secondsTo(until));
  useEffect(() => {
    const timer = setInterval(() => {
      const now = secondsTo(until);
      setLeft(now);
      if (now === 0) onOver();
    }, 250);
    return () => clearInterval(timer);
  }, [until, onOver]);
  return (
    <>
      <button
        type="button"
        className="btn"
        aria-label="撤回"
        aria-disabled={pending || undefined}
        onClick={() => !pending && onUndo()}
      >
        撤回 <b className="num">{left}</b> 秒
      </button>
      <svg className="undo-left" viewBox="0 0 30 1" preserveAspectRatio="none" aria-hidden>
        <rect width={left} height="1" />
      </svg>
    </>
  );
}
