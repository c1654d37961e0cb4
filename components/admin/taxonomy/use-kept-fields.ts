"use client";

import { useState } from "react";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";

type Changed = { target: { value: string } };

/** The fields of a form beside what is saved of them; who leaves with a difference is asked. */
export function useKeptFields<Fields extends object>(begin: () => Fields) {
  const [kept, setKept] = useState(begin);
  const [fields, setFields] = useState(kept);
  const isDirty = JSON.stringify(fields) !== JSON.stringify(kept);
  useLeaveGuard(isDirty);
  const set = (change: Partial<Fields>) => setFields((all) => ({ ...all, ...change }));
  return {
    kept,
    fields,
    isDirty,
    set,
    keep(saved: Fields) {
      setKept(saved);
      setFields(saved);
    },
    /** Binds a control of text to its field. */
    text: <Name extends keyof Fields & string>(name: Name) => ({
      value: fields[name] as string,
      onChange: ({ target }: Changed) => set({ [name]: target.value } as unknown as Partial<Fields>),
      autoComplete: "off",
    }),
  };
}
