"use client";

import { X } from "lucide-react";
import { useState } from "react";
import type { Act } from "@/lib/bulk/validation";
import { ACT_WORDS } from "./act-words";

/** Everything that the list holds, counted when it was chosen. */
export type Whole = { count: number; isCut: boolean };
type Props = {
  acts: Act[];
  count: number;
  whole: Whole | null;
  onWhole: () => Promise<void>;
  onAct: (act: Act) => void;
  onClose: () => void;
};

const sayCount = (count: number, whole: Whole | null) => {
  if (!whole) return ["", String(count), " 篇已选"] as const;
  return whole.isCut
    ? (["符合条件的", `${whole.count}+`, ` 篇，已选前 ${whole.count} 篇`] as const)
    : (["符合条件的", String(whole.count), " 篇全部已选"] as const);
};

/** How many are ticked, and what can be done to them. */
export function BulkBar({ acts, count, whole, onWhole, onAct, onClose }: Props) {
  const [counting, setCounting] = useState(false);
  const [before, number, after] = sayCount(count, whole);
  async function takeWhole() {
    if (counting) return;
    setCounting(true);
    await onWhole();
    setCounting(false);
  }
  return (
    <section className="bulk" aria-label="批量操作">
      <p role="status">
        {before}
        <b className="num">{number}</b>
        {after}
      </p>
      {!whole && (
        <button type="button" className="linkish" aria-disabled={counting || undefined} onClick={takeWhole}>
          {counting ? "正在数…" : "选中全部符合条件的"}
        </button>
      )}
      <div>
        {acts.map((act) => (
          <button key={act} type="button" className={act === "trash" ? "bad" : undefined} onClick={() => onAct(act)}>
            {ACT_WORDS[act].button}
          </button>
        ))}
      </div>
      <button type="button" className="close" aria-label="取消选择" onClick={onClose}>
        <X className="icon" aria-hidden />
      </button>
    </section>
  );
}
