import "server-only";
import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { pageOf } from "@/lib/db/paging";
import { categories, tags, taxonomyActs, taxonomyMoves } from "@/lib/db/schema";
import { isUnderWay } from "@/lib/taxonomy/acts";
import type { ActLine, Progress } from "@/lib/taxonomy/report";

const PAGE_SIZE = 30;
type Page = { after?: string | undefined; before?: string | undefined };
type About = { subject?: "category" | "tag" | undefined; id?: string };

/** Merges and splits, the newest first; those about one outlet or tag with `id`. Ids are in the order of time. */
export async function listActs(db: Db, { subject, id }: About, page: Page = {}) {
  const backwards = page.before !== undefined;
  const place = (than: SQL, at: string) => sql`${taxonomyActs.id} ${than} ${at}::uuid`;
  const rows = await db
    .select({ act: taxonomyActs, isUnderWay })
    .from(taxonomyActs)
    .where(
      and(
        subject && eq(taxonomyActs.subject, subject),
        id ? sql`(${taxonomyActs.fromId} = ${id}::uuid or ${taxonomyActs.toIds} @> array[${id}::uuid])` : undefined,
        page.after ? place(sql`<`, page.after) : undefined,
        page.before ? place(sql`>`, page.before) : undefined,
      ),
    )
    .orderBy(backwards ? asc(taxonomyActs.id) : desc(taxonomyActs.id))
    .limit(PAGE_SIZE + 1);
  const { items, ...ends } = pageOf(rows, PAGE_SIZE, page);
  const names = await nameAll(
    db,
    items.flatMap(({ act }) => [act.fromId, ...act.toIds]),
  );
  const lines = items.map(({ act, isUnderWay }): ActLine & { fromId: string; toIds: string[] } => ({
    ...{ id: act.id, kind: act.kind, subject: act.subject, retires: act.retires, articles: act.articles, isUnderWay },
    ...{ fromId: act.fromId, toIds: act.toIds, actorName: act.actorName, undoneBy: act.undoneBy },
    from: { id: act.fromId, name: names.get(act.fromId) ?? "（已不存在）" },
    to: act.toIds.map((to) => ({ id: to, name: names.get(to) ?? "（已不存在）" })),
    createdAt: act.createdAt.toISOString(),
    undoneAt: act.undoneAt?.toISOString() ?? null,
  }));
  return { items: lines, ...ends };
}

async function nameAll(db: Db, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const [outlets, topics] = await Promise.all([
    db.select({ id: categories.id, name: categories.name }).from(categories).where(inArray(categories.id, ids)),
    db.select({ id: tags.id, name: tags.name }).from(tags).where(inArray(tags.id, ids)),
  ]);
  return new Map([...outlets, ...topics].map(({ id, name }) => [id, name]));
}

/** How far an act's articles are on their way; null when there is no such act. */
export async function findProgress(db: Db, id: string): Promise<Progress | null> {
  const [row] = await db.select({ act: taxonomyActs, isUnderWay }).from(taxonomyActs).where(eq(taxonomyActs.id, id));
  if (!row) return null;
  const { act } = row;
  const count = (state: "waiting" | "moved" | "back") =>
    db.$count(taxonomyMoves, and(eq(taxonomyMoves.actId, id), eq(taxonomyMoves.state, state)));
  const [waiting, moved, back] = await Promise.all([count("waiting"), count("moved"), count("back")]);
  const isBack = act.undoneAt !== null;
  const left = isBack ? moved : act.plannedAt ? waiting : act.articles;
  const total = isBack ? moved + back : act.articles;
  const since = act.undoneAt ?? act.createdAt;
  return { id, isBack, isUnderWay: row.isUnderWay, total, done: Math.max(0, total - left), since: since.toISOString() };
}
