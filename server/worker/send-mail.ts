import type { Db } from "@/lib/db/client";
import { log } from "@/lib/log";
import { sendDue } from "@/lib/mail/send";
import type { Transport } from "@/lib/mail/transport";

/** Sends the mail that is due; a server that is down only makes it wait. */
export async function runSendMail(db: Db, transport: Transport): Promise<void> {
  const count = await sendDue(db, transport, new Date());
  if (count > 0) log.info({ count }, "mail was sent");
}
