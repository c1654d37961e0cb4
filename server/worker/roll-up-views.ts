import type { Db } from "@/lib/db/client";
import { rollUpViews } from "@/lib/stats/commands";

/** Makes months of old days' views. */
export const runRollUp = (db: Db): Promise<number> => rollUpViews(db, new Date());
