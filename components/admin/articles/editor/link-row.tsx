"use client";

import type { Editor } from "@tiptap/core";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { useRow } from "./use-row";

/** The address as the grammar keeps it; null when it would be dropped. */
function complete(text: string): string | null {
  if (/^(https?:\/\/[^/\s]|mailto:[^\s]+@|\/(?![/\\]))\S*$/i.test(text)) return text;
  return /^[^\s:/]+\.[^\s:/]+(\/\S*)?$/.test(text) ? `https://${text}` : null;
}

/** Where a link leads. */
export function LinkRow({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState("");
  const { close, onKeyDown } = useRow(editor, box, apply, onClose);

  function apply() {
    const text = input.current?.value.trim() ?? "";
    const href = complete(text);
    if (text && !href) {
      setFault("网址应如 https://example.com/，站内的以 / 开头");
      return input.current?.focus();
    }
    const range = editor.chain().focus().extendMarkRange("link");
    if (!href) range.unsetLink().run();
    else if (editor.state.selection.empty && !editor.isActive("link")) {
      range.insertContent({ type: "text", text, marks: [{ type: "link", attrs: { href } }] }).run();
    } else range.setLink({ href }).run();
    onClose();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the row wherever the focus stands in it
    <div ref={box} className="linkrow" onKeyDown={onKeyDown} onInput={(event) => event.stopPropagation()}>
      <input
        ref={input}
        inputMode="url"
        aria-label="链接地址"
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? "f-link-fault" : undefined}
        placeholder="https://…，留空去掉链接"
        autoComplete="off"
        defaultValue={editor.getAttributes("link").href ?? ""}
      />
      <Button onClick={apply}>确定</Button>
      <Button onClick={close}>取消</Button>
      {fault && (
        <p className="fault" id="f-link-fault">
          {fault}
        </p>
      )}
    </div>
  );
}
