"use client";

import { Field } from "@/components/ui/field";

type Props = { name: string; isShared: boolean; mayShare: boolean; fault: string | undefined };

/** What a view is called and who has it. */
export function ViewFields({ name, isShared, mayShare, fault }: Props) {
  return (
    <>
      <Field name="view-name" label="名字" fault={fault}>
        {(control) => <input {...control} defaultValue={name} maxLength={20} autoComplete="off" required />}
      </Field>
      {mayShare && (
        <label className="tick">
          <input type="checkbox" name="view-shared" defaultChecked={isShared} />
          共享给编辑部所有人
        </label>
      )}
    </>
  );
}

export const readView = (form: HTMLFormElement) => {
  const data = new FormData(form);
  return { name: String(data.get("view-name") ?? ""), isShared: data.has("view-shared") };
};
