"use client";

import { useRef, useState } from "react";
import { toast } from "sonner";
import { FailureNote } from "@/components/admin/people/failure-note";
import { textOf, useAnswer } from "@/components/admin/people/use-answer";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useUnsavedFields } from "@/components/ui/use-unsaved-fields";
import { changeProfile } from "@/lib/users/profile/actions";
import type { Profile } from "@/lib/users/profile-loaders";

/** Name and sign-in name. */
export function ProfileForm({ profile }: Pick<Profile, "profile">) {
  const form = useRef<HTMLFormElement>(null);
  const { pending, failure, fault, send } = useAnswer(form);
  const settle = useUnsavedFields(form);
  const [email, setEmail] = useState(profile.email);
  const isNew = email.trim().toLowerCase() !== profile.email;
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const data = event.currentTarget;
        send(
          () => changeProfile({ name: textOf(data, "name"), email, current: textOf(data, "current") }),
          () => {
            settle();
            toast.success("资料已保存");
          },
        );
      }}
    >
      <FailureNote failure={failure} />
      <Field name="name" label="姓名" note="同事和读者看到的名字" fault={fault("name")}>
        {(control) => <input {...control} defaultValue={profile.name} autoComplete="name" required maxLength={40} />}
      </Field>
      <Field name="email" label="邮箱" note="登录用" fault={fault("email")}>
        {(control) => (
          <input
            {...control}
            type="email"
            value={email}
            onChange={({ target }) => setEmail(target.value)}
            autoComplete="username"
            required
            maxLength={254}
          />
        )}
      </Field>
      {isNew && (
        <Field name="current" label="当前密码" note="换邮箱要确认是你" fault={fault("current")}>
          {(control) => <input {...control} type="password" autoComplete="current-password" required maxLength={200} />}
        </Field>
      )}
      <Button type="submit" pending={pending}>
        {pending ? "请稍候…" : "保存资料"}
      </Button>
    </form>
  );
}
