import type { DeskFilter } from "@/lib/articles/desk-filter";
import type { DeskOrder } from "@/lib/articles/desk-list-queries";
import { type DeskParams, NO_AUTHOR } from "@/lib/articles/desk-params";
import { type Actor, isDesk } from "@/lib/context";
import { parseBeijing } from "@/lib/dates";

const DAY_MS = 86_400_000;
const midnight = (day: string | undefined) => (day && parseBeijing(`${day} 00:00`)) || undefined;

/** The filter that an address asks for, for this person: an author sees their own. */
export function deskFilter(state: DeskParams, actor: Actor): DeskFilter {
  const { q, scope, status, kind, level, category, author, lacks, by = "updated", from, to } = state;
  const last = midnight(to);
  return {
    ...{ words: q, scope, status, kind, categoryId: category, lacks, by },
    level: level && Number(level),
    author: author === NO_AUTHOR ? null : author,
    ownedBy: actor.kind === "user" && !isDesk(actor) ? actor.id : undefined,
    from: midnight(from),
    until: last && new Date(last.getTime() + DAY_MS),
  };
}

export const deskOrder = ({ sort, order }: DeskParams): DeskOrder => ({ sort, ascending: order === "asc" });
