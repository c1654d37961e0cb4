"use client";

import { type KeyboardEvent, type RefObject, useState } from "react";
import type { FlashLine } from "@/lib/flashes/loaders";
import { EditRow } from "./edit-row";
import { TodayRow } from "./today-row";

type Props = {
  ref: RefObject<HTMLOListElement | null>;
  flashes: FlashLine[];
  hasMore: boolean;
  pending: boolean;
  onUndo: (flash: FlashLine) => void;
  /** The arrow up from the first row. */
  onLeaveUp: () => void;
};

/** Today's flashes, newest first. The arrows go from row to row, E or Enter opens one for a change in its place. */
export function TodayList({ ref, flashes, hasMore, pending, onUndo, onLeaveUp }: Props) {
  /** With its text as it was opened: what arrives meanwhile must not take the field away. */
  const [editing, setEditing] = useState<{ id: string; raw: string } | null>(null);
  /** The one that was open last: its row takes the focus back. */
  const [closed, setClosed] = useState<string | null>(null);

  const controls = () => [...(ref.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
    if (event.target.closest(".edit")) return;
    const row = event.target.closest("li")?.querySelector<HTMLElement>("[data-row]");
    const at = row ? controls().indexOf(row) : -1;
    if (event.key === "ArrowDown") controls()[at + 1]?.focus();
    else if (event.key === "ArrowUp") at === 0 ? onLeaveUp() : controls()[at - 1]?.focus();
    else if (event.key.toLowerCase() === "e") row?.click();
    else return;
    event.preventDefault();
  }
  function close(id: string) {
    setEditing(null);
    setClosed(id);
  }

  return (
    <section className="today" aria-labelledby="today-title">
      <h2 id="today-title">今日快讯</h2>
      {flashes.length === 0 && (
        <p className="none">
          今天还没有快讯。在上面写好，按 <kbd>Ctrl Enter</kbd> 就发出去了。
        </p>
      )}
      <ol ref={ref} onKeyDown={onKeyDown} aria-label="今日快讯，最新的在前">
        {flashes.map((flash) =>
          flash.id === editing?.id ? (
            <EditRow key={flash.id} flash={flash} raw={editing.raw} onClose={() => close(flash.id)} />
          ) : (
            <TodayRow
              key={flash.id}
              flash={flash}
              pending={pending}
              takesFocus={flash.id === closed}
              onEdit={(raw) => setEditing({ id: flash.id, raw })}
              onUndo={() => onUndo(flash)}
            />
          ),
        )}
      </ol>
      {hasMore && (
        <p className="today-more">
          <a href="/admin/articles?kind=flash">更早的在文章列表里</a>
        </p>
      )}
    </section>
  );
}
