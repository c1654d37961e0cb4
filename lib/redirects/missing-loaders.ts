import "server-only";
import { notFound } from "next/navigation";
import { requireActorAt } from "@/lib/auth/require";
import { beijingDay } from "@/lib/dates";
import { getDb } from "@/lib/db/client";
import { type RedirectParams, redirectsPath } from "@/lib/redirects/params";
import { mayRedirect } from "@/lib/redirects/policy";
import { type Suggestion, suggestTarget } from "@/lib/redirects/suggest-queries";
import { isAutomatic } from "@/lib/stats/missing";
import { listIgnored, listMissing } from "@/lib/stats/queries";

const DAYS = 7;
/** Looked at, to find those that people asked for among them. */
const MOST_LOOKED_AT = 200;
const MOST_SHOWN = 12;

export type MissingLine = { path: string; hits: number; suggestion: Suggestion | null };

/**
 * What readers looked for in vain in the last days, most wanted first, with what they probably meant; and, apart, what
 * programs ask for by themselves and what the desk ignores. Neither says who asked or from where.
 */
export async function loadMissing(params: RedirectParams) {
  const actor = await requireActorAt(redirectsPath(params));
  if (!mayRedirect(actor)) notFound();
  const db = getDb();
  const since = beijingDay(new Date(Date.now() - (DAYS - 1) * 24 * 3_600_000));
  const [all, ignored] = await Promise.all([listMissing(db, since, MOST_LOOKED_AT), listIgnored(db, MOST_LOOKED_AT)]);
  const wanted = all.filter(({ path }) => !isAutomatic(path)).slice(0, MOST_SHOWN);
  const lines = await Promise.all(
    wanted.map(
      async ({ path, hits }): Promise<MissingLine> => ({ path, hits, suggestion: await suggestTarget(db, path) }),
    ),
  );
  const automatic = all.filter(({ path }) => isAutomatic(path)).slice(0, MOST_SHOWN);
  return { lines, automatic: automatic.map(({ path, hits }) => ({ path, hits })), ignored };
}
export type Missing = Awaited<ReturnType<typeof loadMissing>>;
