import "server-only";
import { type ApiToken, touchToken } from "@/lib/api-tokens/commands";
import { findToken } from "@/lib/api-tokens/queries";
import { addressOf, network } from "@/lib/auth/address";
import type { Db } from "@/lib/db/client";
import { Problem } from "./problem";
import type { Share } from "./queries";
import { ANONYMOUS, PARTNER, type Quota } from "./rate-limit";

/** Who asks: a partner with a token, or anybody, told apart by the network they come from. */
export type Caller = { key: string; quota: Quota; token: ApiToken | null };

export const anonymous = (request: Request): Caller => ({
  key: `network:${network(addressOf(request.headers.get("x-forwarded-for")))}`,
  quota: ANONYMOUS,
  token: null,
});

/** @throws {Problem} when a token is sent that does not count (any more) */
export async function callerOf(db: Db, request: Request, now: Date): Promise<Caller> {
  const sent = request.headers.get("authorization");
  if (sent === null) return anonymous(request);
  const [, secret] = /^Bearer +(fn_[\w-]{43})$/i.exec(sent.trim()) ?? [];
  const token = secret ? await findToken(db, secret, now) : null;
  if (!token) throw new Problem("bad-token");
  await touchToken(db, token, now);
  return { key: `token:${token.id}`, quota: PARTNER, token };
}

/** How much of the texts somebody gets who asked for this. */
export function shareFor({ token }: Caller, asked: "full" | "summary"): Share {
  if (asked === "summary") return "none";
  return token?.scopes.includes("full-text") ? "all" : "allowed";
}
