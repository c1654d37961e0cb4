"use client";

import { useState } from "react";
import { ConfirmDialog } from "@/components/admin/media/confirm-dialog";
import { useAnswer } from "@/components/admin/people/use-answer";
import { revokeToken } from "@/lib/api-tokens/actions";
import { RenameDialog } from "./rename-dialog";

type Props = { token: { id: string; version: number; name: string } };

/** What is done with a token of the list. */
export function TokenActs({ token: { id, version, name } }: Props) {
  const { pending, send } = useAnswer();
  const [asked, setAsked] = useState<"rename" | "revoke" | null>(null);
  const close = () => setAsked(null);
  return (
    <>
      <button type="button" className="linkish" aria-label={`改名：${name}`} onClick={() => setAsked("rename")}>
        改名
      </button>
      <button
        type="button"
        className="linkish danger"
        aria-label={`撤销：${name}`}
        aria-disabled={pending || undefined}
        onClick={() => setAsked("revoke")}
      >
        撤销
      </button>
      {asked === "rename" && <RenameDialog token={{ id, version, name }} onClose={close} />}
      {asked === "revoke" && (
        <ConfirmDialog
          title={`撤销${name}的令牌？`}
          confirm="撤销"
          onConfirm={() => send(() => revokeToken({ id, version }), "令牌已撤销")}
          onClose={close}
        >
          从下一次请求起，用它的程序会收到 401，不能恢复。
        </ConfirmDialog>
      )}
    </>
  );
}
