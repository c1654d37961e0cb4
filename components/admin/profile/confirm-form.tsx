"use client";

import { useRef } from "react";
import { FailureNote } from "@/components/admin/people/failure-note";
import { textOf, useAnswer } from "@/components/admin/people/use-answer";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import type { Result } from "@/lib/actions";

/** Asks for the password once more before something that only its owner may do. */
export function ConfirmForm<Data>({
  name,
  look = "plain",
  call,
  onDone,
  onCancel,
}: {
  /** As on the button. */
  name: string;
  look?: "plain" | "main" | "danger";
  call: (input: { current: string }) => Promise<Result<Data>>;
  onDone: (data: Data) => void;
  onCancel: () => void;
}) {
  const form = useRef<HTMLFormElement>(null);
  const { pending, failure, fault, send } = useAnswer(form);
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const current = textOf(event.currentTarget, "confirm");
        send(() => call({ current }), onDone);
      }}
    >
      <FailureNote failure={failure} />
      <Field name="confirm" label="当前密码" note="确认是你" fault={fault("current")}>
        {(control) => (
          // biome-ignore lint/a11y/noAutofocus: it stands where the pressed button stood
          <input {...control} type="password" autoComplete="current-password" required maxLength={200} autoFocus />
        )}
      </Field>
      <div className="acts">
        <Button look={look} type="submit" pending={pending}>
          {pending ? "请稍候…" : name}
        </Button>
        <Button onClick={onCancel}>不改了</Button>
      </div>
    </form>
  );
}
