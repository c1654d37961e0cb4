"use client";

import { type ChangeEvent, type KeyboardEvent, useId, useRef, useState } from "react";
import { readLevel } from "@/lib/flashes/text";
import type { FlashDraft, Security } from "./draft";
import { optionId } from "./security-list";
import { findTrigger } from "./trigger";
import type { Change } from "./use-draft";
import { useSecuritySearch } from "./use-found";

type Options = {
  draft: FlashDraft;
  change: (what: Change) => void;
  /** Ctrl+Z in the empty field. */
  onUndo: () => void;
  /** The arrow down in the empty field. */
  onLeaveDown: () => void;
};

/** The keys of the one field: a digit in front is the level, `$` opens the list of securities. */
export function useWireField({ draft, change, onUndo, onLeaveDown }: Options) {
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(0);
  /** By Escape, until the text changes. */
  const [isClosed, setClosed] = useState(false);
  /** What a digit took out of the field, so that the key after it can give it back. */
  const taken = useRef<{ typed: string; level: number } | null>(null);

  const trigger = isClosed ? null : findTrigger(draft.text, caret);
  const found = useSecuritySearch(trigger?.query ?? null);
  const isOpen = trigger !== null && found.length > 0 && draft.sent === null;

  function onChange({ target, nativeEvent }: ChangeEvent<HTMLTextAreaElement>) {
    const text = target.value;
    const isTyped = !(nativeEvent as InputEvent).isComposing && draft.text.length <= 1;
    const level = isTyped ? readLevel(text) : null;
    taken.current = level === null ? null : { typed: text, level: draft.level };
    change(level === null ? { text } : { text: "", level });
    setCaret(level === null ? target.selectionStart : 0);
    setActive(0);
    setClosed(false);
  }

  /** Replaces the letters behind `$` as if it were typed, so that the field's own undo takes it back. */
  function pick(at: number, withName: boolean) {
    const security = found[at];
    if (!security || !trigger || !field.current) return;
    take([security]);
    field.current.focus();
    field.current.setSelectionRange(trigger.from, trigger.to);
    document.execCommand(withName ? "insertText" : "delete", false, withName ? security.name : undefined);
  }

  const take = (securities: Security[]) =>
    change(({ securities: have }) => ({
      securities: [...have, ...securities.filter(({ symbol }) => !have.some((one) => one.symbol === symbol))],
    }));

  function onListKey(event: KeyboardEvent): boolean {
    const steps: Record<string, () => void> = {
      ArrowDown: () => setActive((active + 1) % found.length),
      ArrowUp: () => setActive((active + found.length - 1) % found.length),
      Enter: () => pick(active, true),
      Tab: () => pick(active, false),
      Escape: () => setClosed(true),
    };
    const step = isOpen && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey && steps[event.key];
    if (step) step();
    return Boolean(step);
  }

  function onEmptyKey(event: KeyboardEvent): boolean {
    if (draft.text !== "") return false;
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z";
    if (isUndo) onUndo();
    else if (event.key === "ArrowDown") onLeaveDown();
    else if (event.key === "Backspace" && taken.current) {
      change({ text: taken.current.typed, level: taken.current.level });
      taken.current = null;
    } else return false;
    return true;
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (onListKey(event) || onEmptyKey(event)) event.preventDefault();
  }

  const props = {
    ref: field,
    value: draft.text,
    onChange,
    onKeyDown,
    onSelect: () => setCaret(field.current?.selectionStart ?? 0),
    "aria-autocomplete": "list" as const,
    "aria-controls": isOpen ? listId : undefined,
    "aria-activedescendant": isOpen ? optionId(listId, active) : undefined,
  };
  return {
    field,
    props,
    take,
    list: isOpen ? { id: listId, found, active, onPick: (at: number) => pick(at, true) } : null,
  };
}
