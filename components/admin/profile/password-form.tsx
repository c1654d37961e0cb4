"use client";

import { useRef, useState } from "react";
import { FailureNote } from "@/components/admin/people/failure-note";
import { textOf, useAnswer } from "@/components/admin/people/use-answer";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { changePassword } from "@/lib/users/profile/actions";
import { NewPasswordField } from "./new-password-field";

/** One's own password. */
export function PasswordForm({ words, email }: { words: readonly string[]; email: string }) {
  const form = useRef<HTMLFormElement>(null);
  const { pending, failure, fault, send } = useAnswer(form);
  const [done, setDone] = useState(0);
  return (
    <form
      ref={form}
      key={done}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const data = event.currentTarget;
        const input = { current: textOf(data, "current"), password: textOf(data, "password") };
        send(
          () => changePassword(input),
          () => setDone(done + 1),
        );
      }}
    >
      <FailureNote failure={failure} />
      {/* For password managers, which ask whose password this is. */}
      <input hidden type="email" autoComplete="username" value={email} readOnly />
      <Field name="current" label="当前密码" fault={fault("current")}>
        {(control) => <input {...control} type="password" autoComplete="current-password" required maxLength={200} />}
      </Field>
      <NewPasswordField words={words} fault={fault("password")} />
      <Button type="submit" pending={pending}>
        {pending ? "请稍候…" : "换密码"}
      </Button>
      <p className="hint" role="status">
        {done > 0 ? "密码已换，其他设备都已退出。" : "换好后，其他设备要重新登录。"}
      </p>
    </form>
  );
}
