"use client";

import { closeHistory } from "@tiptap/pm/history";
import { EditorContent, useEditor } from "@tiptap/react";
import { useEffect, useRef, useState } from "react";
import { toast } from "sonner";
import { FOREIGN_PICTURE } from "@/lib/content/paste-pictures";
import { ArrivingPictures } from "./arriving";
import { docHtml } from "./body-html";
import { Bubble } from "./bubble";
import { ChineseRules } from "./chinese-rules";
import { articleExtensions } from "./extensions";
import { FigureRow } from "./figure-row";
import { FindInText } from "./find";
import { FindBar } from "./find-bar";
import { ForeignStrip } from "./foreign-strip";
import { LinkRow } from "./link-row";
import { PasteStrip } from "./paste-strip";
import { PictureStrip } from "./picture-strip";
import type { BodyEditorProps } from "./props";
import { readBody } from "./round-trip";
import { slashKey, slashMenu } from "./slash";
import { SlashMenu } from "./slash-menu";
import { FormatToolbar } from "./toolbar";
import type { Opening } from "./tools";
import { useChanges } from "./use-changes";
import { useForeignPictures } from "./use-foreign-pictures";
import { useFullScreen } from "./use-full-screen";
import { usePaste } from "./use-paste";
import { usePictures } from "./use-pictures";

/** What sticks to the edges of the screen: the caret is brought to where it can be seen. Pixels. */
const SEEN = { top: 120, right: 0, bottom: 84, left: 0 };

type Props = BodyEditorProps & { onSource: (html: string) => void };

/** The text as one writes it, with the tools around it. */
export function TextEditor({ html, editable, fault, onChange, handOut, onPaste, onSource }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<Opening | null>(null);
  const close = () => setOpened(null);
  const { full, setFull } = useFullScreen();
  const foreign = useForeignPictures(() => editor);
  const paste = usePaste((original, dropped) => {
    onPaste?.(original, dropped);
    // The text has what was pasted a moment later.
    if (dropped.some(({ what }) => what === FOREIGN_PICTURE)) setTimeout(foreign.take);
  });
  const pictures = usePictures(() => editor);
  const [start] = useState(() => ({
    extensions: [...articleExtensions, ChineseRules, FindInText, ArrivingPictures, slashMenu((what) => open(what))],
    content: readBody(html).toJSON(),
  }));

  /** Where an article comes from is a field beside the text. */
  function open(what: Opening) {
    if (what !== "source") return setOpened(what);
    setFull(false);
    requestAnimationFrame(() => document.querySelector<HTMLElement>("#f-sourceName")?.focus());
  }

  const editor = useEditor({
    ...start,
    editable,
    immediatelyRender: true,
    editorProps: {
      scrollThreshold: SEEN,
      scrollMargin: SEEN,
      attributes: {
        class: "prose",
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": "正文",
        ...(fault ? { "aria-invalid": "true", "aria-describedby": "f-body-fault" } : {}),
      },
      transformPastedHTML: paste.clean,
      handleDOMEvents: {
        // A paste is a step of its own to take back.
        paste: (view, event) => {
          if (pictures.paste(event)) return true;
          view.dispatch(closeHistory(view.state.tr));
          return false;
        },
      },
      // Taken where the whole page takes them.
      handleDrop: (view, event) => !view.dragging && event.dataTransfer?.types.includes("Files") === true,
      handleDoubleClickOn: (view, _pos, node) => {
        if (node.type.name !== "image" || !view.editable) return false;
        setOpened("figure");
        return true;
      },
      handleKeyDown: (view, event) => {
        // The text takes every Escape for itself.
        if (event.key === "Escape" && full && !view.composing && !slashKey.getState(view.state)) {
          setFull(false);
          return true;
        }
        const opens = (event.ctrlKey || event.metaKey) && !event.shiftKey && { k: "link", f: "find" }[event.key];
        const toTools = event.altKey && event.key === "F10";
        if (!opens && !toTools) return false;
        event.preventDefault();
        if (opens) setOpened(opens as Opening);
        else box.current?.querySelector<HTMLElement>('.fmt button[tabindex="0"], .fmt button')?.focus();
        return true;
      },
    },
  });
  useEffect(() => editor.setEditable(editable, false), [editor, editable]);
  useChanges(editor, box, onChange, handOut);

  const leaveForSource = () => {
    if (pictures.isBusy) toast.error("图片还在上传，传完再看源码");
    else onSource(docHtml(editor.state.doc));
  };
  const undoPaste = () => {
    editor.chain().focus().undo().run();
    paste.forget();
  };
  return (
    <div ref={box} className={full ? "body-box full" : "body-box"}>
      {editable && (
        <FormatToolbar
          editor={editor}
          full={full}
          onOpen={open}
          onFull={() => setFull(!full)}
          onSource={leaveForSource}
        />
      )}
      {opened === "link" && <LinkRow editor={editor} onClose={close} />}
      {opened === "figure" && <FigureRow editor={editor} onClose={close} />}
      {opened === "find" && <FindBar editor={editor} onClose={close} />}
      {paste.pasted && <PasteStrip {...paste.pasted} onUndo={undoPaste} onClose={paste.forget} />}
      <ForeignStrip {...foreign} />
      <PictureStrip {...pictures} />
      <EditorContent editor={editor} className="prose-box" />
      {editable && <SlashMenu editor={editor} onOpen={open} />}
      {editable && <Bubble editor={editor} onOpen={open} />}
    </div>
  );
}
