import { type Editor, Extension } from "@tiptap/core";
import { closeHistory } from "@tiptap/pm/history";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { type Find, findMatches, type Match } from "./find-matches";

type Found = { find: Find; matches: Match[]; current: number; marks: DecorationSet };
type Meta = { find: Find } | { current: number } | { refresh: true };

export const NOTHING: Find = { query: "", matchCase: false, wholeWord: false };
export const findKey = new PluginKey<Found>("find");

const draw = (state: EditorState, matches: Match[], current: number) =>
  DecorationSet.create(
    state.doc,
    matches.map(({ from, to }, index) =>
      Decoration.inline(from, to, { class: index === current ? "hit hit-now" : "hit" }),
    ),
  );

function search(state: EditorState, find: Find, near: number): Found {
  const matches = findMatches(state.doc, find);
  const ahead = matches.findIndex(({ from }) => from >= near);
  const current = matches.length === 0 ? -1 : Math.max(0, ahead);
  return { find, matches, current, marks: draw(state, matches, current) };
}

function next(tr: Transaction, present: Found, state: EditorState): Found {
  const meta = tr.getMeta(findKey) as Meta | undefined;
  if (meta && "find" in meta) return search(state, meta.find, state.selection.from);
  if (meta && "current" in meta) {
    const { matches } = present;
    return { ...present, current: meta.current, marks: draw(state, matches, meta.current) };
  }
  if (!present.find.query || (!tr.docChanged && !meta)) return present;
  const move = ({ from, to }: Match) => ({ from: tr.mapping.map(from), to: tr.mapping.map(to, -1) });
  // New marks in the words that are being composed would break the composition.
  if (tr.getMeta("composition")) {
    return { ...present, matches: present.matches.map(move), marks: present.marks.map(tr.mapping, tr.doc) };
  }
  const now = present.matches[present.current];
  return search(state, present.find, now ? move(now).from : state.selection.from);
}

export const FindInText = Extension.create({
  name: "findInText",
  addProseMirrorPlugins: () => [
    new Plugin<Found>({
      key: findKey,
      state: {
        init: () => ({ find: NOTHING, matches: [], current: -1, marks: DecorationSet.empty }),
        apply: (tr, present, _, state) => next(tr, present, state),
      },
      props: {
        decorations: (state) => findKey.getState(state)?.marks,
        handleDOMEvents: {
          compositionend(view) {
            setTimeout(() => !view.isDestroyed && view.dispatch(view.state.tr.setMeta(findKey, { refresh: true })), 50);
            return false;
          },
        },
      },
    }),
  ],
});

const foundIn = ({ state }: Editor) => findKey.getState(state)!;

function show(view: EditorView, { from }: Match) {
  const { node } = view.domAtPos(from);
  const element = node instanceof Element ? node : node.parentElement;
  element?.scrollIntoView({ block: "center" });
}

export function setFind(editor: Editor, find: Find) {
  editor.view.dispatch(editor.state.tr.setMeta(findKey, { find }));
  const { matches, current } = foundIn(editor);
  if (matches[current]) show(editor.view, matches[current]);
}

export function stepFind(editor: Editor, step: 1 | -1) {
  const { matches, current } = foundIn(editor);
  if (matches.length === 0) return;
  const to = (current + step + matches.length) % matches.length;
  editor.view.dispatch(editor.state.tr.setMeta(findKey, { current: to }));
  show(editor.view, matches[to]!);
}

/** Puts other words in the place of these; they keep the marks of the first letter. One step to take back. */
function replace(editor: Editor, matches: Match[], text: string) {
  const { tr, schema, doc } = editor.state;
  for (const { from, to } of matches.toReversed()) {
    const marks = doc.resolve(from + 1).marks();
    if (text) tr.replaceWith(from, to, schema.text(text, marks));
    else tr.delete(from, to);
  }
  editor.view.dispatch(closeHistory(tr));
}

export function replaceOne(editor: Editor, text: string) {
  const { matches, current } = foundIn(editor);
  if (!matches[current]) return;
  const behind = matches[current].from + text.length;
  replace(editor, [matches[current]], text);
  const now = foundIn(editor).matches.findIndex(({ from }) => from >= behind);
  editor.view.dispatch(editor.state.tr.setMeta(findKey, { current: Math.max(0, now) }));
}

export function replaceAll(editor: Editor, text: string): number {
  const { matches } = foundIn(editor);
  if (matches.length > 0) replace(editor, matches, text);
  return matches.length;
}

/** What is selected and short enough to be looked for. */
export function selectedWords({ state: { doc, selection } }: Editor): string {
  const text = doc.textBetween(selection.from, selection.to, "\n");
  return text.includes("\n") || text.length > 60 ? "" : text;
}
