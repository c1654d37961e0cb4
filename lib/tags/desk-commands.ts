import "server-only";
import { and, eq, ne, or } from "drizzle-orm";
import { recordAudit } from "@/lib/audit/record";
import { announce } from "@/lib/cache/outbox";
import { tag } from "@/lib/cache/tags";
import { mayKeepAll } from "@/lib/categories/policy";
import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { tagAliases, tags } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { freeTagSlug, tagNameFault, tagSlugFault } from "@/lib/tags/names-queries";
import { tagSlug } from "@/lib/tags/naming";
import type { CreateTagInput, UpdateTagInput } from "@/lib/tags/validation";
import { lockTaxonomy } from "@/lib/taxonomy/lock";

export type TagRow = typeof tags.$inferSelect;
export type WrittenTag = { id: string; slug: string; name: string; version: number; tags: string[] };

export const tagPathTag = (slug: string) => tag.path(`/tag/${slug}`);
const refuse = (fields: Record<string, string>) => new AppError("invalid", "请检查标出的地方", fields);

export function requireTagRight({ actor }: Ctx) {
  if (!mayKeepAll(actor)) throw new AppError("forbidden", "没有权限管理标签");
}

/** Reads a tag that stands on its own and keeps others from writing it. */
export async function openTag(tx: Tx, ctx: Ctx, id: string): Promise<TagRow> {
  requireTagRight(ctx);
  const [row] = await tx.select().from(tags).where(eq(tags.id, id)).for("no key update");
  if (!row) throw new AppError("not_found", "没有这个标签");
  if (row.mergedIntoId) throw new AppError("invalid", `「${row.name}」已并入或拆成别的标签，不能再改`);
  return row;
}

async function columnsOf(tx: Tx, form: Omit<CreateTagInput, "id">, id: string | null, was?: TagRow) {
  const faults: Record<string, string> = {};
  const named = form.name === was?.name ? null : await tagNameFault(tx, form.name, id);
  if (named) faults.name = named;
  let slug = form.slug || was?.slug || "";
  if (slug && slug !== was?.slug) {
    const taken = await tagSlugFault(tx, slug, id);
    if (taken) faults.slug = `${taken}。可以用 ${await freeTagSlug(tx, slug, id)}`;
  }
  slug ||= await freeTagSlug(tx, tagSlug(form.name), id);
  if (Object.keys(faults).length > 0) throw refuse(faults);
  return { name: form.name, slug, description: form.description };
}

export async function createTag(ctx: Ctx, { id, ...form }: CreateTagInput): Promise<WrittenTag> {
  requireTagRight(ctx);
  return ctx.db.transaction(async (tx) => {
    await lockTaxonomy(tx);
    const [known] = await tx.select().from(tags).where(eq(tags.id, id));
    // Sent again, because the answer was lost on the way.
    if (known) return { id, slug: known.slug, name: known.name, version: known.version, tags: [] };
    const columns = await columnsOf(tx, form, null);
    await tx.insert(tags).values({ id, ...columns, createdAt: ctx.now });
    const { name, slug } = columns;
    await auditTag(tx, ctx, "tag.created", id, { name, slug });
    const stale = [tagPathTag(slug)];
    await announce(tx, "tag.created", stale);
    return { id, slug, name, version: 1, tags: stale };
  });
}

/** Saves the form. A former address leads here, and a former name means this tag, for writers and importers. */
export async function updateTag(ctx: Ctx, { id, version, ...form }: UpdateTagInput): Promise<WrittenTag> {
  return ctx.db.transaction(async (tx) => {
    await lockTaxonomy(tx);
    const old = await openTag(tx, ctx, id);
    if (old.version !== version) throw new AppError("conflict", "这个标签刚被别人改过，请刷新看过再改");
    const columns = await columnsOf(tx, form, id, old);
    const changed = (Object.keys(columns) as (keyof typeof columns)[]).filter((key) => columns[key] !== old[key]);
    const { slug, name } = columns;
    if (changed.length === 0) return { id, slug, name, version, tags: [] };
    await tx
      .update(tags)
      .set({ ...columns, version: version + 1 })
      .where(eq(tags.id, id));
    if (slug !== old.slug) await keepAlias(tx, ctx, id, old.slug, "slug");
    if (name !== old.name) await keepAlias(tx, ctx, id, old.name, "name");
    // What it is called now is no other name of it; a former address stays one, also where it spells the name.
    const isNow = or(eq(tagAliases.key, slug), and(eq(tagAliases.key, tagSlug(name)), ne(tagAliases.origin, "slug")));
    await tx.delete(tagAliases).where(and(eq(tagAliases.tagId, id), isNow));
    const change = Object.fromEntries(changed.map((key) => [key, { from: old[key], to: columns[key] }]));
    await auditTag(tx, ctx, "tag.updated", id, { name, ...change });
    const stale = [tag.topic(id), tag.topicOlder(id), tag.topicPlace(id), tagPathTag(old.slug), tagPathTag(slug)];
    await announce(tx, "tag.updated", stale);
    return { id, slug, name, version: version + 1, tags: stale };
  });
}

/** An address is stronger than a name: it stays for ever. */
async function keepAlias(tx: Tx, ctx: Ctx, tagId: string, alias: string, origin: "slug" | "name") {
  const key = origin === "slug" ? alias : tagSlug(alias);
  const insert = tx.insert(tagAliases).values({ key, alias, tagId, origin, createdAt: ctx.now });
  if (origin === "name") await insert.onConflictDoNothing();
  else
    await insert.onConflictDoUpdate({ target: tagAliases.key, set: { origin }, setWhere: eq(tagAliases.tagId, tagId) });
}

/** Another name that means this tag. */
export async function addTagAlias(ctx: Ctx, { id, alias }: { id: string; alias: string }): Promise<{ tags: string[] }> {
  return ctx.db.transaction(async (tx) => {
    await lockTaxonomy(tx);
    const row = await openTag(tx, ctx, id);
    const key = tagSlug(alias);
    const [known] = await tx.select({ tagId: tagAliases.tagId }).from(tagAliases).where(eq(tagAliases.key, key));
    const own = known?.tagId === id || key === row.slug || alias === row.name;
    const fault = own
      ? "已经有这个名称或别名"
      : ((await tagNameFault(tx, alias, id)) ?? (await tagSlugFault(tx, key, id)));
    if (fault) throw refuse({ alias: fault });
    await tx.insert(tagAliases).values({ key, alias, tagId: id, origin: "desk", createdAt: ctx.now });
    await auditTag(tx, ctx, "tag.alias-added", id, { name: row.name, alias });
    const stale = [tagPathTag(key), tagPathTag(alias)];
    await announce(tx, "tag.alias-added", stale);
    return { tags: stale };
  });
}

export async function removeTagAlias(ctx: Ctx, { id, key }: { id: string; key: string }): Promise<{ tags: string[] }> {
  return ctx.db.transaction(async (tx) => {
    await lockTaxonomy(tx);
    const row = await openTag(tx, ctx, id);
    const its = and(eq(tagAliases.key, key), eq(tagAliases.tagId, id));
    const [alias] = await tx.select().from(tagAliases).where(its);
    if (!alias) throw new AppError("not_found", "没有这个别名");
    if (alias.origin === "slug") throw new AppError("invalid", `「${alias.alias}」去不掉：从前的地址，读者手里还有`);
    await tx.delete(tagAliases).where(its);
    await auditTag(tx, ctx, "tag.alias-removed", id, { name: row.name, alias: alias.alias });
    const stale = [tag.topicPlace(id), tagPathTag(key)];
    await announce(tx, "tag.alias-removed", stale);
    return { tags: stale };
  });
}

export const auditTag = (tx: Tx, ctx: Ctx, action: string, id: string, change: Record<string, unknown>) =>
  recordAudit(tx, ctx, { action, subjectType: "tag", subjectId: id, change });
