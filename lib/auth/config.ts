import "server-only";
import type { NextAuthOptions } from "next-auth";
import credentials from "next-auth/providers/credentials";
import { sessionCookie, usesHttps } from "@/lib/auth/cookies";
import { authSecret } from "@/lib/auth/secret";
import { authenticate } from "@/lib/auth/sign-in";
import { getDb } from "@/lib/db/client";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

export const SESSION_SECONDS = 7 * 24 * 3600;

/** The page server replaces the header by the one address it believes; behind another proxy the last entry is nearest. */
function addressOf(headers: Record<string, unknown> | undefined): string {
  const forwarded = headers?.["x-forwarded-for"];
  return (typeof forwarded === "string" && forwarded.split(",").at(-1)?.trim()) || "unknown";
}

export async function authOptions(): Promise<NextAuthOptions> {
  // next-auth 4 learns its own address from the environment only.
  Object.assign(process.env, { NEXTAUTH_URL: env().siteUrl });
  const secure = usesHttps();
  const cookie = { httpOnly: true, sameSite: "lax", path: "/", secure } as const;
  const prefix = secure ? "__Secure-finews" : "finews";
  return {
    secret: await authSecret(),
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/admin" },
    useSecureCookies: secure,
    cookies: {
      sessionToken: { name: sessionCookie(), options: cookie },
      csrfToken: { name: secure ? "__Host-finews.csrf" : "finews.csrf", options: cookie },
      callbackUrl: { name: `${prefix}.callback`, options: cookie },
    },
    providers: [
      credentials({
        credentials: { email: {}, password: {} },
        async authorize(input, request) {
          const { email, password } = { email: "", password: "", ...input };
          if (!email || !password || email.length > 320 || password.length > 1000) return null;
          try {
            return await authenticate(getDb(), { email, password, address: addressOf(request.headers) }, new Date());
          } catch (error) {
            // next-auth hands the text of an error to whoever signs in: only texts meant for them.
            if (error instanceof AppError) throw new Error(`${error.code}: ${error.message}`);
            throw new Error("internal", { cause: error });
          }
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) =>
        user ? { sub: user.id, version: (user as unknown as { sessionVersion: number }).sessionVersion } : token,
      // Nothing in the browser asks next-auth who is signed in.
      session: ({ session }) => ({ expires: session.expires }),
    },
  };
}
