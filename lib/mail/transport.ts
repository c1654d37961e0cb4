import "server-only";
import { createTransport } from "nodemailer";
import { type Env, env } from "@/lib/env";

export type Transport = { send: (mail: { recipient: string; subject: string; body: string }) => Promise<void> };

/** A mail server that does not answer is left alone after this long. */
const PATIENCE_MS = 15_000;

/** Whether this installation sends mail at all. */
export const sendsMail = () => env().mail !== null;

/** The configured mail server; null where there is none. */
export function mailTransport(): Transport | null {
  const settings = env().mail;
  return settings && smtpTransport(settings);
}

export function smtpTransport({ smtpUrl, from }: NonNullable<Env["mail"]>): Transport {
  const server = createTransport({
    url: smtpUrl,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ recipient, subject, body }) {
      await server.sendMail({ from, to: { name: "", address: recipient }, subject, text: body });
    },
  };
}
