import { listDueTimes } from "@/lib/articles/queries";
import { publishDue } from "@/lib/articles/schedule-commands";
import type { Ctx } from "@/lib/context";
import type { Db } from "@/lib/db/client";

/** Publishes what is due by the database's clock. Other processes hear of it through the outbox. */
export async function runPublishDue(db: Db): Promise<number> {
  const { now } = await listDueTimes(db, 1);
  const ctx: Ctx = { db, actor: { kind: "system", job: "publish-due" }, now };
  return (await publishDue(ctx)).length;
}
