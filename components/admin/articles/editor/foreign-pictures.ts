import { closeHistory } from "@tiptap/pm/history";
import type { Node } from "@tiptap/pm/model";
import type { EditorView } from "@tiptap/pm/view";
import type { StoredPicture } from "@/components/admin/media/send-file";
import { readPictureNote } from "@/lib/content/paste-pictures";
import { figureNode } from "./figure-text";

export type ForeignPicture = { url: string; alt: string };

/** What a paragraph stands for that is nothing but the link which a paste leaves of a picture; null for any other. */
function readNote(node: Node): ForeignPicture | null {
  const only = node.type.name === "paragraph" && node.childCount === 1 ? node.firstChild : null;
  const url = only?.marks.find(({ type }) => type.name === "link")?.attrs.href;
  const note = only?.text === undefined ? null : readPictureNote(only.text);
  return note && typeof url === "string" && /^https?:/.test(url) ? { url, ...note } : null;
}

/** Pictures of other sites that the text links, each address once. */
export function listForeign(doc: Node): ForeignPicture[] {
  const found = new Map<string, ForeignPicture>();
  doc.descendants((node) => {
    const note = readNote(node);
    if (note && !found.has(note.url)) found.set(note.url, note);
  });
  return [...found.values()];
}

/** Puts the picture where the text links it, in one step to take back. What the link said describes it. */
export function putForeign(view: EditorView, url: string, picture: StoredPicture) {
  const { tr, schema, doc } = view.state;
  doc.descendants((node, at, parent, index) => {
    const note = readNote(node);
    if (note?.url !== url || !parent?.canReplaceWith(index, index + 1, schema.nodes.figure!)) return;
    const figure = figureNode(schema, {
      ...picture,
      alt: note.alt || picture.alt,
      caption: note.alt || picture.caption,
    });
    const [from, to] = [tr.mapping.map(at), tr.mapping.map(at + node.nodeSize)];
    tr.replaceWith(from, to, figure);
  });
  if (!tr.docChanged) return;
  view.dispatch(closeHistory(tr));
  view.dispatch(closeHistory(view.state.tr));
}
