"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { Field } from "@/components/ui/field";
import type { Result } from "@/lib/actions";

export type Target = { id: string; name: string; slug: string; count: number };
type Find = (input: { words: string; not: string | null }) => Promise<Result<Target[]>>;

const PAUSE_MS = 150;

/** Chooses one of thousands by typing: the name, its pinyin or initials, or the address. */
export function Finder({
  name,
  label,
  note,
  fault,
  not,
  find,
  hint,
  chosen,
  onChoose,
}: {
  name: string;
  label: string;
  note?: string;
  fault?: string | undefined;
  /** Not to be chosen. */
  not: string | null;
  find: Find;
  /** What may be typed. */
  hint: string;
  chosen: Target | null;
  onChoose: (target: Target | null) => void;
}) {
  const [words, setWords] = useState(chosen?.name ?? "");
  const [targets, setTargets] = useState<Target[]>([]);
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const asked = useRef(0);
  const listId = useId();

  useEffect(() => {
    if (!isOpen) return;
    const mine = ++asked.current;
    const timer = setTimeout(async () => {
      const answer = await find({ words, not }).catch(() => null);
      if (mine !== asked.current || !answer?.ok) return;
      setTargets(answer.data);
      setAt(0);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words, isOpen, find, not]);

  function choose(target: Target) {
    setWords(target.name);
    setOpen(false);
    onChoose(target);
  }
  function keys(event: KeyboardEvent) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      setAt((old) => (old + step + targets.length) % Math.max(1, targets.length));
    } else if (event.key === "Enter" && isOpen && targets[at]) {
      event.preventDefault();
      choose(targets[at]);
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      setOpen(false);
    }
  }

  const isListed = isOpen && targets.length > 0;
  return (
    <div className="finder">
      <Field name={name} label={label} note={note} fault={fault}>
        {(control) => (
          <input
            {...control}
            role="combobox"
            aria-expanded={isListed}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={isListed ? `${listId}-${at}` : undefined}
            value={words}
            placeholder={hint}
            autoComplete="off"
            spellCheck={false}
            maxLength={60}
            onChange={({ target }) => {
              setWords(target.value);
              setOpen(true);
              if (chosen) onChoose(null);
            }}
            onFocus={() => !chosen && setOpen(true)}
            onBlur={() => setOpen(false)}
            onKeyDown={keys}
          />
        )}
      </Field>
      <div id={listId} role="listbox" aria-label={label} className="finder-list" hidden={!isListed}>
        {targets.map((target, index) => (
          <div
            key={target.id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            // The field keeps the focus, or the list would be gone before the click.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(target)}
            onKeyDown={() => {}}
          >
            <span>{target.name}</span>
            <small>
              <span className="path">{target.slug}</span> {target.count.toLocaleString("en")} 篇
            </small>
          </div>
        ))}
      </div>
      {isOpen && words.trim() !== "" && targets.length === 0 && <p className="hint">没有叫“{words.trim()}”的</p>}
    </div>
  );
}
