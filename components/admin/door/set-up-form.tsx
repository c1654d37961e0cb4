"use client";

import { type FormEvent, useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useFocusFault } from "@/components/ui/use-focus-fault";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { Failure } from "@/lib/actions";
import { setUp } from "@/lib/users/actions";

export function SetUpForm({ token }: { token: string }) {
  const hydrated = useHydrated();
  const [pending, start] = useTransition();
  const [failure, setFailure] = useState<Failure | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useFocusFault(form, failure);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name));
    start(async () => {
      const result = await setUp({ token, name: text("name"), email: text("email"), password: text("password") });
      if (result.ok) window.location.assign("/sign-in?created");
      else setFailure(result);
    });
  }

  const fault = (name: string) => failure?.fields[name];
  return (
    <form ref={form} method="post" onSubmit={submit} noValidate>
      {failure && (
        <p className="alert" role="alert">
          {failure.message}
        </p>
      )}
      <Field name="name" label="姓名" note="读者和同事看到的名字" fault={fault("name")}>
        {(control) => <input {...control} autoComplete="name" required maxLength={40} />}
      </Field>
      <Field name="email" label="邮箱" note="登录用" fault={fault("email")}>
        {(control) => <input {...control} type="email" autoComplete="username" required maxLength={254} />}
      </Field>
      <Field name="password" label="密码" note="至少 10 个字符" fault={fault("password")}>
        {(control) => (
          <input {...control} type="password" autoComplete="new-password" required minLength={10} maxLength={200} />
        )}
      </Field>
      <Button look="wide" type="submit" disabled={!hydrated} pending={pending}>
        {pending ? "请稍候…" : "建立账户"}
      </Button>
    </form>
  );
}
