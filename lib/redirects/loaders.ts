import "server-only";
import { notFound } from "next/navigation";
import { z } from "zod";
import { requireActorAt } from "@/lib/auth/require";
import { getDb } from "@/lib/db/client";
import { findRedirect, listRedirects } from "@/lib/redirects/desk-queries";
import { type RedirectParams, redirectsPath } from "@/lib/redirects/params";
import { mayRedirect } from "@/lib/redirects/policy";

/** Old addresses, and the one in the form. */
export async function loadRedirects(params: RedirectParams) {
  const actor = await requireActorAt(redirectsPath(params, { edit: params.edit }));
  if (!mayRedirect(actor)) notFound();
  const db = getDb();
  const prefix = params.q ? params.q.replace(/^(?!\/)/, "/") : undefined;
  const cursor = (text: string | undefined) => (prefix || z.uuid().safeParse(text).success ? text : undefined);
  const page = { after: cursor(params.after), before: cursor(params.before) };
  const [{ items, hasNewer, hasOlder }, editing] = await Promise.all([
    listRedirects(db, prefix, page),
    params.edit ? findRedirect(db, params.edit) : null,
  ]);
  const at = (line: (typeof items)[number]) => (prefix ? line.from : line.id);
  return {
    items: items.map(({ lastHitAt, ...line }) => ({ ...line, lastHitAt: lastHitAt?.toISOString() ?? null })),
    newer: hasNewer && items.length > 0 ? redirectsPath(params, { before: at(items[0]!) }) : null,
    older: hasOlder && items.length > 0 ? redirectsPath(params, { after: at(items.at(-1)!) }) : null,
    editing: editing && { id: editing.id, from: editing.from, to: editing.to },
  };
}
export type RedirectLine = Awaited<ReturnType<typeof loadRedirects>>["items"][number];
