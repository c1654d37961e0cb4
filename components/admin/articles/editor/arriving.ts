import { Extension } from "@tiptap/core";
import { closeHistory } from "@tiptap/pm/history";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import type { StoredPicture } from "@/components/admin/media/send-file";
import { figureNode } from "./figure-text";

/** A picture that is still on its way to the library, and where in the text it will stand. No part of the text. */
type Arriving = { key: number; name: string; at: number; hasFailed: boolean };
type Meta = { add: Arriving[] } | { put: number } | { known: Map<number, boolean> };

const arrivingKey = new PluginKey<Arriving[]>("arriving");

/** Pictures stand between the blocks of the text: at the nearer edge of the one that holds this place. */
function edge(doc: Node, at: number): number {
  const place = doc.resolve(at);
  if (place.depth === 0) return at;
  return at - place.start(1) <= place.end(1) - at ? place.before(1) : place.after(1);
}

function next(tr: Transaction, present: Arriving[]): Arriving[] {
  const meta = tr.getMeta(arrivingKey) as Meta | undefined;
  const put = meta && "put" in meta ? meta.put : undefined;
  // What came together stays in order, whichever is there first.
  const moved = present.map((one) => ({
    ...one,
    at: tr.mapping.map(one.at, put !== undefined && one.key < put ? -1 : 1),
  }));
  if (!meta) return tr.docChanged ? moved : present;
  if ("add" in meta) return [...moved, ...meta.add];
  if ("put" in meta) return moved.filter(({ key }) => key !== meta.put);
  return moved.flatMap((one) => {
    const hasFailed = meta.known.get(one.key);
    return hasFailed === undefined ? [] : [{ ...one, hasFailed }];
  });
}

function draw({ name, hasFailed }: Arriving): HTMLElement {
  const box = document.createElement("div");
  box.className = hasFailed ? "arriving bad" : "arriving";
  box.textContent = hasFailed ? `${name} 没有传上去` : `${name} 上传中`;
  return box;
}

/** Marks in the text where pictures will stand. */
export const ArrivingPictures = Extension.create({
  name: "arrivingPictures",
  addProseMirrorPlugins: () => [
    new Plugin<Arriving[]>({
      key: arrivingKey,
      state: { init: () => [], apply: next },
      props: {
        decorations: (state) =>
          DecorationSet.create(
            state.doc,
            arrivingKey
              .getState(state)!
              .map((one) =>
                Decoration.widget(one.at, () => draw(one), { side: -1, key: `${one.key}${one.hasFailed}` }),
              ),
          ),
      },
    }),
  ],
});

const tell = (view: EditorView, meta: Meta) => view.dispatch(view.state.tr.setMeta(arrivingKey, meta));

/** Marks the place of pictures that are being sent. */
export function expectPictures(view: EditorView, files: { key: number; name: string }[], at: number) {
  const place = edge(view.state.doc, at);
  tell(view, { add: files.map((file) => ({ ...file, at: place, hasFailed: false })) });
}

/** Which are still expected, and whether their sending failed; the others' places are given up. */
export const knownPictures = (view: EditorView, known: Map<number, boolean>) => tell(view, { known });

/** Puts a picture where its place was marked, wherever that is by now: one step to take back. The caret stays. */
export function putPicture(view: EditorView, key: number, picture: StoredPicture) {
  const place = arrivingKey.getState(view.state)?.find((one) => one.key === key);
  const at = edge(view.state.doc, place?.at ?? view.state.selection.head);
  const tr = view.state.tr.insert(at, figureNode(view.state.schema, picture));
  view.dispatch(closeHistory(tr).setMeta(arrivingKey, { put: key }));
  view.dispatch(closeHistory(view.state.tr));
}
