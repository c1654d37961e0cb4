import { Field } from "@/components/ui/field";
import type { CriteriaInput } from "@/lib/taxonomy/validation";

export const NO_CRITERIA: CriteriaInput = { sources: [], words: "", from: "", until: "", tag: "" };

type Props = {
  criteria: CriteriaInput;
  faults: Record<string, string>;
  /** What the newest articles name as their source; none where that says nothing. */
  sources?: { name: string; count: number }[];
  onChange: (criteria: CriteriaInput) => void;
};

/** Which articles are meant: all that is filled must hold. */
export function CriteriaFields({ criteria, faults, sources = [], onChange }: Props) {
  const set = (change: Partial<CriteriaInput>) => onChange({ ...criteria, ...change });
  const toggle = (name: string) =>
    set({
      sources: criteria.sources.includes(name)
        ? criteria.sources.filter((one) => one !== name)
        : [...criteria.sources, name],
    });
  const day = (name: "from" | "until", label: string) => (
    <Field name={name} label={label} fault={faults[`criteria.${name}`]}>
      {(control) => (
        <input
          {...control}
          inputMode="numeric"
          placeholder="2026-11-24"
          value={criteria[name]}
          maxLength={10}
          autoComplete="off"
          onChange={({ target }) => set({ [name]: target.value.trim() })}
        />
      )}
    </Field>
  );
  return (
    <>
      {sources.length > 0 && (
        <fieldset className="sources">
          <legend>来源</legend>
          <div className="sources-list">
            {sources.map(({ name, count }) => (
              <label key={name}>
                <input type="checkbox" checked={criteria.sources.includes(name)} onChange={() => toggle(name)} />
                <span>{name}</span>
                <small className="num">{count.toLocaleString("en")}</small>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <Field name="words" label="标题里有" note="几个词用空格隔开" fault={faults["criteria.words"]}>
        {(control) => (
          <input
            {...control}
            value={criteria.words}
            maxLength={100}
            autoComplete="off"
            onChange={({ target }) => set({ words: target.value })}
          />
        )}
      </Field>
      <div className="tax-pair">
        {day("from", "发布日期，从")}
        {day("until", "到")}
      </div>
      <Field name="tag" label="还带标签" fault={faults.tag ?? faults["criteria.tag"]}>
        {(control) => (
          <input
            {...control}
            value={criteria.tag}
            maxLength={40}
            autoComplete="off"
            onChange={({ target }) => set({ tag: target.value })}
          />
        )}
      </Field>
    </>
  );
}
