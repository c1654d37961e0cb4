/** What the dialog reads of the form behind it, once, when it opens. */
export type PublishFields = {
  title: string;
  slug: string;
  summary: string;
  bodyHtml: string;
  kind: "story" | "flash";
  categoryId: string;
  tags: string[];
  symbols: string[];
  sourceName: string;
};
/** The fields that it changes; each is written back into the form as text. */
export type PublishField = "categoryId" | "tags" | "symbols" | "slug" | "summary";

/** Faults of these are shown in the dialog; any other closes it and is shown where it is mended. */
const OWN: ReadonlySet<string> = new Set(["categoryId", "tags", "symbols", "slug", "summary", "publishAt"]);
export const isOwnFault = (fields: Record<string, string>) =>
  Object.keys(fields).length > 0 && Object.keys(fields).every((name) => OWN.has(name));

/** Writes a field of the dialog into the control of the form that has its name. */
export function writeField(form: HTMLFormElement, field: PublishField, text: string) {
  const control = form.elements.namedItem(field);
  if (
    control instanceof HTMLInputElement ||
    control instanceof HTMLTextAreaElement ||
    control instanceof HTMLSelectElement
  )
    control.value = text;
}
