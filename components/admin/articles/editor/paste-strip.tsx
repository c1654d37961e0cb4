"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";

type Props = { report: string; original: string; onUndo: () => void; onClose: () => void };

/** What a paste lost, said once and quietly; the original can be looked at. */
export function PasteStrip({ report, original, onUndo, onClose }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <div className="note pasted">
      <p role="status">{report}</p>
      <div className="pair">
        <Button onClick={onUndo}>撤销</Button>
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          查看原文
        </Button>
        <Button onClick={onClose}>知道了</Button>
      </div>
      {open && <textarea className="mono" aria-label="粘贴的原文" readOnly rows={8} value={original} />}
    </div>
  );
}
