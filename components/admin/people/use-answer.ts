"use client";

import { type RefObject, useState, useTransition } from "react";
import { toast } from "sonner";
import { useFocusFault } from "@/components/ui/use-focus-fault";
import type { Failure, Result } from "@/lib/actions";

const UNREACHABLE: Failure = {
  ...{ ok: false, code: "internal", fields: {} },
  message: "没有连上服务器，请看看网络再试一次",
};

/** Sends a form or presses a button: what is under way, and what was refused, kept beside the fields it is about. */
export function useAnswer(form?: RefObject<HTMLElement | null>) {
  const [pending, start] = useTransition();
  const [failure, setFailure] = useState<Failure | null>(null);
  const nowhere = { current: null };
  useFocusFault(form ?? nowhere, failure);

  /** @param done what to do with the answer, or what to say when there is nothing to do */
  function send<Data>(call: () => Promise<Result<Data>>, done: string | ((data: Data) => void)) {
    start(async () => {
      const result = await call().catch(() => UNREACHABLE);
      setFailure(result.ok ? null : result);
      if (!result.ok) {
        if (!form) toast.error(result.message);
        return;
      }
      if (typeof done === "string") toast.success(done);
      else done(result.data);
    });
  }
  return { pending, failure, send, fault: (name: string) => failure?.fields[name] };
}

/** The text of a form's field. */
export const textOf = (form: HTMLFormElement, name: string) => String(new FormData(form).get(name) ?? "");
