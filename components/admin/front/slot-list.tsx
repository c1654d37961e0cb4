"use client";

import { type KeyboardEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { MOST_PINNED, moveSlot, placesOf, removeSlot, type Slot } from "@/lib/front/arrangement";
import type { Draft, End } from "./end";
import { nameOfPlace, SlotRow } from "./slot-row";
import { useDrag } from "./use-drag";

type Props = {
  draft: Draft;
  faults: Record<string, string>;
  now: Date;
  /** The story that leads by itself; null when one was chosen or there is none. */
  automatic: Slot | null;
  onChange: (draft: Draft) => void;
  onLead: (slot: Slot) => void;
};

/** The lead and the pinned stories in their order, moved by keys, buttons or hand. */
export function SlotList({ draft, faults, now, automatic, onChange, onLead }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const [news, setNews] = useState("");
  const places = placesOf(draft);
  const say = (at: number) => {
    const slot = places[at];
    if (slot) setNews(`《${slot.title}》在${nameOfPlace(at)}`);
  };
  const drag = useDrag(list, (from, to) => mayMove(from, to) && onChange(moveSlot(draft, from, to)), say);

  /** Where a seventh would be pinned, nothing is taken from the head. */
  const mayMove = (from: number, to: number) =>
    to >= 0 && to < Math.max(2, places.length) && (from > 0 || to > 0) && places[from] !== null;

  /** The focus stays in the row that moved, on the same control where it still works. */
  function focus(at: number, part: string) {
    requestAnimationFrame(() => {
      const row = list.current?.children[at];
      const control = row?.querySelector<HTMLButtonElement>(`[data-part="${part}"]`);
      (control && !control.disabled ? control : row?.querySelector<HTMLElement>("button:not(:disabled)"))?.focus();
    });
  }

  function move(from: number, to: number, part: string) {
    const slot = places[from];
    if (!slot || !mayMove(from, to)) return;
    const next = moveSlot(draft, from, to);
    const landed = placesOf(next).findIndex((one) => one?.articleId === slot.articleId);
    onChange(next);
    setNews(`《${slot.title}》移到${nameOfPlace(landed)}`);
    focus(landed, part);
  }

  function remove(at: number) {
    setNews(`已拿下《${places[at]?.title}》`);
    onChange(removeSlot(draft, at));
    focus(Math.min(at, places.length - 2), "remove");
  }

  function setEnd(at: number, end: End) {
    const [lead = null, ...pinned] = places.map((slot, n) => (n === at && slot ? { ...slot, end } : slot));
    onChange({ lead, pinned: pinned.filter((slot) => slot !== null) });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    // There it opens the list of choices.
    if (!(event.target instanceof HTMLElement) || event.target.matches("select")) return;
    const row = event.target.closest("li");
    const at = row && list.current ? [...list.current.children].indexOf(row) : -1;
    if (at < 0) return;
    event.preventDefault();
    move(at, event.key === "ArrowUp" ? at - 1 : at + 1, event.target.dataset.part ?? "down");
  }

  return (
    <>
      <p className="sr" role="status">
        {news}
      </p>
      <ol ref={list} className="slots" aria-label="头条和置顶，按先后" onKeyDown={onKeyDown}>
        {places.map((slot, at) =>
          slot ? (
            <SlotRow
              key={slot.articleId}
              slot={slot}
              at={at}
              isLast={at === places.length - 1}
              now={now}
              fault={faults[slot.articleId]}
              isDragged={drag.dragged === slot.articleId}
              onGrip={(event) => drag.begin(event, slot.articleId)}
              onMove={(to) => move(at, to, to < at ? "up" : "down")}
              onRemove={() => remove(at)}
              onEnd={(end) => setEnd(at, end)}
            />
          ) : (
            <li key="automatic" className="slot slot-lead slot-auto">
              <b className="slot-no">头条</b>
              <div className="slot-what">
                <p>
                  自动：当天带图的最新一篇
                  {automatic && <>，现在是《{automatic.title}》</>}
                </p>
              </div>
              {automatic && (
                <span className="slot-acts">
                  <Button onClick={() => onLead(automatic)}>固定为头条</Button>
                </span>
              )}
            </li>
          ),
        )}
      </ol>
      {draft.pinned.length === 0 && (
        <p className="hint slots-none">还没有置顶。从下面挑，最多 {MOST_PINNED} 篇，排在头条旁边的最前面。</p>
      )}
    </>
  );
}
