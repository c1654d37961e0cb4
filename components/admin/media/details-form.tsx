"use client";

import { type FormEvent, useRef, useState, useTransition } from "react";
import { toast } from "sonner";
import { FailureNote } from "@/components/admin/people/failure-note";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useFocusFault } from "@/components/ui/use-focus-fault";
import type { Failure } from "@/lib/actions";
import { updateMedia } from "@/lib/media/actions";

type Said = { id: string; alt: string; caption: string; credit: string; rightsUntil: string | null };

/** What is said of a picture. Articles that use it keep what they say. */
export function DetailsForm({ picture, readOnly }: { picture: Said; readOnly: boolean }) {
  const form = useRef<HTMLFormElement>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, start] = useTransition();
  useFocusFault(form, failure);
  const faults = failure?.fields ?? {};

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? "");
    start(async () => {
      const result = await updateMedia({
        id: picture.id,
        alt: text("alt"),
        caption: text("caption"),
        credit: text("credit"),
        rightsUntil: text("rightsUntil").trim(),
      });
      setFailure(result.ok ? null : result);
      if (result.ok) toast.success("已保存");
    });
  }

  return (
    <form ref={form} onSubmit={save} noValidate>
      <Field name="alt" label="替代文字" note="图上有什么，给看不见图的人" fault={faults.alt}>
        {(control) => <textarea {...control} rows={2} defaultValue={picture.alt} readOnly={readOnly} />}
      </Field>
      <Field name="caption" label="图注" note="印在图下" fault={faults.caption}>
        {(control) => <textarea {...control} rows={2} defaultValue={picture.caption} readOnly={readOnly} />}
      </Field>
      <Field name="credit" label="来源" note="摄影者或机构" fault={faults.credit}>
        {(control) => <input {...control} defaultValue={picture.credit} readOnly={readOnly} autoComplete="off" />}
      </Field>
      <Field name="rightsUntil" label="版权到" note="最后一天，如 2027-03-31" fault={faults.rightsUntil}>
        {(control) => (
          <input
            {...control}
            defaultValue={picture.rightsUntil ?? ""}
            readOnly={readOnly}
            inputMode="numeric"
            autoComplete="off"
          />
        )}
      </Field>
      <FailureNote failure={failure} isLine />
      {readOnly ? (
        <p className="hint">这张图片不是你上传的，只能看和用。</p>
      ) : (
        <div className="media-acts">
          <Button type="submit" look="main" pending={pending}>
            {pending ? "保存中…" : "保存"}
          </Button>
        </div>
      )}
    </form>
  );
}
