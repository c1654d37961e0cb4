"use client";

import { useEffect, useRef } from "react";
import { FailureNote } from "@/components/admin/people/failure-note";
import { textOf, useAnswer } from "@/components/admin/people/use-answer";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { renameToken } from "@/lib/api-tokens/actions";

type Props = { token: { id: string; version: number; name: string }; onClose: () => void };

/** Another name for who has a token; shown as long as it is rendered. */
export function RenameDialog({ token: { id, version, name }, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const { pending, failure, fault, send } = useAnswer(form);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="media-ask" aria-labelledby="rename-title" onClose={onClose}>
      <h2 id="rename-title">令牌改名</h2>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const wanted = textOf(event.currentTarget, "new-name");
          send(
            () => renameToken({ id, version, name: wanted }),
            () => dialog.current?.close(),
          );
        }}
      >
        <FailureNote failure={failure} />
        <Field name="new-name" label="合作方" fault={fault("name")}>
          {(control) => <input {...control} defaultValue={name} autoComplete="off" required maxLength={60} />}
        </Field>
        <div className="media-acts">
          <Button look="main" type="submit" pending={pending}>
            保存
          </Button>
          <Button onClick={() => dialog.current?.close()}>取消</Button>
        </div>
      </form>
    </dialog>
  );
}
