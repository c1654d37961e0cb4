"use client";

import { signIn } from "next-auth/react";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useHydrated } from "@/components/ui/use-hydrated";

/** What next-auth hands back: a code of its own, or `code: text` from our authorize(). */
function messageOf(error: string): string {
  if (error === "CredentialsSignin") return "邮箱或密码不对";
  if (error.startsWith("throttled: ")) return error.slice("throttled: ".length);
  return "现在登录不了，请稍后再试";
}

export function SignInForm({ next }: { next: string }) {
  const hydrated = useHydrated();
  const [message, setMessage] = useState("");
  const [pending, setPending] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setPending(true);
    setMessage("");
    const result = await signIn("credentials", {
      redirect: false,
      email: String(form.get("email")),
      password: String(form.get("password")),
    }).catch(() => undefined);
    if (result && !result.error) return window.location.assign(next);
    setMessage(messageOf(result?.error ?? "unreachable"));
    setPending(false);
  }

  return (
    // `post`, so that a form sent before script runs does not put the password into the address.
    <form method="post" onSubmit={submit}>
      {message && (
        <p className="alert" role="alert">
          {message}
        </p>
      )}
      <Field name="email" label="邮箱">
        {(control) => <input {...control} type="email" autoComplete="username" required maxLength={254} />}
      </Field>
      <Field name="password" label="密码">
        {(control) => <input {...control} type="password" autoComplete="current-password" required maxLength={200} />}
      </Field>
      <Button look="wide" type="submit" disabled={!hydrated} pending={pending}>
        {pending ? "登录中…" : "登录"}
      </Button>
      <p className="hint">
        忘了密码，请找管理员。<a href="/">回到网站</a>
      </p>
    </form>
  );
}
