"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { editableBody, misfits } from "./round-trip";
import { sourceText } from "./source-text";

type Props = {
  html: string;
  editable: boolean;
  fault: string | undefined;
  onChange: (html: string) => void;
  /** Back to the editor, with what it is to show. */
  onLeave: (html: string) => void;
};

/** A body as it is stored. Opened by hand, or because the editor would lose something. */
export function SourceView({ html, editable, fault, onChange, onLeave }: Props) {
  const [source, setSource] = useState(() => sourceText(html));
  const [lost, setLost] = useState(() => (editableBody(html) === null ? misfits(html) : ""));

  function leave() {
    const body = editableBody(source);
    if (body === null) setLost(misfits(source));
    else onLeave(body);
  }

  return (
    <div className="source">
      <div className={lost ? "note warn" : "note"} role="status">
        <p>
          {lost
            ? `这篇文章里有编辑器不能显示的内容（${lost}），以源码显示，保存时不会丢失。`
            : "源码：只认正文用得到的标记，其余的在保存时去掉。"}
        </p>
        <Button onClick={leave}>回到编辑器</Button>
      </div>
      <textarea
        className="mono"
        aria-label="正文源码"
        value={source}
        readOnly={!editable}
        spellCheck={false}
        rows={16}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? "f-body-fault" : undefined}
        onChange={({ target }) => {
          setSource(target.value);
          onChange(target.value);
        }}
      />
    </div>
  );
}
