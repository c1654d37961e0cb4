import "server-only";
import { notFound } from "next/navigation";
import { z } from "zod";
import { requireActorAt } from "@/lib/auth/require";
import { mayKeepAll, maySeeOutlets } from "@/lib/categories/policy";
import { getDb } from "@/lib/db/client";
import { findTagForDesk, listTagLines } from "@/lib/tags/desk-queries";
import { listSameAddress } from "@/lib/tags/names-queries";
import { type TagParams, tagsPath } from "@/lib/tags/params";
import { actsOf } from "@/lib/taxonomy/loaders";

async function requireDesk(path: string) {
  const actor = await requireActorAt(path);
  if (!maySeeOutlets(actor)) notFound();
  return actor;
}

/** The list of tags. */
export async function loadTags(params: TagParams) {
  const actor = await requireDesk(tagsPath(params));
  const isById = params.sort === "newest";
  const cursor = (text: string | undefined) => (isById && !z.uuid().safeParse(text).success ? undefined : text);
  const page = { ...params, after: cursor(params.after), before: cursor(params.before) };
  const { items, hasNewer, hasOlder } = await listTagLines(getDb(), page);
  const [first, last] = [items[0], items.at(-1)];
  const at = (row: (typeof items)[number]) => (isById ? row.id : row.slug);
  return {
    rows: items.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
    mayChange: mayKeepAll(actor),
    newer: hasNewer && first ? tagsPath(params, { before: at(first) }) : null,
    older: hasOlder && last ? tagsPath(params, { after: at(last) }) : null,
  };
}
export type TagLine = Awaited<ReturnType<typeof loadTags>>["rows"][number];

/** For the form of a new one. */
export async function loadNewTag() {
  const actor = await requireDesk("/admin/tags/new");
  if (!mayKeepAll(actor)) notFound();
  return { mayChange: true };
}

/** One tag with its names, its merges and splits; null when there is none. */
export async function loadTag(id: string) {
  const actor = await requireDesk(`/admin/tags/${encodeURIComponent(id)}`);
  const db = getDb();
  const found = z.uuid().safeParse(id).success ? await findTagForDesk(db, id) : null;
  if (!found) return null;
  const { tag, into, count, aliases, parts } = found;
  const [acts, same] = await Promise.all([actsOf(db, actor, id), listSameAddress(db, tag.name, id)]);
  const { name, slug, description, version } = tag;
  return {
    tag: { id, name, slug, description, version, count },
    into,
    parts,
    aliases: aliases.map((row) => ({ ...row, stays: row.origin === "slug" ? "从前的地址，读者手里还有" : null })),
    acts,
    same,
    mayChange: mayKeepAll(actor) && !into,
  };
}
export type LoadedTag = NonNullable<Awaited<ReturnType<typeof loadTag>>>;
