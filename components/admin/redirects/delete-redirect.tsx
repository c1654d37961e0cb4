"use client";

import { useState, useTransition } from "react";
import { toast } from "sonner";
import { ConfirmDialog } from "@/components/admin/media/confirm-dialog";
import { deleteRedirect } from "@/lib/redirects/actions";

export function DeleteRedirect({ id, from }: { id: string; from: string }) {
  const [isAsking, setIsAsking] = useState(false);
  const [pending, start] = useTransition();
  const remove = () =>
    start(async () => {
      const result = await deleteRedirect({ id });
      if (result.ok) toast.success(`已删除：${from}`);
      else toast.error(result.message);
    });
  return (
    <>
      <button
        type="button"
        className="linkish danger"
        aria-label={`删除 ${from}`}
        aria-disabled={pending || undefined}
        onClick={() => setIsAsking(true)}
      >
        删除
      </button>
      {isAsking && (
        <ConfirmDialog title="删除这条重定向？" confirm="删除" onConfirm={remove} onClose={() => setIsAsking(false)}>
          打开 {from} 的人会看到“没有这个页面”。
        </ConfirmDialog>
      )}
    </>
  );
}
