"use client";

import { X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { toast } from "sonner";
import { v7 as uuidv7 } from "uuid";
import { stopBulk, undoBulk } from "@/lib/bulk/actions";
import { ACT_WORDS, UNDO_WORDS } from "./act-words";
import { FaultList } from "./fault-list";
import type { useBulk } from "./use-bulk";

const NO_ANSWER = "服务器没有回答，请再试一次";

/** How far an act is, then what became of it, with the way back. It stays until it is sent away. */
export function BulkStatus({ bulk }: { bulk: ReturnType<typeof useBulk> }) {
  const { known, isOffline, begin, dismiss } = bulk;
  const faults = useRef<HTMLDialogElement>(null);
  const [pending, setPending] = useState(false);
  // Sent again, because its answer was lost, it is the same undo.
  const [undoId] = useState(() => uuidv7());
  const bar = useRef<HTMLElement>(null);
  const isThere = known !== null;
  // The button that began it is no more: whoever works by keyboard goes on here.
  useEffect(() => {
    if (isThere && document.activeElement === document.body) bar.current?.focus();
  }, [isThere]);
  if (!known) return null;
  const { id, act, waiting, done, failed, isFinished, mayUndo } = known;
  const words = act === "undo" ? UNDO_WORDS : ACT_WORDS[act];
  const all = waiting + done + failed;

  async function ask(work: () => Promise<{ ok: boolean; message?: string }>, then: () => void) {
    if (pending) return;
    setPending(true);
    const answer = await work().catch(() => ({ ok: false, message: NO_ANSWER }));
    setPending(false);
    if (answer.ok) then();
    else toast.error(answer.message ?? NO_ANSWER);
  }
  const undo = () =>
    ask(
      () => undoBulk({ id: undoId, undoes: id }),
      () => begin(undoId),
    );
  const stop = () =>
    ask(
      () => stopBulk({ id }),
      () => {},
    );

  if (!isFinished) {
    return (
      <section ref={bar} tabIndex={-1} className="bulk is-short" aria-label="批量操作">
        <p role="status">
          {words.doing}…{isOffline && "连不上服务器，操作在后台继续"}
        </p>
        <progress value={all - waiting} max={all} aria-label={words.doing} />
        <p className="num">
          {all - waiting} / {all}
        </p>
        <button type="button" aria-disabled={pending || undefined} onClick={stop}>
          停止
        </button>
      </section>
    );
  }
  return (
    <section ref={bar} tabIndex={-1} className="bulk is-short" aria-label="批量操作">
      <p role="status">
        {words.done} <b className="num">{done}</b> 篇{failed > 0 && `，${failed} 篇没有改动`}
      </p>
      <div>
        {failed > 0 && (
          <button type="button" onClick={() => faults.current?.showModal()}>
            看原因
          </button>
        )}
        {mayUndo && (
          <button type="button" className="undoing" aria-disabled={pending || undefined} onClick={undo}>
            {pending ? "请稍候…" : "撤销"}
          </button>
        )}
      </div>
      <button type="button" className="close" aria-label="关上" onClick={dismiss}>
        <X className="icon" aria-hidden />
      </button>
      <FaultList ref={faults} faults={known.faults} failed={failed} />
    </section>
  );
}
