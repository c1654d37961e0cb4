import { Field } from "@/components/ui/field";
import { CORRECTION_NAMES } from "@/lib/corrections/validation";
import { CORRECTION_CONTROLS } from "./correction-form";

/** A correction that a reader's report begins. */
export type Begun = { reportId: string; note: string; reason: string };
type Props = { begun: Begun | null; faults: Record<string, string> };

/** Says with the next update of a published article that it corrects something. */
export function CorrectionSection({ begun, faults }: Props) {
  return (
    <section className="correct">
      <h2>更正</h2>
      <details open={begun !== null}>
        <summary>这次更新是更正</summary>
        <p className="hint">
          说明随“更新”一同公开：在文末、日期旁和“更正与撤稿”页。
          {begun && <a href={`/admin/reports/${begun.reportId}`}>看这条报错</a>}
        </p>
        <Field name={CORRECTION_CONTROLS.kind} label="类别" fault={faults["correction.kind"]}>
          {(control) => (
            <select {...control} defaultValue="facts">
              {Object.entries(CORRECTION_NAMES).map(([kind, name]) => (
                <option key={kind} value={kind}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name={CORRECTION_CONTROLS.note} label="更正说明" note="读者会看到" fault={faults["correction.note"]}>
          {(control) => (
            <textarea
              {...control}
              rows={3}
              maxLength={500}
              defaultValue={begun?.note}
              placeholder="初版把下限误写为 6.7 万元，应为 7.6 万元。"
            />
          )}
        </Field>
        <Field
          name={CORRECTION_CONTROLS.reason}
          label="出错的原因"
          note="读者会看到"
          fault={faults["correction.reason"]}
        >
          {(control) => (
            <input
              {...control}
              maxLength={200}
              defaultValue={begun?.reason}
              autoComplete="off"
              placeholder="录入笔误"
            />
          )}
        </Field>
        <input type="hidden" name={CORRECTION_CONTROLS.reportId} defaultValue={begun?.reportId} />
      </details>
    </section>
  );
}
