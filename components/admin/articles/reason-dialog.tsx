"use client";

import { type Ref, useId, useRef } from "react";
import { Button } from "@/components/ui/button";

type Props = {
  ref: Ref<HTMLDialogElement>;
  title: string;
  /** What the act does. */
  effect: string;
  label: string;
  /** Who reads the words. */
  note: string;
  verb: string;
  onConfirm: (words: string) => void;
};

/** Asks for the words that go with an act. */
export function ReasonDialog({ ref, title, effect, label, note, verb, onConfirm }: Props) {
  const words = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  return (
    <dialog ref={ref} className="ask" aria-labelledby={`${id}-title`} aria-describedby={`${id}-effect`}>
      <form
        method="dialog"
        onSubmit={(event) => {
          const answer = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
          if (answer?.value === "yes") onConfirm(words.current?.value ?? "");
        }}
      >
        <h2 id={`${id}-title`}>{title}</h2>
        <p id={`${id}-effect`}>{effect}</p>
        <div className="field">
          <label htmlFor={`${id}-words`}>
            {label} <span>{note}</span>
          </label>
          <textarea id={`${id}-words`} ref={words} rows={3} required maxLength={200} />
        </div>
        <div className="acts">
          <Button look="main" type="submit" value="yes">
            {verb}
          </Button>
          <Button type="submit" value="no" formNoValidate>
            取消
          </Button>
        </div>
      </form>
    </dialog>
  );
}
