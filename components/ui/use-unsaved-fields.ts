"use client";

import { type RefObject, useEffect, useRef } from "react";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";

const read = (form: HTMLFormElement | null) => (form ? JSON.stringify([...new FormData(form)]) : null);

/**
 * The browser asks before what was typed into a form's named fields is left unsent.
 * @returns to be called when it was sent: what stands there now is safe
 */
export function useUnsavedFields(form: RefObject<HTMLFormElement | null>): () => void {
  const safe = useRef<string | null>(null);
  useEffect(() => {
    safe.current = read(form.current);
  }, [form]);
  useLeaveGuard(() => form.current !== null && read(form.current) !== safe.current);
  return () => {
    safe.current = read(form.current);
  };
}
