import "server-only";
import { desc, eq } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { relinks, securities } from "@/lib/db/schema";
import type { RelinkProgress } from "./relink-progress";

const RECENT = 5;

const columns = {
  id: relinks.id,
  symbol: relinks.symbol,
  name: securities.name,
  total: relinks.articles,
  done: relinks.done,
  changed: relinks.changed,
  by: relinks.actorName,
  createdAt: relinks.createdAt,
  startedAt: relinks.startedAt,
  steppedAt: relinks.steppedAt,
  finishedAt: relinks.finishedAt,
};

const progressOf = <
  Row extends { createdAt: Date; startedAt: Date | null; steppedAt: Date | null; finishedAt: Date | null },
>({
  createdAt,
  startedAt,
  steppedAt,
  finishedAt,
  ...row
}: Row) => ({
  ...row,
  createdAt: createdAt.toISOString(),
  seconds: startedAt && steppedAt ? (steppedAt.getTime() - startedAt.getTime()) / 1000 : 0,
  isUnderWay: finishedAt === null,
});

/** How far one look at stored articles is. */
export async function findRelink(db: Db, id: string): Promise<RelinkProgress | null> {
  const [row] = await db
    .select(columns)
    .from(relinks)
    .leftJoin(securities, eq(securities.symbol, relinks.symbol))
    .where(eq(relinks.id, id));
  return row ? progressOf(row) : null;
}

/** The looks that were begun last, of one security or of all. */
export async function listRelinks(db: Db, symbol?: string): Promise<RelinkProgress[]> {
  const rows = await db
    .select(columns)
    .from(relinks)
    .leftJoin(securities, eq(securities.symbol, relinks.symbol))
    .where(symbol ? eq(relinks.symbol, symbol) : undefined)
    .orderBy(desc(relinks.createdAt))
    .limit(RECENT);
  return rows.map(progressOf);
}
