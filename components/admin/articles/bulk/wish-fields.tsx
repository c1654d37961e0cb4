"use client";

import { useOutlets } from "@/components/admin/articles/list/use-outlets";
import { OutletOptions } from "@/components/admin/articles/outlet-options";
import { Field } from "@/components/ui/field";
import type { Act } from "@/lib/bulk/validation";

/** What an act is given, as it is typed. */
export type Wishes = { reason: string; categoryId: string; tags: string };
type Props = { act: Act; wishes: Wishes; onChange: (wishes: Wishes) => void };

/** The same for the server: what is not said is not there. */
export function wishOf({ reason, categoryId, tags }: Wishes) {
  const names = [...new Set(tags.split(/[,，、;；\n]/).map((name) => name.trim()))].filter(Boolean);
  return {
    reason: reason.trim(),
    categoryId: categoryId || undefined,
    tags: names.length > 0 ? names : undefined,
  };
}

function OutletField({ wishes, onChange }: Props) {
  const outlets = useOutlets([]);
  return (
    <Field name="bulk-outlet" label="改到哪个媒体">
      {(control) => (
        <select
          {...control}
          value={wishes.categoryId}
          onChange={(event) => onChange({ ...wishes, categoryId: event.target.value })}
        >
          <OutletOptions outlets={outlets} />
        </select>
      )}
    </Field>
  );
}

/** What the act needs besides articles. */
export function WishFields(props: Props) {
  const { act, wishes, onChange } = props;
  if (act === "recategorise") return <OutletField {...props} />;
  if (act === "tag") {
    return (
      <Field name="bulk-tags" label="加哪些标签" note="用逗号分开">
        {(control) => (
          <input
            {...control}
            value={wishes.tags}
            autoComplete="off"
            onChange={(event) => onChange({ ...wishes, tags: event.target.value })}
          />
        )}
      </Field>
    );
  }
  if (act === "unpublish") {
    return (
      <Field name="bulk-reason" label="原因" note="会显示给读者">
        {(control) => (
          <textarea
            {...control}
            value={wishes.reason}
            rows={3}
            maxLength={200}
            onChange={(event) => onChange({ ...wishes, reason: event.target.value })}
          />
        )}
      </Field>
    );
  }
  return null;
}
