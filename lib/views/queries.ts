import "server-only";
import { asc, eq, or } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { deskViews } from "@/lib/db/schema";

/** A person's views and the shared ones, oldest first, so that a tab keeps its place. */
export const listViews = (db: Db, userId: string) =>
  db
    .select({
      id: deskViews.id,
      name: deskViews.name,
      query: deskViews.query,
      isShared: deskViews.isShared,
      ownerId: deskViews.ownerId,
    })
    .from(deskViews)
    .where(or(eq(deskViews.ownerId, userId), eq(deskViews.isShared, true)))
    .orderBy(asc(deskViews.createdAt), asc(deskViews.id));
