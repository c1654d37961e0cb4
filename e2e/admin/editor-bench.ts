import type { Page } from "@playwright/test";
import { build } from "esbuild";

/** The editor's own schema and a real editor in an empty page, without a portal around it. */
const ENTRY = `
import { Editor } from "@tiptap/core";
import { docHtml } from "./components/admin/articles/editor/body-html";
import { articleExtensions } from "./components/admin/articles/editor/extensions";
import { fitsEditor, readBody } from "./components/admin/articles/editor/round-trip";
import { sourceText } from "./components/admin/articles/editor/source-text";
import { sanitizeArticleHtml } from "./lib/content/sanitize";

/** Opens every body, types a letter at the end and takes it back, and gives what would be saved. */
globalThis.openAndSave = (bodies) => bodies.map((html) => {
  const fits = fitsEditor(html);
  const viaSource = sanitizeArticleHtml(sourceText(html));
  if (!fits) return { fits, saved: viaSource, viaSource };
  const element = document.createElement("div");
  document.body.append(element);
  const editor = new Editor({ element, extensions: articleExtensions, content: readBody(html).toJSON() });
  editor.view.dispatch(editor.state.tr.insert(editor.state.doc.content.size, editor.schema.nodes.paragraph.create()));
  editor.commands.undo();
  const saved = docHtml(editor.state.doc);
  editor.destroy();
  element.remove();
  return { fits, saved, viaSource };
});
`;

export type Opened = { fits: boolean; saved: string; viaSource: string };

export async function editorBench(page: Page): Promise<(bodies: string[]) => Promise<Opened[]>> {
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir: process.cwd(), loader: "ts" },
    bundle: true,
    write: false,
    format: "iife",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
  });
  await page.goto("about:blank");
  await page.addScriptTag({ content: outputFiles[0]!.text });
  return (bodies) =>
    page.evaluate(
      (all) => (globalThis as unknown as { openAndSave: (bodies: string[]) => Opened[] }).openAndSave(all),
      bodies,
    );
}
