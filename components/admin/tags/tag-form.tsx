"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { toast } from "sonner";
import { v7 as uuidv7 } from "uuid";
import { useAnswer } from "@/components/admin/people/use-answer";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useHydrated } from "@/components/ui/use-hydrated";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";
import { createTag, hearTagName, updateTag } from "@/lib/tags/actions";

type Fields = { id: string; version: number; name: string; slug: string; description: string };
type Heard = { name: string; slug: string; same: string[]; fault: string | null };
const PAUSE_MS = 250;

/** Name, address and description of a tag; says at once whose address is like it. */
export function TagForm({ tag }: { tag: Fields | null }) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const hydrated = useHydrated();
  const [kept, setKept] = useState<Fields>(
    () => tag ?? { id: uuidv7(), version: 0, name: "", slug: "", description: "" },
  );
  const [fields, setFields] = useState(kept);
  const { pending, failure, send, fault } = useAnswer(form);
  const heard = useHeard(tag?.id ?? null, fields.name);
  const set = (change: Partial<Fields>) => setFields((all) => ({ ...all, ...change }));
  const isDirty = JSON.stringify(fields) !== JSON.stringify(kept);
  useLeaveGuard(isDirty);

  function save(event: FormEvent) {
    event.preventDefault();
    const { version, ...rest } = fields;
    send(
      () => (tag ? updateTag({ ...rest, version }) : createTag(rest)),
      ({ slug, name, version }) => {
        const saved = { ...fields, slug, name, version };
        setKept(saved);
        setFields(saved);
        toast.success(version === fields.version ? "没有改动" : tag ? "已保存" : `已建标签「${name}」`);
        if (!tag) router.push(`/admin/tags/${fields.id}`);
      },
    );
  }
  const text = (name: "name" | "slug" | "description") => ({
    value: fields[name],
    onChange: ({ target }: { target: { value: string } }) => set({ [name]: target.value }),
    autoComplete: "off",
  });
  const isMoved = tag && fields.slug !== kept.slug;
  return (
    <form ref={form} className="tax-form" onSubmit={save} noValidate>
      <Field name="name" label="名称" fault={fault("name") ?? heard?.fault ?? undefined}>
        {(control) => <input {...control} {...text("name")} maxLength={40} />}
      </Field>
      <div role="status">
        {heard && heard.same.length > 0 && (
          <p className="sound">
            和{heard.same.map((name) => `「${name}」`).join("、")}的地址相同
            {(!tag || fields.slug === "") && <>，这个的地址将是 {heard.slug}</>}。
          </p>
        )}
      </div>
      <Field
        name="slug"
        label="地址"
        note={isMoved ? `旧地址 /tag/${kept.slug} 会转到这里` : "/tag/ 后面的部分"}
        fault={fault("slug")}
      >
        {(control) => (
          <input
            {...control}
            {...text("slug")}
            className="mono"
            maxLength={80}
            placeholder={heard?.slug}
            spellCheck={false}
          />
        )}
      </Field>
      <Field name="description" label="说明" note="印在标签页的标题下" fault={fault("description")}>
        {(control) => <textarea {...control} {...text("description")} rows={3} maxLength={300} />}
      </Field>
      <p className="tax-acts">
        <Button type="submit" look="main" disabled={!hydrated} pending={pending}>
          {pending ? "保存中…" : tag ? "保存" : "新建标签"}
        </Button>
        {isDirty && tag && <span className="hint">有改动还没保存</span>}
      </p>
      {failure && Object.keys(failure.fields).length === 0 && (
        <p className="fault" role="alert">
          {failure.message}
        </p>
      )}
    </form>
  );
}

/** What the server says of a name a moment after the last letter. */
function useHeard(id: string | null, name: string): Heard | null {
  const [heard, setHeard] = useState<(Heard & { asked: string }) | null>(null);
  useEffect(() => {
    if (name.trim() === "") return setHeard(null);
    let isOver = false;
    const timer = setTimeout(async () => {
      const answer = await hearTagName({ id, name }).catch(() => null);
      if (!isOver && answer?.ok) setHeard(answer.data && { ...answer.data, name, asked: name });
    }, PAUSE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [id, name]);
  return heard?.asked === name ? heard : null;
}
