"use client";

import { type KeyboardEvent, useEffect, useRef, useState, useTransition } from "react";
import { loadVersions } from "@/components/admin/articles/merge/load-versions";
import { type Trouble, unanswered } from "@/components/admin/articles/unanswered";
import { Button } from "@/components/ui/button";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";
import { visibleText } from "@/lib/content/text";
import { clock } from "@/lib/dates";
import { updateFlash } from "@/lib/flashes/actions";
import type { FlashLine } from "@/lib/flashes/loaders";
import { splitFlash } from "@/lib/flashes/text";
import { ConflictStrip, type Theirs } from "./conflict-strip";
import { LevelChoice, levelOf } from "./level-choice";
import { TroubleStrip } from "./trouble-strip";

type Props = { flash: FlashLine; raw: string; onClose: () => void };

/** A flash opened where it stands. It begins with the version that was on screen, whatever arrives meanwhile. */
export function EditRow({ flash, raw, onClose }: Props) {
  const [base] = useState({ raw, level: flash.level, version: flash.version });
  const [text, setText] = useState(raw);
  const [level, setLevel] = useState(flash.level);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [theirs, setTheirs] = useState<Theirs | null>(null);
  const [pending, start] = useTransition();
  const field = useRef<HTMLTextAreaElement>(null);
  const isChanged = text !== base.raw || level !== base.level;
  useLeaveGuard(isChanged);
  useEffect(() => {
    const { length } = field.current?.value ?? "";
    field.current?.focus();
    field.current?.setSelectionRange(length, length);
  }, []);

  const save = (version: number) =>
    start(async () => {
      if (!isChanged && !theirs) return onClose();
      const change = { id: flash.id, version, level, ...splitFlash(text) };
      const result = await updateFlash(change).catch((): Trouble => unanswered("保存"));
      if (result.ok) return onClose();
      const newest = result.code === "conflict" ? (await loadVersions(flash.id, version))?.newest : undefined;
      setTheirs(
        newest
          ? {
              by: newest.by,
              version: newest.version,
              title: newest.fields.title,
              text: visibleText(newest.fields.bodyHtml),
              level: Number(newest.fields.level),
            }
          : null,
      );
      setTrouble(newest ? null : result);
    });

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const isInField = event.target === field.current;
    const wanted = levelOf(event.nativeEvent);
    if (wanted) setLevel(wanted);
    else if (event.key === "Escape") onClose();
    else if (event.key === "Enter" && isInField && !event.shiftKey && !event.repeat) {
      if (!pending && !theirs) save(base.version);
    } else return;
    event.preventDefault();
  }

  return (
    <li className="edit" onKeyDown={onKeyDown}>
      <time>{clock(flash.publishAt)}</time>
      <div>
        <LevelChoice name={`level-${flash.id}`} level={level} onChange={setLevel} />
        <textarea
          ref={field}
          rows={2}
          aria-label={`修改《${flash.title}》`}
          value={text}
          readOnly={pending}
          onChange={({ target }) => setText(target.value)}
        />
        <TroubleStrip trouble={trouble} pending={pending} onAgain={() => save(base.version)} />
        {theirs && (
          <ConflictStrip
            theirs={theirs}
            mine={{ ...splitFlash(text), level }}
            pending={pending}
            onMine={() => save(theirs.version)}
            onTheirs={onClose}
          />
        )}
        {!theirs && (
          <p className="edit-act">
            <Button look="main" pending={pending} onClick={() => save(base.version)}>
              {pending ? "正在保存…" : "保存"} <kbd>Enter</kbd>
            </Button>
            <Button onClick={onClose}>
              放弃 <kbd>Esc</kbd>
            </Button>
            <span className="hint">
              <kbd>Shift Enter</kbd> 换行　<kbd>Alt 1–3</kbd> 改级别
            </span>
          </p>
        )}
      </div>
    </li>
  );
}
