import { readTime, writeTime } from "@/lib/articles/publish-time";
import type { Arrangement, Slot } from "@/lib/front/arrangement";
import { quickEnds } from "@/lib/front/ends";
import { OVER_FAULT, TIME_FAULT } from "@/lib/front/validation";

/**
 * An end as it stands in the form. `none`: nobody set one; `kept`: the one that is published; `at`: typed; else one of
 * the quick ones, as it was when it was chosen.
 */
export type End = { key: string; text: string };

export const NO_END: End = { key: "none", text: "" };
export const keptEnd = (endsAt: string): End => ({ key: "kept", text: writeTime(endsAt) });
export function quickEnd(key: string, now: Date): End {
  const quick = quickEnds(now).find((one) => one.key === key);
  return quick ? { key, text: writeTime(quick.at) } : NO_END;
}

/** The time that is meant: null for none, a fault where it means nothing or has passed. */
export function timeOfEnd({ key, text }: End, now: Date): { at: string | null; fault?: string } {
  if (key === "none") return { at: null };
  const at = readTime(text, now);
  if (!at) return { at: null, fault: TIME_FAULT };
  return at > now ? { at: at.toISOString() } : { at: at.toISOString(), fault: OVER_FAULT };
}

/** A story in its place, with its end as it is being chosen. */
export type DraftSlot = Slot & { end: End };
export type Draft = Arrangement<DraftSlot>;

const draftSlot = (slot: Slot): DraftSlot => ({ ...slot, end: slot.endsAt ? keptEnd(slot.endsAt) : NO_END });
export const draftOf = ({ lead, pinned }: Arrangement): Draft => ({
  lead: lead && draftSlot(lead),
  pinned: pinned.map(draftSlot),
});

/** What the draft says, to be published. A published end keeps its seconds, which the form does not show. */
export function saidBy({ lead, pinned }: Draft, now: Date): Arrangement {
  const say = ({ end, ...slot }: DraftSlot): Slot => ({
    ...slot,
    endsAt: end.key === "kept" ? slot.endsAt : timeOfEnd(end, now).at,
  });
  return { lead: lead && say(lead), pinned: pinned.map(say) };
}
