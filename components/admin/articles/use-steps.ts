"use client";

import { type RefObject, useRef } from "react";
import type { Result } from "@/lib/actions";
import { type Trouble, unanswered } from "./unanswered";
import type { Saved } from "./use-saving";

/** What changes where the article stands and none of its text. */
export type Step = {
  /** As on the button. */
  name: string;
  call: () => Promise<Result<Saved>>;
  /** Whether an article that stands so needs the step no more. */
  isDone: (now: Saved) => boolean;
  onDone: (now: Saved) => void;
};

/**
 * One step after the other. One whose answer was lost is taken again, word for word, before anything else: the server
 * answers it like the first time, whether that one arrived or not.
 */
export function useSteps(newest: RefObject<Saved | null>, accept: (result: Result<Saved>) => Saved | null) {
  const lost = useRef<Step | null>(null);

  async function go(step: Step): Promise<boolean> {
    lost.current = step;
    const result: Result<Saved> | Trouble = await step.call().catch((): Trouble => unanswered(step.name));
    if (!("isUnanswered" in result)) lost.current = null;
    const now = accept(result);
    if (now) step.onDone(now);
    return now !== null;
  }

  /** Finds out about a step that is still open. False: it stays so, or was refused. */
  const catchUp = async () => lost.current === null || (await go(lost.current));

  /** @param make called when nothing is open any more, so that it sees the newest version */
  async function take(make: () => Promise<Step | null>) {
    const wasOpen = lost.current !== null;
    if (!(await catchUp())) return;
    const step = await make();
    // What was open may have been this very step: it has said that it is done.
    if (step && !(wasOpen && newest.current && step.isDone(newest.current))) await go(step);
  }
  return { take, catchUp };
}
