import { writeAnchor } from "@/lib/audit/anchor";
import { sealAudit } from "@/lib/audit/seal";
import type { Db } from "@/lib/db/client";
import { env } from "@/lib/env";

/** Seals what commands wrote since the last time, and notes the end of the chain beside the database. */
export async function runSealAudit(db: Db): Promise<number> {
  const { sealed, head } = await sealAudit(db);
  if (sealed > 0 && head) writeAnchor(env().dataDir, head);
  return sealed;
}
