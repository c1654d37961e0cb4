"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";

type Props = {
  label: string;
  value: string;
  /** What is said when it was copied. */
  copied: string;
  /** What to do with it. */
  children: ReactNode;
};

/** A secret at the one moment at which it is known: selected, and copied by a press. */
export function ShownOnce({ label, value, copied, children }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      toast.success(copied);
    } catch {
      // Without a secure connection a browser lends no clipboard: the secret stands selected.
      field.current?.select();
      toast.message("请按 Ctrl+C（苹果电脑按 ⌘C）复制");
    }
  }
  return (
    <div className="made" role="status">
      <label htmlFor={id}>{label}</label>
      <div className="made-row">
        <input id={id} ref={field} readOnly value={value} onFocus={({ target }) => target.select()} />
        <Button onClick={copy}>复制</Button>
      </div>
      <p className="hint">{children}</p>
    </div>
  );
}
