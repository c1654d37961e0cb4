import { numberChanges } from "@/lib/changes/commands";
import type { Db } from "@/lib/db/client";

/** Numbers the changes that nobody has read yet, so that whoever comes late does not find a mountain of them. */
export async function runNumberChanges(db: Db): Promise<void> {
  while ((await numberChanges(db)) > 0);
}
