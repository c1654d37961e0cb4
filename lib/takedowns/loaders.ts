import "server-only";
import { z } from "zod";
import { findForDesk } from "@/lib/articles/desk-queries";
import { can } from "@/lib/articles/policy";
import { requireActorAt } from "@/lib/auth/require";
import { getDb } from "@/lib/db/client";
import * as queries from "@/lib/takedowns/queries";
import { takedownPath, takedownsPath } from "@/lib/takedowns/validation";

/** What a takedown would destroy, or the record of the one that was; null for who may not know. */
export async function loadTakedown(id: string) {
  const actor = await requireActorAt(takedownPath(id));
  if (!can(actor, "takedown") || !z.uuid().safeParse(id).success) return null;
  const db = getDb();
  const found = await findForDesk(db, id);
  if (!found) return null;
  const { title, slug, version, status, publishAt } = found.article;
  const record = await queries.findTakedown(db, id);
  return {
    article: { id, title, slug, version, status, publishAt: publishAt?.toISOString() ?? null },
    record: record && { ...record, createdAt: record.createdAt.toISOString() },
    removable: record ? null : await queries.countRemovable(db, id),
  };
}
export type LoadedTakedown = NonNullable<Awaited<ReturnType<typeof loadTakedown>>>;

/** Every record; null for who is no admin. */
export async function loadTakedowns() {
  const actor = await requireActorAt(takedownsPath);
  if (!can(actor, "takedown")) return null;
  const rows = await queries.listTakedowns(getDb());
  return rows.map(({ createdAt, ...row }) => ({ ...row, at: createdAt.toISOString() }));
}
