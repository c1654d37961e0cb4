"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { type Trouble, unanswered } from "@/components/admin/articles/unanswered";
import { arrangeFront } from "@/lib/front/actions";
import { type Arranged, type Arrangement, isSameArrangement, placesOf, type Slot } from "@/lib/front/arrangement";
import { type Draft, draftOf, saidBy, timeOfEnd } from "./end";

const UNDO_MS = 20_000;

const toSend = ({ lead, pinned }: Arrangement) => {
  const place = ({ articleId, endsAt }: Slot) => ({ articleId, endsAt });
  return { lead: lead && place(lead), pinned: pinned.map(place) };
};
/** Without what is over by now. */
const stillAhead = ({ lead, pinned }: Arrangement, now: Date): Arrangement => {
  const isAhead = ({ endsAt }: Slot) => !endsAt || new Date(endsAt) > now;
  return { lead: lead && isAhead(lead) ? lead : null, pinned: pinned.filter(isAhead) };
};

/** The arrangement in hand: how it differs from the published one, and how it is published, taken back or given up. */
export function useArranging(arranged: Arranged, now: Date) {
  const router = useRouter();
  /** What the one in hand began with. */
  const [base, setBase] = useState(arranged);
  const [draft, setDraft] = useState<Draft>(() => draftOf(arranged));
  const [pending, setPending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  /** What the server had against places, by the story that stands there. */
  const [faults, setFaults] = useState<Record<string, string>>({});

  const said = saidBy(draft, now);
  const places = placesOf(draft);
  const isFaulty = places.some((slot) => slot && timeOfEnd(slot.end, now).fault);
  const isDirty = isFaulty || !isSameArrangement(said, base);
  /** Somebody else published meanwhile; what is in hand is not lost by that. */
  const newer = isDirty && arranged.version > base.version ? arranged : null;
  if (!isDirty && arranged !== base && arranged.version >= base.version) take(arranged);

  function take(published: Arranged) {
    setBase(published);
    setDraft(draftOf(published));
    setTrouble(null);
    setFaults({});
  }

  function change(next: Draft) {
    setDraft(next);
    setTrouble(null);
    setFaults({});
  }

  async function undo(before: Arranged, version: number) {
    const back = await arrangeFront({ version, ...toSend(stillAhead(before, new Date())) }).catch(() => null);
    if (!back?.ok) return void toast.error(back?.message ?? "服务器没有回答，请再试一次");
    take(back.data.after);
    toast.success("已撤销，首页是原来的编排");
  }

  async function publish() {
    if (pending || newer || !isDirty) return;
    if (isFaulty) return setTrouble({ ok: false, code: "invalid", message: "没有发布，请看标出的时间", fields: {} });
    setPending(true);
    const result = await arrangeFront({ version: base.version, ...toSend(said) }).catch(() => unanswered("发布"));
    setPending(false);
    if (!result.ok) {
      setTrouble(result);
      setFaults(
        Object.fromEntries(
          places.flatMap((slot, at) => (slot && result.fields[at] ? [[slot.articleId, result.fields[at]]] : [])),
        ),
      );
      if (result.code === "conflict") router.refresh();
      return;
    }
    const { before, after } = result.data;
    take(after);
    toast.success("已发布，首页换上了新编排", {
      duration: UNDO_MS,
      action: { label: "撤销", onClick: () => void undo(before, after.version) },
    });
  }

  return {
    ...{ base, draft, said, isDirty, pending, trouble, faults, newer, change, publish },
    /** Gives up what is in hand for what is published. */
    takePublished: () => take(newer ?? base),
    /** Goes on with what is in hand; publishing it replaces what somebody else published. */
    keepMine: () => {
      setBase(newer ?? base);
      setTrouble(null);
    },
  };
}
export type Arranging = ReturnType<typeof useArranging>;
