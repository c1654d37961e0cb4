"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { toast } from "sonner";
import { v7 as uuidv7 } from "uuid";
import { OutletLogo } from "@/components/admin/categories/outlet-logo";
import { useSound } from "@/components/admin/categories/use-sound";
import { useAnswer } from "@/components/admin/people/use-answer";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useHydrated } from "@/components/ui/use-hydrated";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";
import { createOutlet, updateOutlet } from "@/lib/categories/actions";

type Logo = { id: string; src: string; width: number; height: number };
export type OutletFields = {
  id: string;
  version: number;
  name: string;
  slug: string;
  pinyin: string;
  description: string;
  logo: Logo | null;
};
const EMPTY = { version: 0, name: "", slug: "", pinyin: "", description: "", logo: null };

/** Name, address, description and logo of an outlet; says at once who sounds the same. */
export function OutletForm({ outlet }: { outlet: OutletFields | null }) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const hydrated = useHydrated();
  const [kept, setKept] = useState<OutletFields>(() => outlet ?? { ...EMPTY, id: uuidv7() });
  const [fields, setFields] = useState(kept);
  const { pending, failure, send, fault } = useAnswer(form);
  const sound = useSound(outlet?.id ?? null, fields.name);
  const set = (change: Partial<OutletFields>) => setFields((all) => ({ ...all, ...change }));
  const isDirty = JSON.stringify(fields) !== JSON.stringify(kept);
  useLeaveGuard(isDirty);

  function save(event: FormEvent) {
    event.preventDefault();
    const { logo, version, ...rest } = fields;
    const input = { ...rest, logoId: logo?.id ?? null };
    send(
      () => (outlet ? updateOutlet({ ...input, version }) : createOutlet(input)),
      ({ slug, name, version }) => {
        const saved = { ...fields, slug, name, version };
        setKept(saved);
        setFields(saved);
        toast.success(version === fields.version ? "没有改动" : outlet ? "已保存" : `已建媒体「${name}」`);
        if (!outlet) router.push(`/admin/categories/${fields.id}`);
      },
    );
  }
  const text = (name: "name" | "slug" | "pinyin" | "description") => ({
    value: fields[name],
    onChange: ({ target }: { target: { value: string } }) => set({ [name]: target.value }),
    autoComplete: "off",
  });
  const isRenamed = outlet && fields.slug !== kept.slug && kept.slug !== "";

  return (
    <form ref={form} className="tax-form" onSubmit={save} noValidate>
      <Field name="name" label="名称" fault={fault("name") ?? sound?.fault ?? undefined}>
        {(control) => <input {...control} {...text("name")} maxLength={60} />}
      </Field>
      <div role="status">
        {sound && sound.same.length > 0 && (
          <p className="sound">
            和{sound.same.map((name) => `「${name}」`).join("、")}同音
            {(!outlet || fields.slug === "") && <>，地址将是 {sound.slug}</>}。
          </p>
        )}
      </div>
      <Field
        name="slug"
        label="地址"
        note={isRenamed ? `旧地址 /category/${kept.slug} 会转到这里` : "/category/ 后面的部分"}
        fault={fault("slug")}
      >
        {(control) => (
          <input
            {...control}
            {...text("slug")}
            className="mono"
            maxLength={80}
            placeholder={sound?.slug}
            spellCheck={false}
          />
        )}
      </Field>
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
      <p className="tax-acts">
        <Button type="submit" look="main" disabled={!hydrated} pending={pending}>
          {pending ? "保存中…" : outlet ? "保存" : "新建媒体"}
        </Button>
        {isDirty && outlet && <span className="hint">有改动还没保存</span>}
      </p>
      {failure && Object.keys(failure.fields).length === 0 && (
        <p className="fault" role="alert">
          {failure.message}
        </p>
      )}
    </form>
  );
}
