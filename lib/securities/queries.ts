import "server-only";
import { eq } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { securities } from "@/lib/db/schema";

export async function findSecurity(db: Db, symbol: string) {
  const [row] = await db.select().from(securities).where(eq(securities.symbol, symbol));
  return row ?? null;
}
