"use client";

import { OutletOptions } from "@/components/admin/articles/outlet-options";
import { Field } from "@/components/ui/field";
import { SUMMARY_LENGTH } from "@/lib/articles/checks";
import { excerpt } from "@/lib/excerpt";
import type { PublishField, PublishFields } from "./publish-fields";

type Props = {
  fields: PublishFields;
  tagsText: string;
  outlets: { id: string; name: string }[];
  suggestedSlug: string;
  opening: string;
  faults: Record<string, string>;
  onChange: (name: PublishField, text: string) => void;
};

/** Outlet, tags, address and summary: the same fields as beside the text, here once more before they count. */
export function TextFields({ fields, tagsText, outlets, suggestedSlug, opening, faults, onChange }: Props) {
  const { categoryId, slug, summary } = fields;
  const short = excerpt(opening, SUMMARY_LENGTH);
  return (
    <section aria-labelledby="publish-fields">
      <h3 id="publish-fields">归属、地址、摘要</h3>
      <div className="halves">
        <Field name="publish-category" label="媒体" fault={faults.categoryId}>
          {(control) => (
            <select {...control} value={categoryId} onChange={({ target }) => onChange("categoryId", target.value)}>
              <OutletOptions outlets={outlets} />
            </select>
          )}
        </Field>
        <Field name="publish-tags" label="标签" note="用顿号隔开" fault={faults.tags}>
          {(control) => (
            <input
              {...control}
              value={tagsText}
              autoComplete="off"
              onChange={({ target }) => onChange("tags", target.value)}
            />
          )}
        </Field>
      </div>
      <Field name="publish-slug" label="地址" note="/articles/…" fault={faults.slug}>
        {(control) => (
          <input
            {...control}
            className="mono"
            value={slug}
            placeholder={suggestedSlug}
            autoComplete="off"
            spellCheck={false}
            maxLength={120}
            onChange={({ target }) => onChange("slug", target.value)}
          />
        )}
      </Field>
      {suggestedSlug && suggestedSlug !== slug && (
        <button type="button" className="linkish" onClick={() => onChange("slug", suggestedSlug)}>
          {/* The empty field shows it already. */}
          用拼音{slug && "："}
          {slug && <span className="mono">{suggestedSlug}</span>}
        </button>
      )}
      <Field
        name="publish-summary"
        label="摘要"
        note={`${[...summary].length} / ${SUMMARY_LENGTH}`}
        fault={faults.summary}
      >
        {(control) => (
          <textarea
            {...control}
            rows={3}
            value={summary}
            placeholder="空着时取首段"
            onChange={({ target }) => onChange("summary", target.value)}
          />
        )}
      </Field>
      {short && short !== summary && (
        <button type="button" className="linkish" onClick={() => onChange("summary", short)}>
          取首段
        </button>
      )}
    </section>
  );
}
