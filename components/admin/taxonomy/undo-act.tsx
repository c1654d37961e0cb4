"use client";

import { useState } from "react";
import { ConfirmDialog } from "@/components/admin/media/confirm-dialog";
import { useAnswer } from "@/components/admin/people/use-answer";
import { undoAct } from "@/lib/taxonomy/actions";

type Props = { id: string; what: string; isMerge: boolean };

/** Takes a merge or split back, after saying what comes back and what does not. */
export function UndoAct({ id, what, isMerge }: Props) {
  const [isAsking, setAsking] = useState(false);
  const { pending, send } = useAnswer();
  return (
    <>
      <button
        type="button"
        className="btn"
        aria-label={`撤销：${what}`}
        aria-disabled={pending || undefined}
        onClick={() => !pending && setAsking(true)}
      >
        撤销
      </button>
      {isAsking && (
        <ConfirmDialog
          title={isMerge ? "撤销这次合并？" : "撤销这次拆分？"}
          confirm="撤销"
          dismiss="不撤销"
          onConfirm={() => send(() => undoAct({ id }), "已撤销，文章正在回到原处")}
          onClose={() => setAsking(false)}
        >
          {what}。当时移走、现在还在那里的文章会回来；之后新写的，和编辑另外改过的，都留在原地。
        </ConfirmDialog>
      )}
    </>
  );
}
