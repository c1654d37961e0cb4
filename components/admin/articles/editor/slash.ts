import { type Editor, Extension } from "@tiptap/core";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { matchCommands, type SlashCommand } from "./slash-commands";
import type { Opening } from "./tools";

export type Slash = { from: number; query: string; index: number };
type Meta = { close: true } | { index: number } | { open: true };

export const slashKey = new PluginKey<Slash | null>("slash");
export const SLASH_LIST = "slash-list";
export const slashOption = (index: number) => `slash-option-${index}`;

/** `/` or `、` at the start of a block or behind a blank, up to the caret. */
const TRIGGER = /(?:^|[\s\u3000])([/、]([^\s/、，。]{0,16}))$/;

function wordBefore({ selection }: EditorState): { from: number; query: string } | null {
  const { $from, empty } = selection;
  if (!empty || !$from.parent.isTextblock || $from.parent.type.spec.code) return null;
  const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 24), $from.parentOffset, "\n", "\ufffc");
  const match = TRIGGER.exec(before);
  return match ? { from: $from.pos - match[1]!.length, query: match[2]! } : null;
}

function next(tr: Transaction, present: Slash | null, state: EditorState): Slash | null {
  const meta = tr.getMeta(slashKey) as Meta | undefined;
  if (meta && "close" in meta) return null;
  if (present && meta && "index" in meta) return { ...present, index: meta.index };
  if (!tr.docChanged && !tr.selectionSet && !meta) return present;
  const word = wordBefore(state);
  if (!word || matchCommands(word.query).length === 0) return null;
  if (present?.from === word.from) return { ...word, index: present.query === word.query ? present.index : 0 };
  // Only a sign that has just been typed opens it: not a caret that comes by, nothing pasted or brought back, and
  // nothing that an input method is still composing.
  const isTyped = tr.docChanged && !tr.getMeta("composition") && !tr.getMeta("paste") && !tr.getMeta("history$");
  return word.query === "" && (isTyped || meta) ? { ...word, index: 0 } : null;
}

export const closeSlash = (view: EditorView) => view.dispatch(view.state.tr.setMeta(slashKey, { close: true }));

/** Takes the typed word away and does what was chosen. One step back brings the word again. */
export function runSlash(editor: Editor, command: SlashCommand, onOpen: (what: Opening) => void) {
  const slash = slashKey.getState(editor.state);
  if (!slash) return;
  editor.chain().focus().deleteRange({ from: slash.from, to: editor.state.selection.to }).run();
  command.run(editor, onOpen);
}

export const slashMenu = (onOpen: (what: Opening) => void) =>
  Extension.create({
    name: "slashMenu",
    // Before the keys of lists and tables.
    priority: 1100,
    addProseMirrorPlugins() {
      const { editor } = this;
      return [
        new Plugin<Slash | null>({
          key: slashKey,
          state: { init: () => null, apply: (tr, present, _, state) => next(tr, present, state) },
          props: {
            attributes: (state): Record<string, string> => {
              const slash = slashKey.getState(state);
              return slash ? { "aria-controls": SLASH_LIST, "aria-activedescendant": slashOption(slash.index) } : {};
            },
            handleKeyDown(view, event) {
              const slash = slashKey.getState(view.state);
              if (!slash || view.composing || event.isComposing || event.keyCode === 229) return false;
              if (event.ctrlKey || event.metaKey || event.altKey) return false;
              const commands = matchCommands(slash.query);
              const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
              if (step) {
                const index = (slash.index + step + commands.length) % commands.length;
                view.dispatch(view.state.tr.setMeta(slashKey, { index }));
                return true;
              }
              if (event.key === "Escape") {
                closeSlash(view);
                return true;
              }
              if (event.key !== "Enter" && event.key !== "Tab") return false;
              runSlash(editor, commands[slash.index]!, onOpen);
              return true;
            },
            handleDOMEvents: {
              blur(view) {
                if (slashKey.getState(view.state)) closeSlash(view);
                return false;
              },
              // Some input methods compose even a single sign.
              compositionend(view, { data }) {
                if (data === "、" || data === "/") {
                  setTimeout(() => {
                    if (!view.isDestroyed && !view.composing) {
                      view.dispatch(view.state.tr.setMeta(slashKey, { open: true }));
                    }
                  }, 50);
                }
                return false;
              },
            },
          },
        }),
      ];
    },
  });
