"use client";

import { type Ref, useRef } from "react";
import { Button } from "@/components/ui/button";

/** Asks what the writer is to do better. */
export function ReturnDialog({ ref, onConfirm }: { ref: Ref<HTMLDialogElement>; onConfirm: (note: string) => void }) {
  const note = useRef<HTMLTextAreaElement>(null);
  return (
    <dialog ref={ref} className="ask" aria-labelledby="return-title" aria-describedby="return-effect">
      <form
        method="dialog"
        onSubmit={(event) => {
          const answer = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
          if (answer?.value === "yes") onConfirm(note.current?.value ?? "");
        }}
      >
        <h2 id="return-title">退回这篇稿件</h2>
        <p id="return-effect">稿件变回草稿，作者改好后可以再交审。</p>
        <div className="field">
          <label htmlFor="return-note">
            要改什么 <span>作者会看到</span>
          </label>
          <textarea id="return-note" ref={note} rows={3} required maxLength={200} />
        </div>
        <div className="acts">
          <Button look="main" type="submit" value="yes">
            退回
          </Button>
          <Button type="submit" value="no" formNoValidate>
            取消
          </Button>
        </div>
      </form>
    </dialog>
  );
}
