import "server-only";
import { notFound } from "next/navigation";
import { requireActorAt } from "@/lib/auth/require";
import { getDb } from "@/lib/db/client";
import { mayManageTokens } from "./policy";
import { listTokens } from "./queries";

const iso = (at: Date | null) => at?.toISOString() ?? null;

export type TokenState = "live" | "expired" | "revoked";

/** The tokens, for who may manage them; nobody else learns that the page is there. */
export async function loadTokens() {
  if (!mayManageTokens(await requireActorAt("/admin/tokens"))) notFound();
  const now = new Date();
  const rows = await listTokens(getDb());
  return rows.map(({ createdAt, lastUsedAt, expiresAt, revokedAt, ...row }) => {
    const state: TokenState = revokedAt ? "revoked" : expiresAt && expiresAt <= now ? "expired" : "live";
    return {
      ...row,
      state,
      createdAt: createdAt.toISOString(),
      lastUsedAt: iso(lastUsedAt),
      expiresAt: iso(expiresAt),
      revokedAt: iso(revokedAt),
    };
  });
}
export type TokenList = Awaited<ReturnType<typeof loadTokens>>;
