"use client";

import { EditorContent, useEditor } from "@tiptap/react";
import { useEffect, useState } from "react";
import { bodyHtml } from "./body-html";
import { articleExtensions } from "./extensions";
import { LinkRow } from "./link-row";
import { FormatToolbar } from "./toolbar";

type Props = { html: string; editable: boolean; fault: string | undefined; onChange: (html: string) => void };

/** The text of an article. Loaded only where one writes; never on the server. */
export default function BodyEditor({ html, editable, fault, onChange }: Props) {
  const [linking, setLinking] = useState(false);
  const editor = useEditor({
    extensions: articleExtensions,
    content: html,
    editable,
    immediatelyRender: true,
    editorProps: {
      attributes: { class: "prose", role: "textbox", "aria-multiline": "true", "aria-label": "正文" },
      handleKeyDown: (_view, event) => {
        if (!(event.ctrlKey || event.metaKey) || event.key !== "k") return false;
        event.preventDefault();
        setLinking(true);
        return true;
      },
    },
    onUpdate: ({ editor }) => onChange(bodyHtml(editor.getHTML())),
  });
  useEffect(() => editor.setEditable(editable, false), [editor, editable]);

  return (
    <>
      {editable && <FormatToolbar editor={editor} onLink={() => setLinking(true)} />}
      {linking && <LinkRow editor={editor} onClose={() => setLinking(false)} />}
      <EditorContent editor={editor} className="prose-box" />
      {fault && <p className="fault">{fault}</p>}
    </>
  );
}
