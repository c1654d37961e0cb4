import "server-only";
import { notFound } from "next/navigation";
import type { Person } from "@/lib/auth/actor";
import { requireActorAt } from "@/lib/auth/require";
import { mayKeepAll, mayKeepOutlet, maySeeOutlets } from "@/lib/categories/policy";
import type { Db } from "@/lib/db/client";
import { getDb } from "@/lib/db/client";
import { type ActParams, actsPath } from "@/lib/taxonomy/params";
import { listActs } from "@/lib/taxonomy/queries";

type Listed = Awaited<ReturnType<typeof listActs>>["items"][number];

/** Whether this person is offered to take an act back; the command has the last word. */
export const mayUndo = (actor: Person, { subject, fromId, toIds, undoneAt }: Listed) =>
  undoneAt === null && (subject === "tag" ? mayKeepAll(actor) : mayKeepOutlet(actor, fromId, ...toIds));

/** The merges and splits of one outlet or tag, for its page. */
export async function actsOf(db: Db, actor: Person, id: string) {
  const { items } = await listActs(db, { id });
  return items.map((act) => ({ ...act, mayUndo: mayUndo(actor, act) }));
}

/** Every merge and split there was. */
export async function loadActs(params: ActParams) {
  const actor = await requireActorAt(actsPath(params));
  if (!maySeeOutlets(actor)) notFound();
  const { items, hasNewer, hasOlder } = await listActs(getDb(), { subject: params.about }, params);
  const [first, last] = [items[0], items.at(-1)];
  return {
    items: items.map((act) => ({ ...act, mayUndo: mayUndo(actor, act) })),
    newer: hasNewer && first ? actsPath(params, { before: first.id }) : null,
    older: hasOlder && last ? actsPath(params, { after: last.id }) : null,
  };
}
export type ListedAct = Awaited<ReturnType<typeof loadActs>>["items"][number];
