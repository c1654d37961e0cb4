"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { CONFIRM_WORDS } from "@/lib/takedowns/validation";

/** Why something is taken down, and at whose request. */
export type Grounds = { requester: string; reason: string; basis: string };
type Props = {
  title: string;
  grounds: Grounds;
  pending: boolean;
  onConfirm: (words: string) => void;
  onClose: () => void;
};

/** The second step: nothing happens until the words are typed. Open as long as it is rendered. */
export function TakedownConfirm({ title, grounds, pending, onConfirm, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [words, setWords] = useState("");
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  const fits = words.trim() === CONFIRM_WORDS;
  return (
    <dialog
      ref={dialog}
      className="ask"
      aria-labelledby="takedown-title"
      aria-describedby="takedown-effect"
      onClose={() => !pending && onClose()}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (fits && !pending) onConfirm(words);
        }}
      >
        <h2 id="takedown-title">永久删除这篇文章</h2>
        <p id="takedown-effect">删除之后谁也不能恢复。</p>
        <dl className="grounds">
          <div>
            <dt>文章</dt>
            <dd>{title}</dd>
          </div>
          <div>
            <dt>要求方</dt>
            <dd>{grounds.requester}</dd>
          </div>
          <div>
            <dt>原因</dt>
            <dd>{grounds.reason}</dd>
          </div>
        </dl>
        <div className="field">
          <label htmlFor="takedown-words">照写“{CONFIRM_WORDS}”</label>
          <input
            id="takedown-words"
            value={words}
            autoComplete="off"
            onChange={({ target }) => setWords(target.value)}
          />
        </div>
        <div className="acts">
          <Button look="danger" type="submit" disabled={!fits} pending={pending}>
            {pending ? "正在删除…" : "永久删除"}
          </Button>
          <Button onClick={() => dialog.current?.close()}>取消</Button>
        </div>
      </form>
    </dialog>
  );
}
