"use client";

import { useState } from "react";
import { Field } from "@/components/ui/field";
import { passwordFault, passwordStrength } from "@/lib/users/password-rules";

/** A new password, with what is to be said of it while it is typed. The server looks for itself. */
export function NewPasswordField({ words, fault }: { words: readonly string[]; fault: string | undefined }) {
  const [typed, setTyped] = useState("");
  const [isShown, setShown] = useState(false);
  const wrong = typed === "" ? null : passwordFault(typed, words);
  return (
    <div className="new-password">
      <Field name="password" label="新密码" note="至少 10 个字符，一句话也行" fault={fault}>
        {(control) => (
          <div className="pw">
            <input
              {...control}
              aria-describedby={[control["aria-describedby"], "password-said"].filter(Boolean).join(" ")}
              type={isShown ? "text" : "password"}
              autoComplete="new-password"
              required
              minLength={10}
              maxLength={200}
              onChange={({ target }) => setTyped(target.value)}
            />
            <button type="button" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
              显示<span className="sr">密码</span>
            </button>
          </div>
        )}
      </Field>
      <p id="password-said" className="said" role="status">
        {typed !== "" && (wrong ?? `强度：${passwordStrength(typed)}`)}
      </p>
    </div>
  );
}
