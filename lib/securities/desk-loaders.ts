import "server-only";
import { notFound } from "next/navigation";
import { requireActorAt } from "@/lib/auth/require";
import { mayKeepAll, maySeeOutlets } from "@/lib/categories/policy";
import { getDb } from "@/lib/db/client";
import { findSecurityForDesk, listRefusedLinks, listSecurityLines } from "./desk-queries";
import { REFUSED_PATH, type RefusedParams, refusedPath, type SecurityParams, securitiesPath } from "./params";
import { listRelinks } from "./relink-queries";

async function requireDesk(path: string) {
  const actor = await requireActorAt(path);
  if (!maySeeOutlets(actor)) notFound();
  return actor;
}

/** The list of securities, and the looks at stored articles that were begun last. */
export async function loadSecurities(params: SecurityParams) {
  const actor = await requireDesk(securitiesPath(params));
  const db = getDb();
  const [{ items, hasNewer, hasOlder }, looks] = await Promise.all([listSecurityLines(db, params), listRelinks(db)]);
  const [first, last] = [items[0], items.at(-1)];
  return {
    rows: items,
    looks: looks.filter(({ isUnderWay }) => isUnderWay),
    mayChange: mayKeepAll(actor),
    newer: hasNewer && first ? securitiesPath(params, { before: first.symbol }) : null,
    older: hasOlder && last ? securitiesPath(params, { after: last.symbol }) : null,
  };
}
export type SecurityLine = Awaited<ReturnType<typeof loadSecurities>>["rows"][number];

/** For the form of a new one. */
export async function loadNewSecurity() {
  const actor = await requireDesk("/admin/securities/new");
  if (!mayKeepAll(actor)) notFound();
  return { mayChange: true };
}

/** One security with its names; null when there is none. */
export async function loadSecurity(symbol: string) {
  const actor = await requireDesk(`/admin/securities/${encodeURIComponent(symbol)}`);
  const db = getDb();
  const found = await findSecurityForDesk(db, symbol);
  if (!found) return null;
  const { security, names, count, refused } = found;
  return {
    security: { ...security, counterpart: security.counterpart ?? "", names },
    count,
    refused,
    looks: await listRelinks(db, symbol),
    mayChange: mayKeepAll(actor),
  };
}
export type LoadedSecurity = NonNullable<Awaited<ReturnType<typeof loadSecurity>>>;

/** What was refused of the provider's links. */
export async function loadRefusedLinks(params: RefusedParams) {
  await requireDesk(REFUSED_PATH);
  const { items, hasNewer, hasOlder } = await listRefusedLinks(getDb(), params);
  const [first, last] = [items[0], items.at(-1)];
  const at = ({ createdAt, articleId, symbol, word }: (typeof items)[number]) =>
    [createdAt.toISOString(), articleId, symbol, word] satisfies [string, string, string, string];
  return {
    rows: items.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
    newer: hasNewer && first ? refusedPath("before", at(first)) : null,
    older: hasOlder && last ? refusedPath("after", at(last)) : null,
  };
}
export type RefusedLine = Awaited<ReturnType<typeof loadRefusedLinks>>["rows"][number];
