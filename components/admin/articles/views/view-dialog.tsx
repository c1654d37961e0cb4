"use client";

import { type ReactNode, type RefObject, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { useFocusFault } from "@/components/ui/use-focus-fault";
import type { Failure, Result } from "@/lib/actions";
import { readView, ViewFields } from "./view-fields";

type Answered = ReturnType<typeof readView>;
type Props = {
  ref: RefObject<HTMLDialogElement | null>;
  title: string;
  children: ReactNode;
  view: { name: string; isShared: boolean };
  mayShare: boolean;
  save: (answered: Answered) => Promise<Result<unknown>>;
  /** What stands beside the usual two buttons. */
  more?: ReactNode;
};

const UNSENT: Failure = { ok: false, code: "internal", message: "服务器没有回答，请再试一次", fields: {} };

/** Asks for a name. It stays open, with what was typed, until the server has taken it. */
export function ViewDialog({ ref, title, children, view, mayShare, save, more }: Props) {
  const titleId = useId();
  const form = useRef<HTMLFormElement>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);
  useFocusFault(form, failure);

  async function send() {
    if (pending || !form.current) return;
    setPending(true);
    const answer = await save(readView(form.current)).catch(() => UNSENT);
    setPending(false);
    setFailure(answer.ok ? null : answer);
    if (answer.ok) ref.current?.close();
  }

  const general = failure && Object.keys(failure.fields).length === 0 ? failure.message : null;
  return (
    <dialog ref={ref} className="desk-ask" aria-labelledby={titleId} onClose={() => setFailure(null)}>
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <h2 id={titleId}>{title}</h2>
        <p>{children}</p>
        <ViewFields {...view} mayShare={mayShare} fault={failure?.fields.name} />
        <p className="fault" role="alert">
          {general}
        </p>
        <div className="acts">
          <Button look="main" type="submit" pending={pending}>
            {pending ? "请稍候…" : "保存"}
          </Button>
          <Button onClick={() => ref.current?.close()}>取消</Button>
          {more}
        </div>
      </form>
    </dialog>
  );
}
