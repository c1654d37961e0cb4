import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/lib/db/client";
import { mails } from "@/lib/db/schema";

/** On which Postgres says, when a command commits, that there is mail to send. */
export const MAIL_CHANNEL = "finews_mail";

export type Mail = { recipient: string; subject: string; body: string; about: string };

/** Puts a mail into the command's transaction; the worker sends it, and no request waits for a mail server. */
export async function queueMail(tx: Tx, mail: Mail, now: Date) {
  await tx.insert(mails).values({ ...mail, nextTryAt: now, createdAt: now });
  await tx.execute(sql`select pg_notify(${MAIL_CHANNEL}, '')`);
}
