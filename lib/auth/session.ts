import "server-only";
import { cookies, headers } from "next/headers";
import { decode } from "next-auth/jwt";
import { cache } from "react";
import { addressOf } from "@/lib/auth/address";
import { sessionCookie } from "@/lib/auth/cookies";
import { authSecret } from "@/lib/auth/secret";
import { resolveSession } from "@/lib/auth/sessions";
import { getDb } from "@/lib/db/client";

/** Who makes this request and by which session, or null. The cookie proves which; all else comes from the database each time. */
export const currentSession = cache(async () => {
  const token = (await cookies()).get(sessionCookie())?.value;
  if (!token) return null;
  const claims = await decode({ token, secret: await authSecret() }).catch(() => null);
  if (typeof claims?.session !== "string") return null;
  const asked = await headers();
  const visit = { userAgent: asked.get("user-agent") ?? "", address: addressOf(asked.get("x-forwarded-for")) };
  const actor = await resolveSession(getDb(), claims.session, visit, new Date());
  return actor && { id: claims.session, actor };
});

export const currentActor = async () => (await currentSession())?.actor ?? null;
