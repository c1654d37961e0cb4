"use client";

import { Search } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { signOutHere } from "@/components/admin/shell/sign-out";
import type { Role } from "@/lib/context";
import type { Spelled } from "@/lib/spelled";
import { openKeys } from "./events";
import { ResultList } from "./result-list";
import { type Row, rowsFor } from "./rows";
import { useAnything } from "./use-anything";

type Props = { role: Role; spelled: Record<string, Spelled>; onClose: () => void };

/** Finds places, actions, articles, outlets and people by a few letters. Open as long as it is rendered. */
export function PaletteDialog({ role, spelled, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const listId = useId();
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const { found, isReady, hasFailed } = useAnything(query);
  const groups = rowsFor(role, spelled, query, found);
  const rows = groups.flatMap((group) => group.rows);
  const active = rows.find(({ id }) => id === chosen) ?? rows[0];

  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  useEffect(() => {
    if (active) document.getElementById(active.id)?.scrollIntoView({ block: "nearest" });
  }, [active]);

  function choose({ does }: Row) {
    dialog.current?.close();
    if ("href" in does) window.location.assign(does.href);
    else if (does.act === "keys") openKeys();
    else void signOutHere();
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || !active) return;
    const at = rows.indexOf(active);
    const go = (to: number) => setChosen(rows[(to + rows.length) % rows.length]!.id);
    if (event.key === "ArrowDown") go(at + 1);
    else if (event.key === "ArrowUp") go(at - 1);
    else if (event.key === "Enter") choose(active);
    else return;
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it; a click beside it is a second way
    <dialog
      ref={dialog}
      className="palette"
      aria-label="查找或执行"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <div className="pal-in">
        <Search className="icon" aria-hidden />
        <input
          role="combobox"
          aria-label="查找或执行"
          aria-expanded={rows.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={active?.id}
          placeholder="去处、文章、媒体，拼音首字母也行"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={60}
          value={query}
          onKeyDown={onKeyDown}
          onChange={({ target }) => {
            setQuery(target.value);
            setChosen(null);
          }}
        />
        <button type="button" onClick={() => dialog.current?.close()}>
          <span>关闭</span>
          <kbd aria-hidden>Esc</kbd>
        </button>
      </div>
      <ResultList id={listId} groups={groups} active={active?.id} onChoose={choose} />
      {!isReady && !found && (
        <div className="pal-bones" aria-hidden>
          <span />
          <span />
          <span />
        </div>
      )}
      {hasFailed && (
        <p className="pal-fault" role="alert">
          文章和媒体暂时查不到，连上网再试；上面的去处和操作照常可用。
        </p>
      )}
      <p className="sr" role="status">
        {isReady ? `${rows.length} 条结果` : ""}
      </p>
      <p className="pal-foot">
        <span>
          <kbd>↑</kbd>
          <kbd>↓</kbd> 选择
        </span>
        <span>
          <kbd>Enter</kbd> 打开
        </span>
        <span>
          <kbd>Esc</kbd> 关闭
        </span>
      </p>
    </dialog>
  );
}
