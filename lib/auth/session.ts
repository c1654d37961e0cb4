import "server-only";
import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import { cache } from "react";
import { resolveActor } from "@/lib/auth/actor";
import { sessionCookie } from "@/lib/auth/cookies";
import { authSecret } from "@/lib/auth/secret";
import { getDb } from "@/lib/db/client";

/** Who makes this request, or null. The cookie proves who; role and validity come from the database each time. */
export const currentActor = cache(async () => {
  const token = (await cookies()).get(sessionCookie())?.value;
  if (!token) return null;
  const claims = await decode({ token, secret: await authSecret() }).catch(() => null);
  return claims?.sub ? resolveActor(getDb(), claims.sub, Number(claims.version)) : null;
});
