"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useRef } from "react";
import { toast } from "sonner";
import { v7 as uuidv7 } from "uuid";
import { OutletLogo } from "@/components/admin/categories/outlet-logo";
import { type OutletPolicyFields, OutletPolicyFieldset } from "@/components/admin/categories/outlet-policy";
import { FailureNote } from "@/components/admin/people/failure-note";
import { useAnswer } from "@/components/admin/people/use-answer";
import { NameFields } from "@/components/admin/taxonomy/name-fields";
import { useHeard } from "@/components/admin/taxonomy/use-heard";
import { useKeptFields } from "@/components/admin/taxonomy/use-kept-fields";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useHydrated } from "@/components/ui/use-hydrated";
import { createOutlet, hearOutletName, updateOutlet } from "@/lib/categories/actions";
import { DEFAULT_POLICY } from "@/lib/categories/validation";
import type { Logo } from "@/lib/settings/defaults";

export type OutletFields = {
  id: string;
  version: number;
  name: string;
  slug: string;
  pinyin: string;
  description: string;
  logo: Logo | null;
} & OutletPolicyFields;
const EMPTY = { version: 0, name: "", slug: "", pinyin: "", description: "", logo: null, ...DEFAULT_POLICY };

/** Name, address, description, logo and policy of an outlet; says at once who sounds the same. */
export function OutletForm({ outlet }: { outlet: OutletFields | null }) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const hydrated = useHydrated();
  const { kept, fields, isDirty, set, keep, text } = useKeptFields<OutletFields>(
    () => outlet ?? { ...EMPTY, id: uuidv7() },
  );
  const { pending, failure, send, fault } = useAnswer(form);
  const sound = useHeard(hearOutletName, outlet?.id ?? null, fields.name);

  function save(event: FormEvent) {
    event.preventDefault();
    const { logo, version, ...rest } = fields;
    const input = { ...rest, logoId: logo?.id ?? null };
    send(
      () => (outlet ? updateOutlet({ ...input, version }) : createOutlet(input)),
      ({ slug, name, version }) => {
        keep({ ...fields, slug, name, version });
        toast.success(version === fields.version ? "没有改动" : outlet ? "已保存" : `已建媒体「${name}」`);
        if (!outlet) router.push(`/admin/categories/${fields.id}`);
      },
    );
  }
  const isRenamed = outlet && fields.slug !== kept.slug && kept.slug !== "";

  return (
    <form ref={form} className="tax-form" onSubmit={save} noValidate>
      <NameFields
        {...{ text, fault, heard: sound }}
        longest={60}
        likeness="同音"
        makesAddress={!outlet || fields.slug === ""}
        address="地址将是"
        note={isRenamed ? `旧地址 /category/${kept.slug} 会转到这里` : "/category/ 后面的部分"}
      />
      <Field name="pinyin" label="拼音" note="在 A–Z 目录里排在哪里；空着按名称读" fault={fault("pinyin")}>
        {(control) => (
          <input
            {...control}
            {...text("pinyin")}
            className="mono"
            maxLength={200}
            placeholder={sound?.pinyin}
            spellCheck={false}
          />
        )}
      </Field>
      <Field name="description" label="说明" note="印在媒体页的标题下" fault={fault("description")}>
        {(control) => <textarea {...control} {...text("description")} rows={3} maxLength={300} />}
      </Field>
      <OutletLogo logo={fields.logo} fault={fault("logoId")} onChange={(logo) => set({ logo })} />
      <OutletPolicyFieldset fields={fields} onChange={set} />
      <p className="tax-acts">
        <Button type="submit" look="main" disabled={!hydrated} pending={pending}>
          {pending ? "保存中…" : outlet ? "保存" : "新建媒体"}
        </Button>
        {isDirty && outlet && <span className="hint">有改动还没保存</span>}
      </p>
      <FailureNote failure={failure} isLine />
    </form>
  );
}
