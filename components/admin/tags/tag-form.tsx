"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useRef } from "react";
import { toast } from "sonner";
import { v7 as uuidv7 } from "uuid";
import { FailureNote } from "@/components/admin/people/failure-note";
import { useAnswer } from "@/components/admin/people/use-answer";
import { NameFields } from "@/components/admin/taxonomy/name-fields";
import { useHeard } from "@/components/admin/taxonomy/use-heard";
import { useKeptFields } from "@/components/admin/taxonomy/use-kept-fields";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useHydrated } from "@/components/ui/use-hydrated";
import { createTag, hearTagName, updateTag } from "@/lib/tags/actions";

type Fields = { id: string; version: number; name: string; slug: string; description: string };

/** Name, address and description of a tag; says at once whose address is like it. */
export function TagForm({ tag }: { tag: Fields | null }) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const hydrated = useHydrated();
  const { kept, fields, isDirty, keep, text } = useKeptFields<Fields>(
    () => tag ?? { id: uuidv7(), version: 0, name: "", slug: "", description: "" },
  );
  const { pending, failure, send, fault } = useAnswer(form);
  const heard = useHeard(hearTagName, tag?.id ?? null, fields.name);

  function save(event: FormEvent) {
    event.preventDefault();
    const { version, ...rest } = fields;
    send(
      () => (tag ? updateTag({ ...rest, version }) : createTag(rest)),
      ({ slug, name, version }) => {
        keep({ ...fields, slug, name, version });
        toast.success(version === fields.version ? "没有改动" : tag ? "已保存" : `已建标签「${name}」`);
        if (!tag) router.push(`/admin/tags/${fields.id}`);
      },
    );
  }
  const isMoved = tag && fields.slug !== kept.slug;
  return (
    <form ref={form} className="tax-form" onSubmit={save} noValidate>
      <NameFields
        {...{ text, fault, heard }}
        longest={40}
        likeness="的地址相同"
        makesAddress={!tag || fields.slug === ""}
        address="这个的地址将是"
        note={isMoved ? `旧地址 /tag/${kept.slug} 会转到这里` : "/tag/ 后面的部分"}
      />
      <Field name="description" label="说明" note="印在标签页的标题下" fault={fault("description")}>
        {(control) => <textarea {...control} {...text("description")} rows={3} maxLength={300} />}
      </Field>
      <p className="tax-acts">
        <Button type="submit" look="main" disabled={!hydrated} pending={pending}>
          {pending ? "保存中…" : tag ? "保存" : "新建标签"}
        </Button>
        {isDirty && tag && <span className="hint">有改动还没保存</span>}
      </p>
      <FailureNote failure={failure} isLine />
    </form>
  );
}
