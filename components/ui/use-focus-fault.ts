"use client";

import { type RefObject, useEffect } from "react";

/** After an answer with faults, the first control that has one gets the focus. */
export function useFocusFault(form: RefObject<HTMLElement | null>, answer: { fields: Record<string, string> } | null) {
  useEffect(() => {
    if (!answer || Object.keys(answer.fields).length === 0) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [form, answer]);
}
