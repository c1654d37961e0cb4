import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { takedowns } from "@/lib/db/schema";
import { mediaPath } from "@/lib/media/addresses";

/** Whether a picture was destroyed by a takedown: the record names each address that answered with it. */
export async function wasTakenDown(db: Db, id: string): Promise<boolean> {
  const original = JSON.stringify([mediaPath({ id, generation: 1 }, "original")]);
  const [row] = await db
    .select({ id: takedowns.id })
    .from(takedowns)
    .where(sql`${takedowns.addresses} @> ${original}::jsonb`)
    .limit(1);
  return row !== undefined;
}
