"use client";

import { useEffect, useState } from "react";
import { planBulk } from "@/lib/bulk/actions";
import type { Plan } from "@/lib/bulk/report";
import type { PlanInput } from "@/lib/bulk/validation";

/** A writer of tags is not asked after each letter. */
const PAUSE_MS = 300;

type Planned = { of: string; plan: Plan | null; fault: string | null };

/** What the act would do as it is asked for now; null while the server is counting. */
export function usePlan(input: PlanInput): { plan: Plan | null; fault: string | null; isCurrent: boolean } {
  const key = JSON.stringify(input);
  const [planned, setPlanned] = useState<Planned | null>(null);
  const isFirst = planned === null;
  useEffect(() => {
    let isOver = false;
    const timer = setTimeout(
      async () => {
        const answer = await planBulk(JSON.parse(key)).catch(() => null);
        if (isOver) return;
        setPlanned({
          of: key,
          plan: answer?.ok ? answer.data : null,
          fault: answer?.ok ? null : (answer?.message ?? "服务器没有回答，请关上再试"),
        });
      },
      isFirst ? 0 : PAUSE_MS,
    );
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [key, isFirst]);
  return { plan: planned?.plan ?? null, fault: planned?.fault ?? null, isCurrent: planned?.of === key };
}
