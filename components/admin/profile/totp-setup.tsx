"use client";

import { useRef } from "react";
import { FailureNote } from "@/components/admin/people/failure-note";
import { textOf, useAnswer } from "@/components/admin/people/use-answer";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { enableTotp } from "@/lib/users/profile/actions";

export type Begun = { secret: string; address: string; qr: { size: number; path: string } };

/** In groups, as one reads it off. */
const grouped = (secret: string) => secret.replace(/.{4}(?=.)/g, "$& ");

/** The app reads the secret, and a code proves that it did. */
export function TotpSetup({
  begun,
  onEnabled,
  onCancel,
}: {
  begun: Begun;
  onEnabled: (codes: string[]) => void;
  onCancel: () => void;
}) {
  const form = useRef<HTMLFormElement>(null);
  const { pending, failure, fault, send } = useAnswer(form);
  const { size, path } = begun.qr;
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const code = textOf(event.currentTarget, "code");
        send(
          () => enableTotp({ code }),
          ({ codes }) => onEnabled(codes),
        );
      }}
    >
      <ol className="steps">
        <li>
          <p>用验证器应用扫这个码。微信小程序“腾讯身份验证器”、Microsoft Authenticator、Google Authenticator 都行。</p>
          <svg
            className="qr"
            viewBox={`0 0 ${size} ${size}`}
            role="img"
            aria-label="两步验证的二维码"
            shapeRendering="crispEdges"
          >
            <path className="qr-paper" d={`M0 0h${size}v${size}H0z`} />
            <path className="qr-ink" d={path} />
          </svg>
          <details>
            <summary>扫不了？手工输入密钥</summary>
            <p>
              <code className="secret">{grouped(begun.secret)}</code>
            </p>
            <p>
              在手机上可以直接<a href={begun.address}>用应用打开</a>。
            </p>
          </details>
        </li>
        <li>
          <FailureNote failure={failure} />
          <Field name="code" label="应用里现在的 6 位数字" fault={fault("code")}>
            {(control) => (
              <input
                {...control}
                className="otp"
                inputMode="numeric"
                autoComplete="one-time-code"
                required
                maxLength={7}
                // biome-ignore lint/a11y/noAutofocus: the one thing to do here
                autoFocus
              />
            )}
          </Field>
          <div className="acts">
            <Button look="main" type="submit" pending={pending}>
              {pending ? "请稍候…" : "开启"}
            </Button>
            <Button onClick={onCancel}>以后再说</Button>
          </div>
        </li>
      </ol>
    </form>
  );
}
