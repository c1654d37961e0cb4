"use client";

import { signIn } from "next-auth/react";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useHydrated } from "@/components/ui/use-hydrated";

/** What next-auth hands back: a code of its own, or `code: text` from our authorize(). */
function messageOf(error: string): string {
  if (error === "CredentialsSignin") return "邮箱或密码不对";
  if (error === "unauthenticated: wrong-code") return "动态码不对或已经用过，请等下一个";
  if (error.startsWith("throttled: ")) return error.slice("throttled: ".length);
  return "现在登录不了，请稍后再试";
}

/** Name and password, and then the code of who has a second step. */
export function SignInForm({ next }: { next: string }) {
  const hydrated = useHydrated();
  const [message, setMessage] = useState("");
  const [pending, setPending] = useState(false);
  const [asksForCode, setAsksForCode] = useState(false);
  const code = useRef<HTMLInputElement>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setPending(true);
    setMessage("");
    const result = await signIn("credentials", {
      redirect: false,
      email: String(form.get("email")),
      password: String(form.get("password")),
      code: String(form.get("code") ?? ""),
    }).catch(() => undefined);
    if (result && !result.error) return window.location.assign(next);
    setPending(false);
    if (result?.error === "unauthenticated: code") return setAsksForCode(true);
    setMessage(messageOf(result?.error ?? "unreachable"));
    code.current?.select();
  }

  return (
    // `post`, so that a form sent before script runs does not put the password into the address.
    <form method="post" onSubmit={submit}>
      {message && (
        <p className="alert" role="alert">
          {message}
        </p>
      )}
      {/* Still there in the second step: it is sent again, and a password manager learns nothing wrong. */}
      <div hidden={asksForCode}>
        <Field name="email" label="邮箱">
          {(control) => <input {...control} type="email" autoComplete="username" required maxLength={254} />}
        </Field>
        <Field name="password" label="密码">
          {(control) => <input {...control} type="password" autoComplete="current-password" required maxLength={200} />}
        </Field>
      </div>
      {asksForCode && <CodeField field={code} />}
      <Button look="wide" type="submit" disabled={!hydrated} pending={pending}>
        {pending ? "登录中…" : "登录"}
      </Button>
      {asksForCode ? (
        <p className="hint">
          手机不在身边？填一个恢复码。都没有了，请找管理员。
          <button type="button" className="linkish" onClick={() => window.location.reload()}>
            换个账户
          </button>
        </p>
      ) : (
        <p className="hint">
          忘了密码，请管理员发一次性链接。<a href="/">回到网站</a>
        </p>
      )}
    </form>
  );
}

const CodeField = ({ field }: { field: React.RefObject<HTMLInputElement | null> }) => (
  <Field name="code" label="动态码" note="验证器应用里的 6 位数字">
    {(control) => (
      <input
        {...control}
        ref={field}
        className="otp"
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        required
        maxLength={20}
        // biome-ignore lint/a11y/noAutofocus: the second step has this one field
        autoFocus
      />
    )}
  </Field>
);
