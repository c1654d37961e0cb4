"use client";

import { type RefObject, useId } from "react";
import { Button } from "@/components/ui/button";
import type { BulkProgress } from "@/lib/bulk/report";

type Props = { ref: RefObject<HTMLDialogElement | null>; faults: BulkProgress["faults"]; failed: number };

/** Each article that an act left alone, and why. */
export function FaultList({ ref, faults, failed }: Props) {
  const titleId = useId();
  return (
    <dialog ref={ref} className="desk-ask" aria-labelledby={titleId}>
      <h2 id={titleId}>{failed} 篇没有改动</h2>
      <ul className="plan">
        {faults.map(({ id, title, fault }) => (
          <li key={id}>
            <a href={`/admin/articles/${id}`}>{title ?? "已不存在的文章"}</a>
            <small>{fault}</small>
          </li>
        ))}
      </ul>
      {failed > faults.length && <p className="hint">另有 {failed - faults.length} 篇。</p>}
      <div className="acts">
        <Button onClick={() => ref.current?.close()}>关上</Button>
      </div>
    </dialog>
  );
}
