"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useUnsavedFields } from "@/components/ui/use-unsaved-fields";
import { inviteUser } from "@/lib/users/actions";
import type { ROLES } from "@/lib/users/validation";
import { CategoryPicker } from "./category-picker";
import { FailureNote } from "./failure-note";
import { MadeLink } from "./made-link";
import { RoleChoice } from "./role-choice";
import { textOf, useAnswer } from "./use-answer";

type Outlet = { id: string; name: string };
type Made = { url: string; expiresAt: string; isMailed: boolean };

/** Invites somebody; what comes back is the link. */
export function InviteForm({ outlets, sendsMail }: { outlets: Outlet[]; sendsMail: boolean }) {
  const form = useRef<HTMLFormElement>(null);
  const { pending, failure, fault, send } = useAnswer(form);
  useUnsavedFields(form);
  const [role, setRole] = useState<(typeof ROLES)[number]>("editor");
  const [chosen, setChosen] = useState<Outlet[]>([]);
  const [made, setMade] = useState<(Made & { email: string }) | null>(null);

  if (made) {
    return (
      <section className="people-part" aria-labelledby="invited">
        <h2 id="invited">已邀请 {made.email}</h2>
        <MadeLink {...made} />
        <p className="people-next">
          <Button onClick={() => setMade(null)}>再邀请一位</Button>
          <a className="btn quiet" href="/admin/users">
            回到用户
          </a>
        </p>
      </section>
    );
  }
  return (
    <form
      ref={form}
      className="people-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const email = textOf(event.currentTarget, "email");
        const categoryIds = role === "admin" ? [] : chosen.map(({ id }) => id);
        send(
          () => inviteUser({ email, role, categoryIds }),
          (link) => setMade({ ...link, email }),
        );
      }}
    >
      <FailureNote failure={failure} />
      <Field name="email" label="邮箱" note="登录用" fault={fault("email")}>
        {(control) => <input {...control} type="email" autoComplete="off" required maxLength={254} />}
      </Field>
      <RoleChoice role={role} onChange={setRole} />
      {role !== "admin" && <CategoryPicker outlets={outlets} chosen={chosen} onChange={setChosen} />}
      <p className="hint">
        对方打开链接，填姓名、设密码，就能登录。
        {sendsMail ? "链接会用邮件发出，也显示给你。" : "链接只显示给你，由你交给对方。"}
      </p>
      <Button look="main" type="submit" pending={pending}>
        {pending ? "请稍候…" : "生成邀请"}
      </Button>
    </form>
  );
}
