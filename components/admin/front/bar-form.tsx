"use client";

import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useFocusFault } from "@/components/ui/use-focus-fault";
import type { Failure } from "@/lib/actions";
import { BAR_KIND_NAMES, BAR_LENGTH, type BarKind, barLength } from "@/lib/front/bar";
import { LONGEST_BAR_MS } from "@/lib/front/ends";
import { type End, timeOfEnd } from "./end";
import { EndField } from "./end-field";
import { type BarLink, LinkField } from "./link-field";

export type BarDraft = { kind: BarKind; text: string; link: BarLink; end: End };
const KINDS = Object.entries(BAR_KIND_NAMES) as [BarKind, string][];

type Props = {
  draft: BarDraft;
  now: Date;
  /** Another line is up and would be replaced. */
  replaces: boolean;
  pending: boolean;
  failure: Failure | null;
  onChange: (draft: BarDraft) => void;
  onSend: (endsAt: string) => void;
  onClose: () => void;
};

/** One sentence above the fronts, with an end. */
export function BarForm({ draft, now, replaces, pending, failure, onChange, onSend, onClose }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [endFault, setEndFault] = useState<string>();
  useFocusFault(form, failure);
  const faults = failure?.fields ?? {};
  const length = barLength(draft.text.trim());
  const set = (part: Partial<BarDraft>) => onChange({ ...draft, ...part });

  function send(event: FormEvent) {
    event.preventDefault();
    const { at, fault } = timeOfEnd(draft.end, now);
    setEndFault(fault);
    if (!fault && at) onSend(at);
  }

  return (
    <form
      ref={form}
      className="bar-form"
      noValidate
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        form.current?.requestSubmit();
      }}
    >
      <fieldset className="bar-kinds">
        <legend>前面的词</legend>
        {KINDS.map(([kind, name]) => (
          <label key={kind}>
            <input type="radio" name="kind" checked={draft.kind === kind} onChange={() => set({ kind })} />
            {name}
          </label>
        ))}
      </fieldset>
      <Field name="bar-text" label="一句话" note={`${length} / ${BAR_LENGTH} 字`} fault={faults.text}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            value={draft.text}
            maxLength={200}
            onChange={({ target }) => set({ text: target.value.replace(/\n/g, "") })}
          />
        )}
      </Field>
      {length > BAR_LENGTH && !faults.text && (
        <p className="hint">超出 {length - BAR_LENGTH} 字，手机上会超过两行，请缩短。</p>
      )}
      <LinkField link={draft.link} fault={faults.to} onChange={(link) => set({ link })} />
      <div className="field">
        <span className="bar-link-label">结束</span>
        <EndField
          id="bar-end"
          label="突发条到什么时候"
          end={draft.end}
          now={now}
          within={LONGEST_BAR_MS}
          fault={faults.endsAt ?? endFault}
          onChange={(end) => {
            setEndFault(undefined);
            set({ end });
          }}
        />
      </div>
      <p className="bar-acts">
        <Button type="submit" look="main" pending={pending}>
          {pending ? "请稍候…" : replaces ? "换上" : "放上"}
          <kbd aria-hidden>Ctrl Enter</kbd>
        </Button>
        <Button onClick={onClose}>取消</Button>
      </p>
    </form>
  );
}
