import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { lockAddresses } from "@/lib/articles/stored";
import { recordAudit } from "@/lib/audit/record";
import { announce } from "@/lib/cache/outbox";
import { tag } from "@/lib/cache/tags";
import { freeOutletSlug, nameFault, outletSlugFault } from "@/lib/categories/names-queries";
import { spellOutlet } from "@/lib/categories/naming";
import { mayKeepAll, mayKeepOutlet } from "@/lib/categories/policy";
import { type CreateOutletInput, POLICY_FIELDS, type UpdateOutletInput } from "@/lib/categories/validation";
import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { categories, categoryAliases, categoryLogos, media, redirects } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { lockTaxonomy } from "@/lib/taxonomy/lock";

export type OutletRow = typeof categories.$inferSelect;
/** What was written, and the tags of the pages that no longer hold. */
export type WrittenOutlet = { id: string; slug: string; name: string; version: number; tags: string[] };
type Form = Omit<CreateOutletInput, "id">;

const BAD = "请检查标出的地方";
const refuse = (fields: Record<string, string>) => new AppError("invalid", BAD, fields);

/** Addresses that an outlet's slug answers, as 404 or redirect or page. */
export const pathsOf = (slug: string) => [`/category/${slug}`, `/category/${slug}.html`, `/${slug}`];

/** Reads an outlet that stands on its own and keeps others from writing it. */
export async function openOutlet(tx: Tx, ctx: Ctx, id: string): Promise<OutletRow> {
  const [outlet] = await tx.select().from(categories).where(eq(categories.id, id)).for("no key update");
  if (!outlet) throw new AppError("not_found", "没有这个媒体");
  if (!mayKeepOutlet(ctx.actor, id)) throw new AppError("forbidden", `没有权限改「${outlet.name}」`);
  if (outlet.mergedIntoId) throw new AppError("invalid", `「${outlet.name}」已并入别的媒体，不能再改`);
  return outlet;
}

/** The columns that the form fills; refuses a name or address that is or was another's, with one that is free. */
async function columnsOf(tx: Tx, form: Form, id: string | null, was?: OutletRow) {
  const { name, description } = form;
  const pinyin = form.pinyin || spellOutlet(name);
  const faults: Record<string, string> = {};
  const named = await nameFault(tx, name, id);
  if (named) faults.name = named;
  let slug = form.slug || was?.slug || "";
  if (slug && slug !== was?.slug) {
    const taken = await outletSlugFault(tx, slug, id);
    if (taken) faults.slug = `${taken}。可以用 ${await freeOutletSlug(tx, slug, id)}`;
  }
  slug ||= await freeOutletSlug(tx, pinyin.replace(/[^a-z0-9]/g, "") || "meiti", id);
  if (Object.keys(faults).length > 0) throw refuse(faults);
  const { indexing, inNews, aiCrawlers, feedText } = form;
  return { name, description, pinyin, slug, indexing, inNews, aiCrawlers, feedText };
}

/** @returns whether it is another than before */
async function writeLogo(tx: Tx, categoryId: string, mediaId: string | null): Promise<boolean> {
  const [old] = await tx.select().from(categoryLogos).where(eq(categoryLogos.categoryId, categoryId));
  if ((old?.mediaId ?? null) === mediaId) return false;
  await tx.delete(categoryLogos).where(eq(categoryLogos.categoryId, categoryId));
  if (!mediaId) return true;
  const [picture] = await tx.select({ id: media.id }).from(media).where(eq(media.id, mediaId)).for("share");
  if (!picture) throw refuse({ logoId: "图库里没有这张图片了" });
  await tx.insert(categoryLogos).values({ categoryId, mediaId });
  return true;
}

/** Makes an outlet. Readers see it in no list before something is published under it. */
export async function createOutlet(ctx: Ctx, { id, ...form }: CreateOutletInput): Promise<WrittenOutlet> {
  if (!mayKeepAll(ctx.actor)) throw new AppError("forbidden", "没有权限新建媒体");
  return ctx.db.transaction(async (tx) => {
    await lockTaxonomy(tx);
    const [known] = await tx.select().from(categories).where(eq(categories.id, id));
    // Sent again, because the answer was lost on the way.
    if (known) return { id, slug: known.slug, name: known.name, version: known.version, tags: [] };
    await lockAddresses(tx);
    const columns = await columnsOf(tx, form, null);
    await tx.insert(categories).values({ id, ...columns, createdAt: ctx.now, updatedAt: ctx.now });
    await writeLogo(tx, id, form.logoId);
    const { name, slug } = columns;
    await auditOutlet(tx, ctx, "category.created", id, { name, slug });
    const tags = [tag.names, tag.indexing, ...pathsOf(slug).map(tag.path)];
    await announce(tx, "category.created", tags);
    return { id, slug, name, version: 1, tags };
  });
}

/** Saves the form. A former address and a former name stay the outlet's own: they lead here, for readers and importers. */
export async function updateOutlet(ctx: Ctx, { id, version, ...form }: UpdateOutletInput): Promise<WrittenOutlet> {
  return ctx.db.transaction(async (tx) => {
    await lockTaxonomy(tx);
    const old = await openOutlet(tx, ctx, id);
    if (old.version !== version) throw new AppError("conflict", "这个媒体刚被别人改过，请刷新看过再改");
    await lockAddresses(tx);
    const columns = await columnsOf(tx, form, id, old);
    const hasNewLogo = await writeLogo(tx, id, form.logoId);
    const changed = (Object.keys(columns) as (keyof typeof columns)[]).filter((key) => columns[key] !== old[key]);
    const { slug, name } = columns;
    if (changed.length === 0 && !hasNewLogo) return { id, slug, name, version, tags: [] };
    await tx
      .update(categories)
      .set({ ...columns, version: version + 1, updatedAt: ctx.now })
      .where(eq(categories.id, id));
    if (slug !== old.slug) await moveAddress(tx, ctx, old, slug);
    if (name !== old.name) await keepAlias(tx, ctx, id, old.name, "name");
    // What it is called now is no other name of it.
    await tx
      .delete(categoryAliases)
      .where(
        and(
          eq(categoryAliases.categoryId, id),
          inArray(categoryAliases.alias, [name, slug]),
          sql`${categoryAliases.origin} <> 'import'`,
        ),
      );
    const change = Object.fromEntries(changed.map((key) => [key, { from: old[key], to: columns[key] }]));
    await auditOutlet(tx, ctx, "category.updated", id, { name, ...change, ...(hasNewLogo && { logoId: form.logoId }) });
    const moved = slug === old.slug ? [] : [...pathsOf(old.slug), ...pathsOf(slug)];
    const tags = [tag.outlet(id), tag.category(id), tag.categoryOlder(id), tag.categories, tag.corrections];
    tags.push(tag.home, tag.names, ...moved.map(tag.path));
    if (POLICY_FIELDS.some((field) => changed.includes(field))) tags.push(tag.indexing);
    await announce(tx, "category.updated", tags);
    return { id, slug, name, version: version + 1, tags };
  });
}

/** From now on the old address leads to the outlet, and the new one to nothing but itself. */
async function moveAddress(tx: Tx, ctx: Ctx, old: OutletRow, slug: string) {
  await keepAlias(tx, ctx, old.id, old.slug, "slug");
  await tx.delete(redirects).where(eq(redirects.fromPath, `/category/${slug}`));
  await leadOn(tx, ctx, old);
}

/** An address that another outlet's alias may spell as well: a row of its own decides whose it is. */
export const leadOn = (tx: Tx, ctx: Ctx, { id, slug }: { id: string; slug: string }) =>
  tx
    .insert(redirects)
    .values({ fromPath: `/category/${slug}`, categoryId: id, origin: "moved", createdAt: ctx.now })
    .onConflictDoUpdate({
      target: redirects.fromPath,
      set: { categoryId: id, articleId: null, toPath: null, origin: "moved" },
    });

/** Keeps another name of an outlet; one that it has already stays what it is, but for an address being stronger. */
async function keepAlias(tx: Tx, ctx: Ctx, categoryId: string, alias: string, origin: "slug" | "name") {
  await tx
    .insert(categoryAliases)
    .values({ alias, categoryId, origin, createdAt: ctx.now })
    .onConflictDoUpdate({
      target: categoryAliases.alias,
      set: { origin },
      setWhere: sql`${categoryAliases.categoryId} = ${categoryId} and ${categoryAliases.origin} = 'desk'`,
    });
}

export const auditOutlet = (tx: Tx, ctx: Ctx, action: string, id: string, change: Record<string, unknown>) =>
  recordAudit(tx, ctx, { action, subjectType: "category", subjectId: id, change });
