"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useRef } from "react";
import { toast } from "sonner";
import { FailureNote } from "@/components/admin/people/failure-note";
import { useAnswer } from "@/components/admin/people/use-answer";
import { type NameRow, NameRows } from "@/components/admin/securities/name-rows";
import { useKeptFields } from "@/components/admin/taxonomy/use-kept-fields";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useHydrated } from "@/components/ui/use-hydrated";
import { createSecurity, updateSecurity } from "@/lib/securities/actions";
import { KIND_NAMES } from "@/lib/securities/words";

type Kind = keyof typeof KIND_NAMES;
type Fields = {
  symbol: string;
  version: number;
  kind: Kind;
  name: string;
  fullName: string;
  isAmbiguous: boolean;
  counterpart: string;
  names: NameRow[];
};

const EMPTY: Fields = {
  ...{ symbol: "", version: 0, kind: "stock", name: "", fullName: "" },
  ...{ isAmbiguous: false, counterpart: "", names: [] },
};

/** Everything by which texts mean a security. Saving looks at the articles concerned again, in the background. */
export function SecurityForm({ security }: { security: Fields | null }) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const hydrated = useHydrated();
  const { fields, isDirty, set, keep, text } = useKeptFields<Fields>(() => {
    if (!security) return EMPTY;
    const { symbol, version, kind, name, fullName, isAmbiguous, counterpart, names } = security;
    return { symbol, version, kind, name, fullName, isAmbiguous, counterpart, names };
  });
  const { pending, failure, send, fault } = useAnswer(form);
  // A fault in one of the names is about the list.
  const namesFault = Object.entries(failure?.fields ?? {}).find(([path]) => path.startsWith("names"))?.[1];

  function save(event: FormEvent) {
    event.preventDefault();
    const names = fields.names.filter(({ name }) => name.trim() !== "");
    const { version, ...rest } = { ...fields, names };
    const { symbol: _symbol, ...edited } = rest;
    send(
      () => (security ? updateSecurity({ ...edited, symbol: security.symbol, version }) : createSecurity(rest)),
      (saved) => {
        keep({ ...fields, names, symbol: saved.symbol, version: saved.version });
        if (saved.version === version) toast.success("没有改动");
        else toast.success(saved.relink ? "已保存，正在重新关联提到它的文章" : "已保存");
        if (!security) router.push(`/admin/securities/${saved.symbol}`);
      },
    );
  }
  return (
    <form ref={form} className="tax-form" onSubmit={save} noValidate>
      {!security && (
        <Field name="symbol" label="代码" note="带市场，如 SH600519、HK00700、USBABA" fault={fault("symbol")}>
          {(control) => <input {...control} {...text("symbol")} className="mono" maxLength={14} spellCheck={false} />}
        </Field>
      )}
      <div className="tax-pair">
        <Field name="name" label="名称" fault={fault("name")}>
          {(control) => <input {...control} {...text("name")} maxLength={30} />}
        </Field>
        <Field name="kind" label="类型" fault={fault("kind")}>
          {(control) => (
            <select {...control} value={fields.kind} onChange={({ target }) => set({ kind: target.value as Kind })}>
              {Object.entries(KIND_NAMES).map(([kind, label]) => (
                <option key={kind} value={kind}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <label className="sec-check">
        <input
          type="checkbox"
          checked={fields.isAmbiguous}
          onChange={({ target }) => set({ isAmbiguous: target.checked })}
        />
        名称也是普通词语（机器人、太阳能），要有代码或上下文才算提到
      </label>
      <Field name="fullName" label="全称" fault={fault("fullName")}>
        {(control) => <input {...control} {...text("fullName")} maxLength={120} />}
      </Field>
      <Field name="counterpart" label="另一上市地的代码" note="同一家公司的 A 股或港股" fault={fault("counterpart")}>
        {(control) => (
          <input
            {...control}
            {...text("counterpart")}
            className="mono"
            maxLength={14}
            placeholder="如 HK02318"
            spellCheck={false}
          />
        )}
      </Field>
      <NameRows names={fields.names} fault={namesFault} onChange={(names) => set({ names })} />
      <p className="tax-acts">
        <Button type="submit" look="main" disabled={!hydrated} pending={pending}>
          {pending ? "保存中…" : security ? "保存" : "加上"}
        </Button>
        {isDirty && security && <span className="hint">有改动还没保存</span>}
      </p>
      <FailureNote failure={failure} isLine />
    </form>
  );
}
