"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { beijingIso, recentTime } from "@/lib/dates";
import { useDiscarding } from "./use-discarding";
import { type UnsavedDraft, useUnsavedNew } from "./use-unsaved-new";

type Props = { userId: string; onServer: UnsavedDraft[]; now: string };

/** More are folded away. */
const SHOWN = 3;

type RowProps = { draft: UnsavedDraft; userId: string; now: string; onDiscard: (isGone: boolean) => void };

function Row({ draft, userId, now, onDiscard }: RowProps) {
  const { id, title, savedAt } = draft;
  const { gone, pending, discard, takeBack } = useDiscarding(userId, id, onDiscard);
  const row = useRef<HTMLLIElement>(null);
  const isGone = gone !== null;
  const [wasGone, setWasGone] = useState(isGone);
  // The button that was pressed is no more: what takes it back, or would do it again, has the focus.
  useEffect(() => {
    if (isGone === wasGone) return;
    setWasGone(isGone);
    if (document.activeElement === document.body) row.current?.querySelector("button")?.focus();
  }, [isGone, wasGone]);
  if (gone)
    return (
      <li ref={row}>
        <p role="status">已放弃《{title}》。</p>
        {gone.fields && (
          <Button pending={pending} onClick={takeBack}>
            撤销
          </Button>
        )}
      </li>
    );
  return (
    <li ref={row}>
      <a href={`/admin/articles/${id}`}>{title}</a>
      <time dateTime={beijingIso(savedAt)}>{recentTime(savedAt, now)}</time>
      <button
        type="button"
        className="btn quiet"
        aria-disabled={pending || undefined}
        aria-label={`放弃《${title}》`}
        onClick={() => pending || void discard()}
      >
        放弃
      </button>
    </li>
  );
}

/** Stories that stand in no list yet, because they were never saved: their writer finds them here. */
export function UnsavedList({ userId, onServer, now }: Props) {
  const drafts = useUnsavedNew(userId, onServer);
  const [discarded, setDiscarded] = useState(0);
  if (drafts.length === 0) return null;
  const rows = (some: UnsavedDraft[]) => (
    <ul>
      {some.map((draft) => (
        <Row
          key={draft.id}
          draft={draft}
          userId={userId}
          now={now}
          onDiscard={(isGone) => setDiscarded((n) => n + (isGone ? 1 : -1))}
        />
      ))}
    </ul>
  );
  return (
    <section className="unsaved" aria-labelledby="unsaved-title">
      <h2 id="unsaved-title">未保存的新稿 {drafts.length - discarded} 篇</h2>
      <p className="hint">只有你看得到；点标题接着写，保存后进入下面的列表。</p>
      {rows(drafts.slice(0, SHOWN))}
      {drafts.length > SHOWN && (
        <details>
          <summary>另外 {drafts.length - SHOWN} 篇</summary>
          {rows(drafts.slice(SHOWN))}
        </details>
      )}
    </section>
  );
}
