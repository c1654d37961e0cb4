"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button } from "@/components/ui/button";

/** Asks before something that cannot be undone; shown as long as it is rendered. */
export function ConfirmDialog({
  title,
  confirm,
  dismiss = "取消",
  children,
  onConfirm,
  onClose,
}: {
  title: string;
  confirm: string;
  /** Where the deed itself is a cancelling. */
  dismiss?: string;
  children: ReactNode;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="media-ask" aria-labelledby={titleId} onClose={onClose}>
      <h2 id={titleId}>{title}</h2>
      <p>{children}</p>
      <div className="media-acts">
        <Button
          look="danger"
          onClick={() => {
            dialog.current?.close();
            onConfirm();
          }}
        >
          {confirm}
        </Button>
        <Button onClick={() => dialog.current?.close()}>{dismiss}</Button>
      </div>
    </dialog>
  );
}
