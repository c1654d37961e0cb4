import "server-only";
import type { NextAuthOptions } from "next-auth";
import credentials from "next-auth/providers/credentials";
import { addressOf } from "@/lib/auth/address";
import { sessionCookie, usesHttps } from "@/lib/auth/cookies";
import { authSecret } from "@/lib/auth/secret";
import { endSession, SESSION_SECONDS, startSession } from "@/lib/auth/sessions";
import { authenticate, type Identity } from "@/lib/auth/sign-in";
import { getDb } from "@/lib/db/client";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

const header = (headers: Record<string, unknown> | undefined, name: string) => String(headers?.[name] ?? "");

type SignedIn = Identity & { session: string };

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
        credentials: { email: {}, password: {}, code: {} },
        async authorize(input, request) {
          const { email, password, code } = { email: "", password: "", code: "", ...input };
          if (!email || !password || email.length > 320 || password.length > 1000 || code.length > 100) return null;
          const [db, now] = [getDb(), new Date()];
          const address = addressOf(header(request.headers, "x-forwarded-for"));
          try {
            const who = await authenticate(db, { email, password, code: code.trim(), address }, now);
            if (typeof who === "string") throw new AppError("unauthenticated", who);
            if (!who) return null;
            const userAgent = header(request.headers, "user-agent");
            return { ...who, session: await startSession(db, who, { userAgent, address }, now) };
          } catch (error) {
            // next-auth hands the text of an error to whoever signs in: only texts meant for them.
            if (error instanceof AppError) throw new Error(`${error.code}: ${error.message}`);
            throw new Error("internal", { cause: error });
          }
        },
      }),
    ],
    callbacks: {
      jwt({ token, user }) {
        if (!user) return token;
        const { id, sessionVersion, session } = user as unknown as SignedIn;
        // `version` is for a process of the version before, which may answer beside this one during an update.
        return { sub: id, version: sessionVersion, session };
      },
      // Nothing in the browser asks next-auth who is signed in.
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.session === "string") await endSession(getDb(), token.session);
      },
    },
  };
}
