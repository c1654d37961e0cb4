"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState, useTransition } from "react";
import { toast } from "sonner";
import { FailureNote } from "@/components/admin/people/failure-note";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useFocusFault } from "@/components/ui/use-focus-fault";
import { useHydrated } from "@/components/ui/use-hydrated";
import { useUnsavedFields } from "@/components/ui/use-unsaved-fields";
import type { Failure } from "@/lib/actions";
import { saveRedirect } from "@/lib/redirects/actions";
import { type RedirectParams, redirectsPath } from "@/lib/redirects/params";

type Props = {
  editing: { id: string; from: string; to: string } | null;
  /** An old address to begin with. */
  from: string;
  state: RedirectParams;
};

/** Adds a redirect, or changes the one that the address names. */
export function RedirectForm({ editing, from, state }: Props) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const hydrated = useHydrated();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, start] = useTransition();
  useFocusFault(form, failure);
  const settle = useUnsavedFields(form);
  const faults = failure?.fields ?? {};
  const begun = from !== "" || editing !== null;
  // The old address came with the link that led here; what is missing is where to.
  useEffect(() => {
    if (begun) form.current?.querySelector<HTMLElement>("[name=to]")?.focus();
  }, [begun]);
  const listPath = redirectsPath(state, { edit: undefined });

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    start(async () => {
      const result = await saveRedirect({
        id: editing?.id,
        from: String(data.get("from")),
        to: String(data.get("to")),
      });
      setFailure(result.ok ? null : result);
      if (!result.ok) return;
      toast.success(`已保存：${result.data.from} 转到${result.data.name}`);
      form.current?.reset();
      settle();
      if (begun) router.replace(listPath);
    });
  }

  return (
    <section id="add" className="redirect-add" aria-labelledby="add-title">
      <h2 id="add-title">{editing ? "修改重定向" : "加一条重定向"}</h2>
      <form ref={form} onSubmit={save} noValidate>
        <Field name="from" label="旧地址" note="读者手里的" fault={faults.from}>
          {(control) => (
            <input
              {...control}
              className="mono"
              placeholder="/jiudizhi/2021.html"
              defaultValue={editing?.from ?? from}
              maxLength={500}
              autoComplete="off"
              spellCheck={false}
            />
          )}
        </Field>
        <Field name="to" label="转到" note="本站的文章、媒体或别的页面" fault={faults.to}>
          {(control) => (
            <input
              {...control}
              className="mono"
              placeholder="/articles/…"
              defaultValue={editing?.to}
              maxLength={500}
              autoComplete="off"
              spellCheck={false}
            />
          )}
        </Field>
        <p className="redirect-acts">
          <Button type="submit" look="main" disabled={!hydrated} pending={pending}>
            {pending ? "保存中…" : editing ? "保存" : "添加"}
          </Button>
          {begun && (
            <a className="btn" href={listPath}>
              取消
            </a>
          )}
        </p>
      </form>
      <FailureNote failure={failure} isLine />
    </section>
  );
}
