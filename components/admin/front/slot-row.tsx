"use client";

import { ArrowDown, ArrowUp, GripVertical, X } from "lucide-react";
import type { PointerEvent } from "react";
import { recentTime } from "@/lib/dates";
import type { DraftSlot, End } from "./end";
import { EndField } from "./end-field";

type Props = {
  slot: DraftSlot;
  /** 0 leads. */
  at: number;
  isLast: boolean;
  now: Date;
  fault: string | undefined;
  isDragged: boolean;
  onGrip: (event: PointerEvent) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
  onEnd: (end: End) => void;
};

export const nameOfPlace = (at: number) => (at === 0 ? "头条" : `置顶 ${at}`);

/** A story in its place on the home page. */
export function SlotRow({ slot, at, isLast, now, fault, isDragged, onGrip, onMove, onRemove, onEnd }: Props) {
  const { articleId, title, outlet, publishAt, isPublic, end } = slot;
  return (
    <li data-id={articleId} className={`slot${at === 0 ? " slot-lead" : ""}${isDragged ? " dragged" : ""}`}>
      <span className="grip" aria-hidden onPointerDown={onGrip} title="拖动排序">
        <GripVertical className="icon" />
      </span>
      <b className="slot-no">{nameOfPlace(at)}</b>
      <div className="slot-what">
        <a href={`/admin/articles/${articleId}`}>{title}</a>
        <small>
          {outlet}　{recentTime(publishAt, now)}
        </small>
        {!isPublic && <p className="slot-off">读者现在看不到这篇，由自动选稿顶上；它重新公开时会回到这里。</p>}
        <EndField
          id={`end-${articleId}`}
          label={`《${title}》到什么时候`}
          end={end}
          now={now}
          fault={fault}
          onChange={onEnd}
        />
      </div>
      <span className="slot-acts">
        <button
          type="button"
          className="ib"
          data-part="up"
          aria-label={`上移《${title}》`}
          disabled={at === 0}
          onClick={() => onMove(at - 1)}
        >
          <ArrowUp className="icon" aria-hidden />
        </button>
        <button
          type="button"
          className="ib"
          data-part="down"
          aria-label={`下移《${title}》`}
          disabled={isLast && at > 0}
          onClick={() => onMove(at + 1)}
        >
          <ArrowDown className="icon" aria-hidden />
        </button>
        <button type="button" className="ib" data-part="remove" aria-label={`拿下《${title}》`} onClick={onRemove}>
          <X className="icon" aria-hidden />
        </button>
      </span>
    </li>
  );
}
