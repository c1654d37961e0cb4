import { encode } from "next-auth/jwt";
import { authSecret } from "@/lib/auth/secret";
import { startSession } from "@/lib/auth/sessions";
import type { Role } from "@/lib/context";
import type { Db } from "@/lib/db/client";
import { userCategories } from "@/lib/db/schema";
import { makeCategory, makeUser } from "@/lib/testing/factories";

/** Whoever may ask for something. `outside`: an editor of another category. `dismissed`: the session of a closed account. */
export const WHO = ["stranger", "dismissed", "contributor", "author", "outside", "editor", "admin"] as const;
export type Who = (typeof WHO)[number];
export type Someone = { id: string; email: string; cookie: string | undefined };

const ROLE_OF: Record<Exclude<Who, "stranger">, Role> = {
  dismissed: "admin",
  contributor: "contributor",
  author: "author",
  outside: "editor",
  editor: "editor",
  admin: "admin",
};

/** Really signed in: a row in `sessions`, and a sealed cookie that names it. */
export async function signIn(db: Db, who: Who, passwordHash: string): Promise<Someone> {
  if (who === "stranger") return { id: "", email: "", cookie: undefined };
  const now = new Date();
  const { id, email } = await makeUser(db, {
    role: ROLE_OF[who],
    passwordHash,
    disabledAt: who === "dismissed" ? now : null,
  });
  if (who === "outside")
    await db.insert(userCategories).values({ userId: id, categoryId: (await makeCategory(db)).id });
  const visit = { userAgent: "", address: "203.0.113.7" };
  const session = await startSession(db, { id, sessionVersion: 1 }, visit, now);
  return { id, email, cookie: await encode({ token: { sub: id, session }, secret: await authSecret() }) };
}
