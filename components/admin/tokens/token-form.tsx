"use client";

import { useRef, useState } from "react";
import { FailureNote } from "@/components/admin/people/failure-note";
import { textOf, useAnswer } from "@/components/admin/people/use-answer";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useUnsavedFields } from "@/components/ui/use-unsaved-fields";
import { createToken } from "@/lib/api-tokens/actions";
import { LIFETIMES, SCOPES, type Scope } from "@/lib/api-tokens/validation";
import { MadeToken } from "./made-token";

const NAMES = Object.keys(SCOPES) as Scope[];

/** Makes a token; what comes back is shown this once. */
export function TokenForm() {
  const form = useRef<HTMLFormElement>(null);
  const { pending, failure, fault, send } = useAnswer(form);
  useUnsavedFields(form);
  const [made, setMade] = useState<{ name: string; secret: string } | null>(null);

  if (made) {
    return (
      <section className="token-new" aria-labelledby="made">
        <h2 id="made">{made.name}的令牌</h2>
        <MadeToken secret={made.secret} />
        <Button onClick={() => setMade(null)}>再建一个</Button>
      </section>
    );
  }
  return (
    <section className="token-new" aria-labelledby="new">
      <h2 id="new">新建令牌</h2>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const data = new FormData(event.currentTarget);
          const name = textOf(event.currentTarget, "name");
          const scopes = data.getAll("scope") as Scope[];
          send(
            () => createToken({ name, scopes, days: textOf(event.currentTarget, "days") as "0" }),
            ({ secret }) => setMade({ name: name.trim(), secret }),
          );
        }}
      >
        <FailureNote failure={failure} />
        <Field name="name" label="合作方" note="给谁用，只有编辑部看到" fault={fault("name")}>
          {(control) => <input {...control} autoComplete="off" required maxLength={60} />}
        </Field>
        <fieldset className="roles">
          <legend>权限</legend>
          {NAMES.map((scope) => (
            <label className="tick" key={scope}>
              <input
                type="checkbox"
                name="scope"
                value={scope}
                {...(scope === "read" && { checked: true, disabled: true, readOnly: true })}
              />
              <span>
                {SCOPES[scope].name}
                <small>{SCOPES[scope].says}</small>
              </span>
            </label>
          ))}
        </fieldset>
        <Field name="days" label="有效期" fault={fault("days")}>
          {(control) => (
            <select {...control} defaultValue="365">
              {Object.entries(LIFETIMES).map(([days, words]) => (
                <option key={days} value={days}>
                  {words}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Button look="main" type="submit" pending={pending}>
          {pending ? "请稍候…" : "生成令牌"}
        </Button>
      </form>
    </section>
  );
}
