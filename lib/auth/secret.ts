import "server-only";
import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { type Db, getDb } from "@/lib/db/client";
import { installation } from "@/lib/db/schema";
import { env } from "@/lib/env";

/** The installation's own secret; the first process to ask makes it. */
export async function installationSecret(db: Db): Promise<string> {
  await db
    .insert(installation)
    .values({ key: "auth_secret", value: randomBytes(32).toString("base64url") })
    .onConflictDoNothing();
  const [row] = await db.select().from(installation).where(eq(installation.key, "auth_secret"));
  return String(row!.value);
}

let kept: Promise<string> | undefined;

/** Signs sessions. */
export function authSecret(): Promise<string> {
  const { AUTH_SECRET } = env();
  if (AUTH_SECRET) return Promise.resolve(AUTH_SECRET);
  kept ??= installationSecret(getDb()).catch((error) => {
    kept = undefined;
    throw error;
  });
  return kept;
}
