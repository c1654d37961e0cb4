"use client";

import { type KeyboardEvent, useEffect } from "react";
import { OutletOptions } from "@/components/admin/articles/outlet-options";
import type { Trouble } from "@/components/admin/articles/unanswered";
import { Button } from "@/components/ui/button";
import type { FlashDraft, Security } from "./draft";
import { LevelChoice, levelOf } from "./level-choice";
import { Parsed, sayLength } from "./parsed";
import { Securities } from "./securities";
import { SecurityList } from "./security-list";
import { TroubleStrip } from "./trouble-strip";
import type { Change } from "./use-draft";
import { useMentioned } from "./use-found";
import { useWireField } from "./use-wire-field";

type Props = {
  draft: FlashDraft;
  outlets: { id: string; name: string }[];
  outlet: string;
  pending: boolean;
  trouble: Trouble | null;
  change: (what: Change) => void;
  onOutlet: (id: string) => void;
  onPublish: () => void;
  onAgain: () => void;
  onUndo: () => void;
  onLeaveDown: () => void;
};

/** One field, and what is read from it. Locked while it is not known whether its flash is out. */
export function WireBox({ draft, outlets, outlet, pending, trouble, change, ...props }: Props) {
  const isLocked = pending || draft.sent !== null;
  const { field, props: wire, take, list } = useWireField({ draft, change, ...props });
  const mentioned = useMentioned(draft.text);
  const { securities, refused } = draft;
  const suggested = mentioned.filter(
    ({ symbol }) => !refused.includes(symbol) && !securities.some((one) => one.symbol === symbol),
  );
  const faults = trouble?.fields ?? {};

  useEffect(() => field.current?.focus(), [field]);
  useEffect(() => {
    if (!trouble) return;
    const box = field.current?.form;
    box?.querySelector<HTMLElement>('select[aria-invalid="true"]')?.focus();
  }, [field, trouble]);

  /** Letters that stand for a security are no text to go out: they are made its name first. */
  function publish() {
    if (pending) return;
    if (list) list.onPick(list.active);
    else props.onPublish();
  }
  function onKeyDown(event: KeyboardEvent) {
    const level = levelOf(event.nativeEvent);
    if ((event.ctrlKey || event.metaKey) && event.key === "Enter" && !event.repeat) {
      publish();
    } else if (level && !isLocked) change({ level });
    else if (event.altKey && event.code === "KeyS" && suggested.length > 0 && !isLocked) take(suggested);
    else return;
    event.preventDefault();
  }

  const drop = (gone: Security) =>
    change({
      securities: securities.filter(({ symbol }) => symbol !== gone.symbol),
      refused: [...refused, gone.symbol],
    });

  return (
    <form
      className="wirebox"
      aria-label="新快讯"
      aria-busy={pending}
      onKeyDown={onKeyDown}
      onSubmit={(event) => event.preventDefault()}
    >
      <LevelChoice name="level" level={draft.level} onChange={(level) => !isLocked && change({ level })} />
      <label className="sr" htmlFor="wire">
        标题与正文
      </label>
      <div className="wire-field">
        <textarea
          id="wire"
          {...wire}
          rows={3}
          readOnly={isLocked}
          placeholder="写一条快讯…"
          aria-keyshortcuts="Control+Enter Meta+Enter"
          aria-invalid={faults.title || faults.text || faults.bodyHtml ? true : undefined}
        />
        {list && <SecurityList {...list} />}
      </div>
      <p className="sr" role="status">
        {list ? `${list.found.length} 只证券，上下键选择` : ""}
      </p>
      <Parsed raw={draft.text} level={draft.level} />
      <Securities
        chosen={securities}
        suggested={isLocked ? [] : suggested}
        onTake={(taken) => {
          take(taken);
          field.current?.focus();
        }}
        onDrop={(gone) => {
          drop(gone);
          field.current?.focus();
        }}
        onRefuse={({ symbol }) => {
          change({ refused: [...refused, symbol] });
          field.current?.focus();
        }}
      />
      <TroubleStrip trouble={trouble} pending={pending} onAgain={props.onAgain} />
      <div className="wire-act">
        <Button look="main" pending={pending} onClick={publish} aria-keyshortcuts="Control+Enter Meta+Enter">
          {pending ? "正在发布…" : "发布"} <kbd>Ctrl Enter</kbd>
        </Button>
        <label>
          媒体
          <select
            value={outlet}
            aria-invalid={faults.categoryId ? true : undefined}
            onChange={({ target }) => props.onOutlet(target.value)}
          >
            <OutletOptions outlets={outlets} />
          </select>
        </label>
        <span className="grow">{sayLength(draft.text)}</span>
      </div>
    </form>
  );
}
