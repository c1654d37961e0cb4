import "server-only";
import { v7 as uuidv7 } from "uuid";
import { recordAudit } from "@/lib/audit/record";
import { announce } from "@/lib/cache/outbox";
import { tag } from "@/lib/cache/tags";
import { outletKey, spellOutlet } from "@/lib/categories/naming";
import type { Ctx } from "@/lib/context";
import { categories, categoryAliases, redirects } from "@/lib/db/schema";
import { lockTaxonomy } from "@/lib/taxonomy/lock";
import { oldCategoryPaths } from "./jekyll/old-address";
import { categorySlug } from "./jekyll/outlet";

export type WrittenOutlet = { categories: string; outlet: string };
/** Gives the category of what a post's header says; null when none was made of it. */
export type OutletIds = (written: WrittenOutlet) => string | null;

type Outlet = { name: string; written: Set<string> };

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** One entry per outlet. The tag is its true name; the pinyin is only how it was spelled in addresses. */
function collect(all: WrittenOutlet[]): Map<string, Outlet> {
  const outlets = new Map<string, Outlet>();
  const named = all
    .filter(({ outlet }) => outlet !== "")
    .sort((a, b) => byText(a.outlet, b.outlet) || byText(a.categories, b.categories));
  const firstOf = new Map<string, string>();
  for (const { categories: written, outlet } of named) {
    const key = outletKey(outlet);
    const entry = outlets.get(key) ?? { name: outlet, written: new Set() };
    entry.written.add(written);
    outlets.set(key, entry);
    if (!firstOf.has(written)) firstOf.set(written, key);
  }
  for (const { categories: written } of all.filter(({ outlet }) => outlet === "")) {
    if (firstOf.has(written)) continue;
    const name = written || "其他";
    outlets.set(outletKey(name), outlets.get(outletKey(name)) ?? { name, written: new Set([written]) });
  }
  return outlets;
}

/** Which outlet stands today for each of these. */
function standingOf(known: { id: string; mergedIntoId: string | null }[]) {
  const into = new Map(known.map(({ id, mergedIntoId }) => [id, mergedIntoId]));
  return (id: string): string => {
    let at = id;
    for (let next = into.get(at); next; next = into.get(at)) at = next;
    return at;
  };
}

/**
 * Creates the outlets of an import before its first post, all at once and in the order of their spelling, so that
 * neither the order of the files nor an interrupted run decides who gets which slug. Two outlets of one pinyin: the
 * later one in the alphabet gets `-2`.
 */
export async function ensureOutlets(ctx: Ctx, all: WrittenOutlet[]): Promise<OutletIds> {
  const outlets = collect(all);
  return ctx.db.transaction(async (tx) => {
    await lockTaxonomy(tx);
    const { id, slug, name, mergedIntoId } = categories;
    const known = await tx.select({ id, slug, name, mergedIntoId }).from(categories);
    // What was merged away, renamed or given another name is found under the outlet that stands for it today.
    const standing = standingOf(known);
    const before = await tx.select().from(categoryAliases);
    const called = before.filter(({ origin }) => origin === "name" || origin === "desk");
    const ids = new Map(called.map((row) => [outletKey(row.alias), standing(row.categoryId)]));
    for (const row of known) ids.set(outletKey(row.name), standing(row.id));
    // A former address stays with its outlet.
    const former = before.filter(({ origin }) => origin !== "import").map(({ alias }) => alias.toLowerCase());
    const slugs = new Set([...known.map((row) => row.slug), ...former]);
    const created: (typeof categories.$inferInsert & { id: string })[] = [];
    const sorted = [...outlets].map(([key, outlet]) => ({ key, ...outlet, written: [...outlet.written].sort(byText) }));
    sorted.sort((a, b) => byText(a.written[0]!, b.written[0]!) || byText(a.key, b.key));
    for (const { key, name, written } of sorted) {
      if (ids.has(key)) continue;
      const base = categorySlug(written[0] || name);
      let slug = base;
      for (let number = 2; slugs.has(slug); number++) slug = `${base}-${number}`;
      slugs.add(slug);
      const id = uuidv7();
      ids.set(key, id);
      created.push({ id, slug, name, pinyin: spellOutlet(name), createdAt: ctx.now, updatedAt: ctx.now });
    }
    if (created.length > 0) {
      await tx.insert(categories).values(created);
      await recordAudit(
        tx,
        ctx,
        ...created.map(({ id, slug, name }) => ({
          action: "category.created",
          subjectType: "category",
          subjectId: id,
          change: { slug, name },
        })),
      );
    }
    const aliases = sorted.flatMap(({ key, written }) =>
      written.filter(Boolean).map((alias) => ({ alias, categoryId: ids.get(key)!, createdAt: ctx.now })),
    );
    const have = new Set(before.map((row) => row.alias));
    const fresh = aliases.filter(
      ({ alias }, index) => !have.has(alias) && aliases.findIndex((a) => a.alias === alias) === index,
    );
    if (fresh.length > 0) {
      await tx.insert(categoryAliases).values(fresh).onConflictDoNothing();
      const paths = fresh.flatMap(({ alias, categoryId }) =>
        oldCategoryPaths(alias).map((fromPath) => ({ fromPath, categoryId })),
      );
      const slugPaths = new Set([...slugs].map((slug) => `/category/${slug}`));
      const moved = paths.filter(({ fromPath }) => !slugPaths.has(fromPath));
      await tx
        .insert(redirects)
        .values(moved.map((row) => ({ ...row, origin: "import" as const, createdAt: ctx.now })))
        .onConflictDoNothing();
      await announce(tx, "import", [
        tag.categories,
        tag.names,
        tag.home,
        ...moved.map(({ fromPath }) => tag.path(fromPath)),
      ]);
    }
    const stored = await tx.select().from(categoryAliases);
    const byAlias = new Map(stored.map((row) => [row.alias, standing(row.categoryId)]));
    return ({ categories: written, outlet }) =>
      (outlet ? ids.get(outletKey(outlet)) : (byAlias.get(written) ?? ids.get(outletKey(written || "其他")))) ?? null;
  });
}
