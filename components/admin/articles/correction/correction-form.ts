import type { CorrectionInput, CorrectionKind } from "@/lib/corrections/validation";

/** Names of the controls; they are no part of the article's own fields. */
export const CORRECTION_CONTROLS = {
  kind: "correctionKind",
  note: "correctionNote",
  reason: "correctionReason",
  reportId: "correctionReport",
} as const;

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const controlOf = (form: HTMLFormElement, name: keyof typeof CORRECTION_CONTROLS) =>
  form.elements.namedItem(CORRECTION_CONTROLS[name]) as Control | null;

/** What goes with the next update; nothing while neither note nor reason is written. */
export function readCorrection(form: HTMLFormElement): CorrectionInput | undefined {
  const text = (name: keyof typeof CORRECTION_CONTROLS) => controlOf(form, name)?.value.trim() ?? "";
  const [note, reason, reportId] = [text("note"), text("reason"), text("reportId")];
  if (note === "" && reason === "") return undefined;
  return { kind: text("kind") as CorrectionKind, note, reason, ...(reportId && { reportId }) };
}

const isText = (control: Control | null) =>
  control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement ? control : null;

/** Whether words of a correction were typed that no update has taken along: they are kept nowhere else. */
export const hasUnsentCorrection = (form: HTMLFormElement) =>
  (["note", "reason"] as const).some((name) => {
    const control = isText(controlOf(form, name));
    return control !== null && control.value !== control.defaultValue;
  });

/** Empties the controls after this very correction was published; one that was begun meanwhile stays. */
export function clearCorrection(form: HTMLFormElement, published: CorrectionInput) {
  if (JSON.stringify(readCorrection(form)) !== JSON.stringify(published)) return;
  for (const name of ["note", "reason", "reportId"] as const) {
    const control = isText(controlOf(form, name));
    if (!control) continue;
    control.value = "";
    // What a report began is sent as well.
    control.defaultValue = "";
  }
  controlOf(form, "note")?.closest("details")?.removeAttribute("open");
}
