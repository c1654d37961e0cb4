/** As many as the column beside the lead takes. */
export const MOST_PINNED = 6;

/** A story that an editor put on the home page. */
export type Slot = {
  articleId: string;
  title: string;
  outlet: string;
  publishAt: string;
  /** Readers see it: published, neither withdrawn nor in the bin. */
  isPublic: boolean;
  /** Null: until somebody takes it away. */
  endsAt: string | null;
};

/** `lead` null: the newest story with a picture leads by itself. */
export type Arrangement<S = Slot> = { lead: S | null; pinned: S[] };

/** The published one: which it is, who published it and when; version 0: nobody did yet. */
export type Arranged = Arrangement & { version: number; by: string | null; at: string | null };

/** What may be placed, or what the line of breaking news may lead to. */
export type Candidate = Slot & { kind: "story" | "flash" };

/** All places in their order; the first may be free. */
export const placesOf = <S>({ lead, pinned }: Arrangement<S>): (S | null)[] => [lead, ...pinned];
const arrangementOf = <S>([lead = null, ...rest]: (S | null)[]): Arrangement<S> => ({
  lead,
  pinned: rest.filter((slot) => slot !== null),
});

/**
 * Takes what stands at one place to another. A free place at the head stays free until something is moved there; what
 * leads gives way to what is moved to its place.
 */
export function moveSlot<S>(arrangement: Arrangement<S>, from: number, to: number): Arrangement<S> {
  const places = placesOf(arrangement);
  const moved = places[from];
  if (!moved || from === to || to < 0) return arrangement;
  if (from === 0 && places.length === 1) return { lead: null, pinned: [moved] };
  places.splice(from, 1);
  if (to === 0 && places[0] === null) places[0] = moved;
  else places.splice(to, 0, moved);
  return arrangementOf(places);
}

/** Without what stands at a place; nobody moves up to lead by that. */
export function removeSlot<S>({ lead, pinned }: Arrangement<S>, at: number): Arrangement<S> {
  if (at === 0) return { lead: null, pinned };
  return { lead, pinned: pinned.filter((_, n) => n !== at - 1) };
}

/** Puts a story to the head, from wherever it stood; what led is pinned first. */
export function placeLead<S extends { articleId: string }>(arrangement: Arrangement<S>, slot: S): Arrangement<S> {
  const at = placesOf(arrangement).findIndex((one) => one?.articleId === slot.articleId);
  if (at === 0) return arrangement;
  const { lead, pinned } = at < 0 ? arrangement : removeSlot(arrangement, at);
  return { lead: slot, pinned: lead ? [lead, ...pinned] : pinned };
}

/** Pins a story behind the others; one that stands somewhere already stays where it is. */
export function pinSlot<S extends { articleId: string }>(arrangement: Arrangement<S>, slot: S): Arrangement<S> {
  if (placesOf(arrangement).some((one) => one?.articleId === slot.articleId)) return arrangement;
  return { ...arrangement, pinned: [...arrangement.pinned, slot] };
}

type Placed = { articleId: string; endsAt: string | null };
/** Whether two arrangements put the same stories to the same places for as long. */
export function isSameArrangement(one: Arrangement<Placed>, other: Arrangement<Placed>): boolean {
  const said = (arrangement: Arrangement<Placed>) =>
    JSON.stringify(
      placesOf(arrangement).map((slot) => slot && [slot.articleId, slot.endsAt && new Date(slot.endsAt).getTime()]),
    );
  return said(one) === said(other);
}

/** The address of the home page as it would be. */
export function frontPreviewPath({ lead, pinned }: Arrangement): string {
  const query = new URLSearchParams(lead ? { lead: lead.articleId } : {});
  for (const { articleId } of pinned) query.append("pin", articleId);
  return `/preview/front?${query}`;
}
