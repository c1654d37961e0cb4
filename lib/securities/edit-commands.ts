import "server-only";
import { and, eq, inArray, ne, notInArray } from "drizzle-orm";
import { recordAudit } from "@/lib/audit/record";
import { announce } from "@/lib/cache/outbox";
import { tag } from "@/lib/cache/tags";
import { mayKeepAll } from "@/lib/categories/policy";
import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { securities, securityNames } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { counterpartFault, pair } from "./counterparts";
import { changesOf, type Name, wordsOf } from "./name-changes";
import { planRelink } from "./relink";
import { spellName, writtenForms } from "./spelling";
import type { CreateSecurityInput, UpdateSecurityInput } from "./validation";

type Row = typeof securities.$inferSelect;
export type SavedSecurity = { symbol: string; name: string; version: number; relink: string | null; tags: string[] };

const refuse = (fields: Record<string, string>) => new AppError("invalid", "请检查标出的地方", fields);

function requireRight({ actor }: Ctx) {
  if (!mayKeepAll(actor)) throw new AppError("forbidden", "没有权限管理证券");
}

/** Adds a security that the list lacks. */
export async function createSecurity(
  ctx: Ctx,
  { symbol, names, ...form }: CreateSecurityInput,
): Promise<SavedSecurity> {
  requireRight(ctx);
  return ctx.db.transaction(async (tx) => {
    const [known] = await tx.select().from(securities).where(eq(securities.symbol, symbol)).for("update");
    if (known) throw refuse({ symbol: `已有这个代码：${known.name}` });
    await requireSound(tx, symbol, form, names);
    // Version 2: the seed list leaves it alone.
    const row = { symbol, ...form, counterpart: null, version: 2, ...spellName(form.name) };
    await tx.insert(securities).values(row);
    await writeNames(tx, ctx, symbol, [], names);
    await pair(tx, symbol, null, form.counterpart || null);
    const { name } = form;
    await audit(tx, ctx, "security.created", symbol, { name, symbol, names: names.map((one) => one.name) });
    const words = [...writtenForms(name), form.fullName, ...names.map((one) => one.name)];
    return finish(tx, ctx, { symbol, name, version: 2 }, words);
  });
}

/** Saves the form. Articles that hold a name that came, went or means something else now are looked at again. */
export async function updateSecurity(
  ctx: Ctx,
  { symbol, version, names, ...form }: UpdateSecurityInput,
): Promise<SavedSecurity> {
  requireRight(ctx);
  return ctx.db.transaction(async (tx) => {
    const [old] = await tx.select().from(securities).where(eq(securities.symbol, symbol)).for("update");
    if (!old) throw new AppError("not_found", "没有这只证券");
    if (old.version !== version) throw new AppError("conflict", "这只证券刚被别人改过，请刷新看过再改");
    const before = await tx.select().from(securityNames).where(eq(securityNames.symbol, symbol));
    const kept = withFormerName(old, form.name, names);
    await requireSound(tx, symbol, form, kept);
    const next = { ...form, counterpart: form.counterpart || null };
    const change = changesOf(old, next, before, kept);
    if (Object.keys(change).length === 0) return { symbol, name: old.name, version, relink: null, tags: [] };
    const { counterpart, ...columns } = next;
    await tx
      .update(securities)
      .set({ ...columns, ...spellName(form.name), version: version + 1 })
      .where(eq(securities.symbol, symbol));
    await writeNames(tx, ctx, symbol, before, kept);
    if (counterpart !== old.counterpart) await pair(tx, symbol, old.counterpart, counterpart);
    await audit(tx, ctx, "security.updated", symbol, { name: form.name, ...change });
    const words = wordsOf(old, next, before, kept);
    return finish(tx, ctx, { symbol, name: form.name, version: version + 1 }, words);
  });
}

/** A name that a security gives up stays one by which older texts mean it. */
function withFormerName(old: Row, name: string, names: Name[]): Name[] {
  const others = names.filter((one) => one.name !== name);
  const hadNone = old.name === name || old.name === old.symbol || others.some((one) => one.name === old.name);
  return hadNone ? others : [...others, { name: old.name, kind: "former", isAmbiguous: old.isAmbiguous }];
}

async function requireSound(tx: Tx, symbol: string, form: { name: string; counterpart: string }, names: Name[]) {
  const faults: Record<string, string> = {};
  if (names.some(({ name }) => name === form.name)) faults.names = "别名和名称一样";
  if (names.length > 0) {
    const [holder] = await tx
      .select({ symbol: securities.symbol, name: securities.name })
      .from(securities)
      .where(
        and(
          ne(securities.symbol, symbol),
          ne(securities.symbol, form.counterpart),
          inArray(
            securities.name,
            names.map(({ name }) => name),
          ),
        ),
      );
    if (holder) faults.names = `「${holder.name}」是 ${holder.symbol} 的名称`;
  }
  if (form.counterpart) {
    const fault = await counterpartFault(tx, symbol, form.counterpart);
    if (fault) faults.counterpart = fault;
  }
  if (Object.keys(faults).length > 0) throw refuse(faults);
}

async function writeNames(tx: Tx, ctx: Ctx, symbol: string, before: Name[], names: Name[]) {
  const list = names.map(({ name }) => name);
  const others = list.length > 0 ? notInArray(securityNames.name, list) : undefined;
  await tx.delete(securityNames).where(and(eq(securityNames.symbol, symbol), others));
  for (const { name, kind, isAmbiguous } of names) {
    const old = before.find((one) => one.name === name);
    const its = and(eq(securityNames.symbol, symbol), eq(securityNames.name, name));
    if (!old)
      await tx
        .insert(securityNames)
        .values({ symbol, name, kind, isAmbiguous, ...spellName(name), createdAt: ctx.now });
    else if (old.kind !== kind || old.isAmbiguous !== isAmbiguous)
      await tx.update(securityNames).set({ kind, isAmbiguous, origin: "editor" }).where(its);
  }
}

const audit = (tx: Tx, ctx: Ctx, action: string, symbol: string, change: Record<string, unknown>) =>
  recordAudit(tx, ctx, { action, subjectType: "security", subjectId: symbol, change });

async function finish(
  tx: Tx,
  ctx: Ctx,
  saved: { symbol: string; name: string; version: number },
  words: string[],
): Promise<SavedSecurity> {
  const { symbol } = saved;
  const about = [...new Set(words)].filter((word) => word.length >= 2);
  const relink = about.length > 0 ? await planRelink(tx, ctx, { symbol, words: about }) : null;
  const [row] = await tx
    .select({ counterpart: securities.counterpart })
    .from(securities)
    .where(eq(securities.symbol, symbol));
  const symbols = [symbol, ...(row?.counterpart ? [row.counterpart] : [])];
  const tags = [tag.names, tag.stocks, ...symbols.flatMap((one) => [tag.stock(one), tag.stockOlder(one)])];
  await announce(tx, "security.saved", tags);
  return { ...saved, relink, tags };
}
