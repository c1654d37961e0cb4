import type { Editor } from "@tiptap/core";
import { toast } from "sonner";
import type { ArticleFields } from "@/lib/writing/fields";
import { readBody } from "./editor/round-trip";

/** What the form holds as text, made into fields and back. */
const list = (text: string, separator: RegExp) =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean);

export function readArticleForm(form: HTMLFormElement, bodyHtml: string): ArticleFields {
  const data = new FormData(form);
  // A disabled fieldset is left out of the data: its controls are asked themselves.
  const text = (name: string) => String(data.get(name) ?? control(form, name)?.value ?? "");
  return {
    title: text("title").replace(/\s*\n\s*/g, " "),
    slug: text("slug"),
    summary: text("summary"),
    bodyHtml,
    kind: text("kind"),
    level: text("level"),
    categoryId: text("categoryId"),
    tags: list(text("tags"), /[、,，;；\n]/),
    symbols: list(text("symbols"), /[\s、,，;；]/),
    sourceName: text("sourceName"),
    originalUrl: text("originalUrl"),
    editorName: text("editorName"),
  };
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const control = (form: HTMLFormElement, name: string) => form.elements.namedItem(name) as Control | null;

/** The text's editor stands on its element, as Tiptap leaves it there. */
export const editorOf = (form: HTMLFormElement) =>
  form.querySelector<HTMLElement & { editor?: Editor }>(".ProseMirror")?.editor;

function type(element: Control | null, value: string) {
  if (!element || element.value === value) return;
  // React hides the element's own setter behind one that swallows the event.
  const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), "value")?.set;
  setter?.call(element, value);
  element.dispatchEvent(new Event("input", { bubbles: true }));
  element.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Puts fields into the form as if they were typed: the text's undo takes them back, and every listener hears of it. */
export function writeArticleForm(form: HTMLFormElement, fields: ArticleFields) {
  const { bodyHtml, tags, symbols, ...plain } = fields;
  for (const [name, value] of Object.entries({ ...plain, tags: tags.join("、"), symbols: symbols.join(" ") })) {
    type(control(form, name), value);
  }
  const editor = editorOf(form);
  if (editor) editor.commands.setContent(readBody(bodyHtml).toJSON());
  else type(form.querySelector<HTMLTextAreaElement>('[aria-label="正文源码"]'), bodyHtml);
}

/** The outlet that a save put the article under: another than the form's when that was merged away meanwhile. */
export function showOutlet(form: HTMLFormElement, id: string) {
  const select = form.elements.namedItem("categoryId");
  if (!(select instanceof HTMLSelectElement) || select.value === id) return;
  const option = [...select.options].find(({ value }) => value === id);
  if (!option) return;
  const was = select.selectedOptions[0]?.text ?? "";
  select.value = id;
  toast.info(`「${was}」已并入「${option.text}」，稿件存在「${option.text}」下`);
}
