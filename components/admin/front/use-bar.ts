"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import type { Failure } from "@/lib/actions";
import { lowerBar, raiseBar } from "@/lib/front/actions";
import type { Bar } from "@/lib/front/bar";
import type { RaiseBarInput } from "@/lib/front/validation";

const UNDO_MS = 20_000;
const NO_ANSWER = "服务器没有回答。连上网再试一次，放上的不会放两遍。";
type Wish = Omit<RaiseBarInput, "seen">;

const wishOf = ({ kind, text, articleId, toPath, endsAt }: Bar): Wish => ({
  ...{ kind, text, articleId, to: toPath ?? "", endsAt },
});

/** Puts the line of breaking news up and takes it down, each with a way back. */
export function useBar(published: Bar | null) {
  const router = useRouter();
  /** What came of the last act, until the page is drawn anew with it: the next act must not take it for somebody else's. */
  const [done, setDone] = useState<{ after: Bar | null } | null>(null);
  const [drawn, setDrawn] = useState(published);
  if (drawn !== published) {
    setDrawn(published);
    setDone(null);
  }
  const bar = done ? done.after : published;
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  /** Back to what was before: that line again, or none. */
  async function undo(before: Bar | null, after: Bar | null) {
    const isOver = before && new Date(before.endsAt) <= new Date();
    const back = await (before && !isOver
      ? raiseBar({ ...wishOf(before), seen: after?.id ?? null })
      : after && lowerBar({ seen: after.id })
    )?.catch(() => null);
    if (back?.ok) setDone({ after: back.data.after });
    if (back?.ok) toast.success(back.data.after ? "已撤销，原来的突发条回来了" : "已撤销，突发条撤下了");
    else toast.error(back?.message ?? (isOver ? "原来的突发条已经到时间了" : "服务器没有回答，请再试一次"));
  }

  async function run(act: () => ReturnType<typeof raiseBar>, said: string): Promise<boolean> {
    if (pending) return false;
    setPending(true);
    const result = await act().catch((): Failure => ({ ok: false, code: "internal", message: NO_ANSWER, fields: {} }));
    setPending(false);
    setFailure(result.ok ? null : result);
    if (!result.ok) {
      if (result.code === "conflict") router.refresh();
      return false;
    }
    const { before, after } = result.data;
    setDone({ after });
    toast.success(said, {
      duration: UNDO_MS,
      action: { label: "撤销", onClick: () => void undo(before, after) },
    });
    return true;
  }

  return {
    ...{ bar, pending, failure },
    clear: () => setFailure(null),
    raise: (wish: Wish) => run(() => raiseBar({ ...wish, seen: bar?.id ?? null }), "已放上，首页和快讯页现在就能看到"),
    lower: (seen: string) => run(() => lowerBar({ seen }), "已撤下突发条"),
  };
}
