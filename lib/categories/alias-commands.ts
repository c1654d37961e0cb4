import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { announce } from "@/lib/cache/outbox";
import { tag } from "@/lib/cache/tags";
import { auditOutlet, openOutlet, pathsOf } from "@/lib/categories/commands";
import { nameFault, outletSlugFault } from "@/lib/categories/names-queries";
import type { AddOutletAliasInput } from "@/lib/categories/validation";
import type { Ctx } from "@/lib/context";
import { categories, categoryAliases } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { lockTaxonomy } from "@/lib/taxonomy/lock";

/** Why an alias stays; null when it may be removed. */
export const whyAliasStays = (origin: (typeof categoryAliases.$inferSelect)["origin"]): string | null =>
  origin === "slug" ? "从前的地址，读者手里还有" : origin === "import" ? "旧站的写法，旧链接靠它" : null;

/** Another name by which importers and addresses find an outlet. */
export async function addOutletAlias(ctx: Ctx, { id, alias }: AddOutletAliasInput): Promise<{ tags: string[] }> {
  return ctx.db.transaction(async (tx) => {
    await lockTaxonomy(tx);
    const outlet = await openOutlet(tx, ctx, id);
    const [known] = await tx
      .select({ name: categories.name, id: categories.id })
      .from(categoryAliases)
      .innerJoin(categories, eq(categories.id, categoryAliases.categoryId))
      .where(eq(sql`lower(${categoryAliases.alias})`, alias.toLowerCase()));
    const own = known?.id === id || alias === outlet.name || alias === outlet.slug;
    const fault = own
      ? "已经有这个名称或别名"
      : known
        ? `这是「${known.name}」的别名`
        : ((await nameFault(tx, alias, id)) ?? (await outletSlugFault(tx, alias.toLowerCase(), id)));
    if (fault) throw new AppError("invalid", "请检查标出的地方", { alias: fault });
    await tx.insert(categoryAliases).values({ alias, categoryId: id, origin: "desk", createdAt: ctx.now });
    await auditOutlet(tx, ctx, "category.alias-added", id, { name: outlet.name, alias });
    const tags = [tag.names, ...[...pathsOf(alias), ...pathsOf(alias.toLowerCase())].map(tag.path)];
    await announce(tx, "category.alias-added", tags);
    return { tags };
  });
}

/** Takes away a name that no address stands on. */
export async function removeOutletAlias(
  ctx: Ctx,
  { id, alias }: { id: string; alias: string },
): Promise<{ tags: string[] }> {
  return ctx.db.transaction(async (tx) => {
    await lockTaxonomy(tx);
    const outlet = await openOutlet(tx, ctx, id);
    const its = and(eq(categoryAliases.alias, alias), eq(categoryAliases.categoryId, id));
    const [row] = await tx.select().from(categoryAliases).where(its);
    if (!row) throw new AppError("not_found", "没有这个别名");
    const why = whyAliasStays(row.origin);
    if (why) throw new AppError("invalid", `「${alias}」去不掉：${why}`);
    await tx.delete(categoryAliases).where(its);
    await auditOutlet(tx, ctx, "category.alias-removed", id, { name: outlet.name, alias });
    const tags = [tag.outlet(id), tag.names, ...pathsOf(alias).map(tag.path)];
    await announce(tx, "category.alias-removed", tags);
    return { tags };
  });
}
