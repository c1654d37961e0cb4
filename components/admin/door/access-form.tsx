"use client";

import { type FormEvent, useRef } from "react";
import { FailureNote } from "@/components/admin/people/failure-note";
import { textOf, useAnswer } from "@/components/admin/people/use-answer";
import { NewPasswordField } from "@/components/admin/profile/new-password-field";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useHydrated } from "@/components/ui/use-hydrated";
import { acceptInvitation, acceptNewPassword } from "@/lib/users/actions";
import type { OpenLink } from "@/lib/users/loaders";

/** What a one-time link asks for: a name if the account is new, and a password. */
export function AccessForm({ token, link }: { token: string; link: OpenLink }) {
  const hydrated = useHydrated();
  const form = useRef<HTMLFormElement>(null);
  const { pending, failure, fault, send } = useAnswer(form);
  const isInvitation = link.purpose === "invite";

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = event.currentTarget;
    const password = textOf(data, "password");
    send(
      () =>
        isInvitation
          ? acceptInvitation({ token, name: textOf(data, "name"), password })
          : acceptNewPassword({ token, password }),
      () => window.location.assign(`/sign-in?${isInvitation ? "joined" : "renewed"}`),
    );
  }

  return (
    <form ref={form} method="post" onSubmit={submit} noValidate>
      <FailureNote failure={failure} />
      <Field name="email" label="邮箱" note="登录用">
        {(control) => <input {...control} type="email" autoComplete="username" value={link.email} readOnly />}
      </Field>
      {isInvitation && (
        <Field name="name" label="姓名" note="读者和同事看到的名字" fault={fault("name")}>
          {(control) => <input {...control} autoComplete="name" required maxLength={40} />}
        </Field>
      )}
      <NewPasswordField words={link.words} fault={fault("password")} />
      <Button look="wide" type="submit" disabled={!hydrated} pending={pending}>
        {pending ? "请稍候…" : isInvitation ? "建立账户" : "设新密码"}
      </Button>
    </form>
  );
}
