"use client";

import type { Editor } from "@tiptap/core";
import { useEffect, useState } from "react";
import { countText } from "@/lib/content/count";

const WAIT_MS = 500;

const countIn = ({ state: { doc } }: Editor) => countText(doc.textBetween(0, doc.content.size, "\n", "\n"));

/** How long the text is; follows it a moment later, so that typing never waits. */
export function Tally({ editor }: { editor: Editor }) {
  const [count, setCount] = useState(() => countIn(editor));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const changed = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        setCount(countIn(editor));
      }, WAIT_MS);
    };
    editor.on("update", changed);
    return () => {
      clearTimeout(timer);
      editor.off("update", changed);
    };
  }, [editor]);
  const { words, characters, minutes } = count;
  return (
    <p className="fmt-end" title={`字符 ${characters}（不计空白）`}>
      {words} 字{minutes > 0 && `，约读 ${minutes} 分钟`}
      <span className="sr">，字符 {characters}</span>
    </p>
  );
}
