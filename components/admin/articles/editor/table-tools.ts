import type { ChainedCommands, Editor } from "@tiptap/core";
import { findParentNode } from "@tiptap/core";

type TableTool = { name: string; run: (chain: ChainedCommands) => ChainedCommands };

/** A row that becomes a heading, or stops to be one, changes its part of the table as well. */
const forgetPart = (chain: ChainedCommands) =>
  chain.command(({ tr }) => {
    const table = findParentNode(({ type }) => type.name === "table")(tr.selection);
    if (table) tr.setNodeAttribute(table.pos + 1, "part", null);
    return true;
  });

/** Shown while the selection stands in a table. Shift and arrows select cells. */
export const TABLE_TOOLS: TableTool[] = [
  { name: "上加行", run: (chain) => chain.addRowBefore() },
  { name: "下加行", run: (chain) => chain.addRowAfter() },
  { name: "左加列", run: (chain) => chain.addColumnBefore() },
  { name: "右加列", run: (chain) => chain.addColumnAfter() },
  { name: "合并", run: (chain) => chain.mergeCells() },
  { name: "拆分", run: (chain) => chain.splitCell() },
  { name: "表头行", run: (chain) => forgetPart(chain.toggleHeaderRow()) },
  { name: "表头列", run: (chain) => chain.toggleHeaderColumn() },
  { name: "删行", run: (chain) => chain.deleteRow() },
  { name: "删列", run: (chain) => chain.deleteColumn() },
  { name: "删表", run: (chain) => chain.deleteTable() },
];

export const runTableTool = (editor: Editor, { run }: TableTool) => run(editor.chain().focus()).run();
export const canTable = (editor: Editor, { run }: TableTool) => run(editor.can().chain()).run();
