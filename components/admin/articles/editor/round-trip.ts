import { getSchema } from "@tiptap/core";
import { DOMParser as DocParser, type Node, type Schema } from "@tiptap/pm/model";
import { EditorState } from "@tiptap/pm/state";
import { fixTables } from "@tiptap/pm/tables";
import { sanitizeArticleHtml } from "@/lib/content/sanitize";
import { docHtml } from "./body-html";
import { articleExtensions } from "./extensions";

let schema: Schema | undefined;

const parse = (html: string) => new DOMParser().parseFromString(`<body>${html}</body>`, "text/html").body;

/** A stored body as the editor's document, every blank kept. Its tables are mended, as the editor would at the first key. */
export function readBody(html: string): Node {
  schema ??= getSchema(articleExtensions);
  const body = parse(html);
  // An item begins with a paragraph here; an empty one is not stored.
  for (const item of body.querySelectorAll("li")) {
    if (item.firstChild?.nodeName.match(/^(FIGURE|HR|H[23]|PRE|TABLE|BLOCKQUOTE|[UO]L)$/))
      item.prepend(document.createElement("p"));
  }
  const doc = DocParser.fromSchema(schema).parse(body, { preserveWhitespace: "full" });
  return fixTables(EditorState.create({ doc }))?.doc ?? doc;
}

/** What would be stored after opening a body and saving it without a change. */
export const roundTrip = (html: string): string => docHtml(readBody(html));

/** Whether nothing gets lost by opening a body in the editor: saving it gives what saving its source would. */
export const fitsEditor = (html: string): boolean => roundTrip(html) === sanitizeArticleHtml(html);

const NAMES: Record<string, string> = {
  P: "段落",
  H2: "小标题",
  H3: "小标题",
  UL: "列表",
  OL: "列表",
  BLOCKQUOTE: "引用",
  FIGURE: "图片",
  TABLE: "表格",
  PRE: "代码段",
};

/** Which parts of a body the editor cannot show, in the reader's words: `表格 1 处、代码段 2 处`. */
export function misfits(html: string): string {
  const counts = new Map<string, number>();
  for (const { outerHTML, tagName } of parse(html).children) {
    if (fitsEditor(outerHTML)) continue;
    const name = NAMES[tagName] ?? "其他标记";
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => `${name} ${count} 处`).join("、") || "不认识的结构";
}

/** A source as it would be stored, when the editor can show it; else null. */
export function editableBody(source: string): string | null {
  const html = sanitizeArticleHtml(source);
  return fitsEditor(html) ? html : null;
}
