"use client";

import { type Ref, useRef } from "react";
import { Button } from "@/components/ui/button";

/** Asks for the reason that readers will see. */
export function WithdrawDialog({
  ref,
  onConfirm,
}: {
  ref: Ref<HTMLDialogElement>;
  onConfirm: (reason: string) => void;
}) {
  const reason = useRef<HTMLTextAreaElement>(null);
  return (
    <dialog ref={ref} className="ask" aria-labelledby="withdraw-title" aria-describedby="withdraw-effect">
      <form
        method="dialog"
        onSubmit={(event) => {
          const answer = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
          if (answer?.value === "yes") onConfirm(reason.current?.value ?? "");
        }}
      >
        <h2 id="withdraw-title">撤回这篇文章</h2>
        <p id="withdraw-effect">列表里不再有它，原来的地址换成撤回说明，写着原因和时间。以后还可以重新发布。</p>
        <div className="field">
          <label htmlFor="withdraw-reason">
            原因 <span>会显示给读者</span>
          </label>
          <textarea id="withdraw-reason" ref={reason} rows={3} required maxLength={200} />
        </div>
        <div className="acts">
          <Button look="main" type="submit" value="yes">
            确认撤回
          </Button>
          <Button type="submit" value="no" formNoValidate>
            取消
          </Button>
        </div>
      </form>
    </dialog>
  );
}
