"use client";

import { EditorContent, useEditor } from "@tiptap/react";
import { useEffect, useRef, useState } from "react";
import { bodyHtml, editorHtml } from "./body-html";
import { articleExtensions } from "./extensions";
import { FigureRow } from "./figure-row";
import { LinkRow } from "./link-row";
import { FormatToolbar } from "./toolbar";
import type { Opening } from "./tools";

type Props = { html: string; editable: boolean; fault: string | undefined; onChange: (html: string) => void };

/** The text of an article. Loaded only where one writes; never on the server. */
export default function BodyEditor({ html, editable, fault, onChange }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<Opening | null>(null);
  const close = () => setOpen(null);
  const editor = useEditor({
    extensions: articleExtensions,
    content: editorHtml(html),
    editable,
    immediatelyRender: true,
    editorProps: {
      attributes: {
        class: "prose",
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": "正文",
        ...(fault ? { "aria-invalid": "true", "aria-describedby": "f-body-fault" } : {}),
      },
      transformPastedHTML: editorHtml,
      handleKeyDown: (_view, event) => {
        const toLink = (event.ctrlKey || event.metaKey) && event.key === "k";
        const toTools = event.altKey && event.key === "F10";
        if (!toLink && !toTools) return false;
        event.preventDefault();
        if (toLink) setOpen("link");
        else box.current?.querySelector<HTMLElement>('.fmt button[tabindex="0"], .fmt button')?.focus();
        return true;
      },
    },
    onUpdate: ({ editor }) => onChange(bodyHtml(editor.getHTML())),
  });
  useEffect(() => editor.setEditable(editable, false), [editor, editable]);

  return (
    <div ref={box}>
      {editable && <FormatToolbar editor={editor} onOpen={setOpen} />}
      {open === "link" && <LinkRow editor={editor} onClose={close} />}
      {open === "figure" && <FigureRow editor={editor} onClose={close} />}
      <EditorContent editor={editor} className="prose-box" />
      {fault && (
        <p className="fault" id="f-body-fault">
          {fault}
        </p>
      )}
    </div>
  );
}
