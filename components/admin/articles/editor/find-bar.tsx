"use client";

import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { ChevronDown, ChevronUp, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { findKey, NOTHING, replaceAll, replaceOne, selectedWords, setFind, stepFind } from "./find";
import type { Find } from "./find-matches";

/** Finds and replaces in the text. Words that are still being composed are not looked for. */
export function FindBar({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const query = useRef<HTMLInputElement>(null);
  const [find, setPresent] = useState<Find>(() => ({ ...NOTHING, query: selectedWords(editor) }));
  const [words, setWords] = useState("");
  const [done, setDone] = useState("");
  const { total, current } = useEditorState({
    editor,
    selector: ({ editor }) => {
      const found = findKey.getState(editor.state);
      return { total: found?.matches.length ?? 0, current: (found?.current ?? -1) + 1 };
    },
  });

  useEffect(() => {
    query.current?.focus();
    query.current?.select();
  }, []);
  useEffect(() => setFind(editor, find), [editor, find]);
  useEffect(() => () => void (editor.isDestroyed || setFind(editor, NOTHING)), [editor]);

  const look = (change: Partial<Find>) => {
    setDone("");
    setPresent((present) => ({ ...present, ...change }));
  };

  function close() {
    const { matches, current } = findKey.getState(editor.state)!;
    const now = matches[current];
    if (now) editor.commands.setTextSelection(now);
    editor.commands.focus();
    onClose();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const isFindKey = (event.ctrlKey || event.metaKey) && event.key === "f";
    if (event.key !== "Escape" && event.key !== "Enter" && !isFindKey) return;
    if (event.key === "Enter" && !(event.target instanceof HTMLInputElement && event.target.type === "text")) return;
    event.preventDefault();
    event.stopPropagation();
    if (isFindKey) query.current?.select();
    else if (event.key === "Escape") close();
    else if (event.target === query.current) stepFind(editor, event.shiftKey ? -1 : 1);
    else replaceOne(editor, words);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a <search> of the text, not of the site
    <div
      className="findbar"
      role="search"
      aria-label="在正文里查找"
      onKeyDown={onKeyDown}
      onInput={(e) => e.stopPropagation()}
    >
      <div className="findbar-row">
        <input
          ref={query}
          type="text"
          aria-label="查找"
          placeholder="查找"
          autoComplete="off"
          defaultValue={find.query}
          onChange={({ target, nativeEvent }) => {
            if (!(nativeEvent as InputEvent).isComposing) look({ query: target.value });
          }}
          onCompositionEnd={({ currentTarget }) => look({ query: currentTarget.value })}
        />
        <p className="findbar-count" role="status">
          {done || (find.query && `${current}/${total}`)}
        </p>
        <button
          type="button"
          className="ib"
          aria-label="上一处"
          title="上一处（Shift+Enter）"
          onClick={() => stepFind(editor, -1)}
        >
          <ChevronUp className="icon" aria-hidden />
        </button>
        <button
          type="button"
          className="ib"
          aria-label="下一处"
          title="下一处（Enter）"
          onClick={() => stepFind(editor, 1)}
        >
          <ChevronDown className="icon" aria-hidden />
        </button>
        <button type="button" className="ib" aria-label="关闭查找" title="关闭（Esc）" onClick={close}>
          <X className="icon" aria-hidden />
        </button>
      </div>
      <div className="findbar-row">
        <input
          type="text"
          aria-label="替换为"
          placeholder="替换为"
          autoComplete="off"
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
        <Button onClick={() => replaceOne(editor, words)}>替换</Button>
        <Button onClick={() => setDone(`已替换 ${replaceAll(editor, words)} 处`)}>全部替换</Button>
        <label>
          <input type="checkbox" onChange={({ target }) => look({ matchCase: target.checked })} /> 区分大小写
        </label>
        <label>
          <input type="checkbox" onChange={({ target }) => look({ wholeWord: target.checked })} /> 全词
        </label>
      </div>
    </div>
  );
}
