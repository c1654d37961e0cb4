import type { Check, CheckPlace } from "@/lib/articles/checks";
import { editorOf } from "../article-form";

const TEXT = '[role="textbox"], [aria-label="正文源码"]';
const PLACES: Record<CheckPlace, string> = {
  title: '[name="title"]',
  body: TEXT,
  image: TEXT,
  categoryId: '[name="categoryId"]',
  summary: '[name="summary"]',
  sourceName: '[name="sourceName"]',
  slug: '[name="slug"]',
};

/** Puts the focus where the editor mends what a check found. */
export function goToCheck(form: HTMLFormElement, { place, picture }: Check) {
  if (picture && goToPicture(form, picture)) return;
  const target = form.querySelector<HTMLElement>(PLACES[place]);
  target?.scrollIntoView({ block: "center" });
  target?.focus({ preventScroll: true });
}

/** Selects a picture of the text and opens its fields at the description. False: the text has no such picture. */
function goToPicture(form: HTMLFormElement, number: number): boolean {
  const editor = editorOf(form);
  if (!editor) return false;
  const pictures: { at: number; inRow: boolean }[] = [];
  editor.state.doc.descendants((node, at, parent, index) => {
    const inRow = node.type.name === "image" && parent?.type.name === "figure" && index === 0;
    if (node.type.name === "image" || node.type.name === "inlinePicture") pictures.push({ at, inRow });
  });
  const picture = pictures[number - 1];
  if (!picture) return false;
  editor.chain().setNodeSelection(picture.at).focus().run();
  if (!picture.inRow) {
    editor.view.dom.querySelector(".ProseMirror-selectednode")?.scrollIntoView({ block: "center" });
    return true;
  }
  // Fields that are still open belong to another picture.
  const press = (button: string) => form.querySelector<HTMLElement>(button)?.click();
  press(".figrow .acts button:last-child");
  press('[role="toolbar"] button[aria-label="图片"]');
  requestAnimationFrame(() => {
    const field = form.querySelector<HTMLElement>("#f-figureAlt");
    field?.focus({ preventScroll: true });
    // Not merely into view: what sticks to the top would cover it.
    field?.scrollIntoView({ block: "center" });
  });
  return true;
}
