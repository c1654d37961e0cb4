import { findParentNode } from "@tiptap/core";
import { Table, TableHeader } from "@tiptap/extension-table";
import { Selection } from "@tiptap/pm/state";

/** Tab goes from cell to cell and, behind the last one, out of the table: it adds no rows, which would hold a keyboard. */
export const ArticleTable = Table.extend({
  addKeyboardShortcuts() {
    return {
      ...this.parent?.(),
      Tab: () => {
        if (this.editor.commands.goToNextCell()) return true;
        const table = findParentNode(({ type }) => type.name === this.name)(this.editor.state.selection);
        if (!table) return false;
        return this.editor.commands.command(({ tr }) => {
          tr.setSelection(Selection.near(tr.doc.resolve(table.pos + table.node.nodeSize))).scrollIntoView();
          return true;
        });
      },
    };
  },
}).configure({ resizable: false });

/** Keeps whether a heading cell speaks for its row or its column. */
export const HeadingCell = TableHeader.extend({
  addAttributes() {
    return { ...this.parent?.(), scope: { default: null } };
  },
});
