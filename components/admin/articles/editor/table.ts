import { findParentNode } from "@tiptap/core";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
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

/** Remembers in which part of the table it was stored, because heading cells may stand in the body as well. */
export const ArticleRow = TableRow.extend({
  addAttributes() {
    return {
      ...this.parent?.(),
      part: {
        default: null,
        parseHTML: (row: HTMLElement) => {
          const part = row.parentElement?.tagName;
          return part === "THEAD" ? "head" : part === "TBODY" ? "body" : null;
        },
        renderHTML: ({ part }) => (part ? { "data-part": part } : {}),
      },
    };
  },
});

/** Cells keep whether they speak for their row or their column. */
const scope = { default: null };

export const HeadingCell = TableHeader.extend({
  addAttributes() {
    return { ...this.parent?.(), scope };
  },
});

export const TextCell = TableCell.extend({
  addAttributes() {
    return { ...this.parent?.(), scope };
  },
});
