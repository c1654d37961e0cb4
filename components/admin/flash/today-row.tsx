"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { beijingIso, clock } from "@/lib/dates";
import type { FlashLine } from "@/lib/flashes/loaders";
import { LevelMark } from "./level-mark";
import { UndoButton } from "./undo-button";

type Props = {
  flash: FlashLine;
  pending: boolean;
  /** Looked at once, when the row appears. */
  takesFocus: boolean;
  onEdit: (raw: string) => void;
  onUndo: () => void;
};

/** One flash. What only the editor can change leads there. */
export function TodayRow({ flash, pending, takesFocus, onEdit, onUndo }: Props) {
  const { id, title, text, level, status, publishAt, author, outlet, editable, undoMs } = flash;
  const [isOver, setOver] = useState(false);
  const over = useCallback(() => setOver(true), []);
  const row = useRef<HTMLLIElement>(null);
  const [first] = useState(takesFocus);
  useEffect(() => {
    if (first) row.current?.querySelector<HTMLElement>("[data-row]")?.focus();
  }, [first]);
  const isGone = status === "withdrawn";
  const canUndo = undoMs > 0 && !isOver;
  return (
    <li ref={row} className={isGone ? "off" : canUndo ? "sent" : undefined}>
      <time dateTime={beijingIso(publishAt)}>{clock(publishAt)}</time>
      <p>
        {isGone ? <b className="lv lv-gone">已撤回</b> : <LevelMark level={level} />}
        <b>{title}</b>
        {text && <span>　{text}</span>}
      </p>
      <small>
        {outlet}，{author ?? "来源导入"}
      </small>
      <span className="acts">
        {editable !== null ? (
          <button
            type="button"
            className="linkish"
            data-row
            aria-label={`修改《${title}》`}
            onClick={() => onEdit(editable)}
          >
            修改
          </button>
        ) : (
          <a className="linkish" data-row href={`/admin/articles/${id}`} aria-label={`打开《${title}》`}>
            打开
          </a>
        )}
        {level === 3 && !isGone && (
          <a className="linkish" href={`/admin/front?bar=${id}`} aria-label={`放上突发条：《${title}》`}>
            突发条
          </a>
        )}
        {canUndo && <UndoButton flash={flash} pending={pending} onUndo={onUndo} onOver={over} />}
      </span>
    </li>
  );
}
