import "server-only";
import { asc, eq, lte } from "drizzle-orm";
import type { Db, Tx } from "@/lib/db/client";
import { mails } from "@/lib/db/schema";
import { log } from "@/lib/log";
import type { Transport } from "@/lib/mail/transport";

const MINUTE_MS = 60_000;
/** How long after each failure the next try is made; after the last one it is given up. */
const PAUSES_MS = [1, 5, 15, 60, 240].map((minutes) => minutes * MINUTE_MS);
const LONGEST_FAULT = 300;

type Row = typeof mails.$inferSelect;

/**
 * Sends what is due, one mail in a transaction of its own: its row stays locked meanwhile, so that of several workers
 * one sends it. A worker that dies between the server's word and the commit sends it twice, which is the lesser evil.
 * @returns how many were sent
 */
export async function sendDue(db: Db, transport: Transport, now: Date): Promise<number> {
  let sent = 0;
  for (;;) {
    const outcome = await db.transaction(async (tx) => {
      const [mail] = await tx
        .select()
        .from(mails)
        .where(lte(mails.nextTryAt, now))
        .orderBy(asc(mails.nextTryAt))
        .limit(1)
        .for("update", { skipLocked: true });
      return mail ? attempt(tx, transport, mail, now) : "none";
    });
    if (outcome === "none") return sent;
    if (outcome === "sent") sent++;
  }
}

async function attempt(tx: Tx, transport: Transport, mail: Row, now: Date): Promise<"sent" | "failed"> {
  const tries = mail.tries + 1;
  const { id } = mail;
  try {
    await transport.send(mail);
    await tx.update(mails).set({ tries, body: "", fault: "", nextTryAt: null, sentAt: now }).where(eq(mails.id, id));
    return "sent";
  } catch (error) {
    log.warn({ err: error, mail: id, tries }, "a mail could not be sent");
    const pause = PAUSES_MS[mail.tries];
    const fault = String((error as Error).message).slice(0, LONGEST_FAULT);
    const next = pause === undefined ? { nextTryAt: null, body: "" } : { nextTryAt: new Date(now.getTime() + pause) };
    await tx
      .update(mails)
      .set({ tries, fault, ...next })
      .where(eq(mails.id, id));
    return "failed";
  }
}
