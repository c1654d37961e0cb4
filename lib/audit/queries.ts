import "server-only";
import { and, asc, desc, eq, gte, inArray, lt, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { pageOf } from "@/lib/db/paging";
import {
  apiTokens,
  articles,
  auditLog,
  auditUnsealed,
  categories,
  media,
  securities,
  tags,
  users,
} from "@/lib/db/schema";

const PAGE_SIZE = 50;

export type AuditFilter = {
  actor?: string;
  action?: string;
  subjectType?: string;
  subjectId?: string;
  since?: Date;
  until?: Date;
};
type Position = { micros: string; id: number };

const micros = sql<string>`(extract(epoch from ${auditLog.at}) * 1000000)::bigint::text`;
const place = ({ micros, id }: Position, comparison: SQL) =>
  sql`(${auditLog.at}, ${auditLog.id}) ${comparison} (timestamptz 'epoch' + ${micros}::bigint * interval '1 microsecond', ${id}::bigint)`;

/** Newest first. Each filter has an index that ends in the order of the list. */
export async function listAudit(db: Db, filter: AuditFilter, page: { after?: Position; before?: Position }) {
  const backwards = page.before !== undefined;
  const rows = await db
    .select({
      ...{ id: auditLog.id, at: auditLog.at, micros, actor: auditLog.actor, actorName: auditLog.actorName },
      ...{ action: auditLog.action, subjectType: auditLog.subjectType, subjectId: auditLog.subjectId },
      change: auditLog.change,
    })
    .from(auditLog)
    .where(
      and(
        filter.actor ? eq(auditLog.actor, filter.actor) : undefined,
        filter.action ? eq(auditLog.action, filter.action) : undefined,
        filter.subjectType ? eq(auditLog.subjectType, filter.subjectType) : undefined,
        filter.subjectId ? eq(auditLog.subjectId, filter.subjectId) : undefined,
        filter.since ? gte(auditLog.at, filter.since) : undefined,
        filter.until ? lt(auditLog.at, filter.until) : undefined,
        page.after && place(page.after, sql`<`),
        page.before && place(page.before, sql`>`),
      ),
    )
    .orderBy(...(backwards ? [asc(auditLog.at), asc(auditLog.id)] : [desc(auditLog.at), desc(auditLog.id)]))
    .limit(PAGE_SIZE + 1);
  return pageOf(rows, PAGE_SIZE, page);
}

/** What the subjects of some rows are called today, by `type:id`; what is gone is not in it. */
export async function nameSubjects(db: Db, rows: { subjectType: string; subjectId: string }[]) {
  const names = new Map<string, string>();
  const read = async (type: string, find: (ids: string[]) => Promise<{ id: string; name: string }[]>) => {
    const ids = rows.filter(({ subjectType, subjectId }) => subjectType === type && isUuid(subjectId));
    if (ids.length === 0) return;
    for (const { id, name } of await find([...new Set(ids.map(({ subjectId }) => subjectId))]))
      names.set(`${type}:${id}`, name);
  };
  const articleName = { id: articles.id, name: articles.title };
  await Promise.all([
    read("article", (ids) => db.select(articleName).from(articles).where(inArray(articles.id, ids))),
    read("user", (ids) => db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids))),
    read("media", (ids) => db.select({ id: media.id, name: media.name }).from(media).where(inArray(media.id, ids))),
    read("category", (ids) =>
      db.select({ id: categories.id, name: categories.name }).from(categories).where(inArray(categories.id, ids)),
    ),
    nameSecurities(db, rows, names),
    read("token", (ids) =>
      db.select({ id: apiTokens.id, name: apiTokens.name }).from(apiTokens).where(inArray(apiTokens.id, ids)),
    ),
    read("tag", (ids) => db.select({ id: tags.id, name: tags.name }).from(tags).where(inArray(tags.id, ids))),
  ]);
  return names;
}

/** Their ids are their codes. */
async function nameSecurities(db: Db, rows: { subjectType: string; subjectId: string }[], names: Map<string, string>) {
  const symbols = rows.filter(({ subjectType }) => subjectType === "security").map(({ subjectId }) => subjectId);
  if (symbols.length === 0) return;
  const { symbol, name } = securities;
  for (const row of await db.select({ symbol, name }).from(securities).where(inArray(symbol, symbols)))
    names.set(`security:${row.symbol}`, row.name);
}

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** People who can have done something, for a select. */
export const listActors = (db: Db) =>
  db.select({ id: users.id, name: users.name }).from(users).orderBy(asc(users.name));

export const countUnsealed = (db: Db) => db.$count(auditUnsealed);
