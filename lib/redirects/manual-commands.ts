import "server-only";
import { eq } from "drizzle-orm";
import { lockAddresses } from "@/lib/articles/stored";
import { recordAudit } from "@/lib/audit/record";
import { announce } from "@/lib/cache/outbox";
import { tag } from "@/lib/cache/tags";
import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { redirects } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { mayRedirect } from "@/lib/redirects/policy";
import { describeTargets, requireSource, requireTarget } from "@/lib/redirects/rules";
import type { SaveRedirectInput } from "@/lib/redirects/validation";

export type Saved = { id: string; from: string; to: string; name: string; tags: string[] };

/** Why what leads from a former address of ours stays. */
const KEPT = "是改名前的地址，读者手里还有";

function requireRight({ actor }: Ctx) {
  if (!mayRedirect(actor)) throw new AppError("forbidden", "没有权限管理重定向");
}

async function open(tx: Tx, id: string) {
  const [row] = await tx.select().from(redirects).where(eq(redirects.id, id)).for("update");
  if (!row) throw new AppError("not_found", "这条重定向已经不在了");
  return row;
}

/** Leads an old address to a page of this site, or changes where it leads. */
export const saveRedirect = (ctx: Ctx, input: SaveRedirectInput): Promise<Saved> =>
  ctx.db.transaction((tx) => writeRedirect(tx, ctx, input));

export async function writeRedirect(tx: Tx, ctx: Ctx, { id, from, to }: SaveRedirectInput): Promise<Saved> {
  requireRight(ctx);
  await lockAddresses(tx);
  const old = id ? await open(tx, id) : null;
  const { target, path, name } = await requireTarget(tx, to);
  const fromPath = await requireSource(tx, from, old?.id ?? null);
  if (old?.origin === "moved" && fromPath !== old.fromPath)
    throw new AppError("invalid", "请检查标出的地方", { from: `${old.fromPath} ${KEPT}；要另一个旧地址，请新加一条` });
  const [before] = old ? await describeTargets(tx, [old.fromPath]) : [];
  const row = { fromPath, ...target };
  const [saved] = old
    ? await tx.update(redirects).set(row).where(eq(redirects.id, old.id)).returning({ id: redirects.id })
    : await tx
        .insert(redirects)
        .values({ ...row, createdAt: ctx.now })
        .returning({ id: redirects.id });
  const change = old
    ? { from: { from: old.fromPath, to: fromPath }, to: { from: before?.to ?? "", to: path } }
    : { from: fromPath, to: path };
  return finish(
    tx,
    ctx,
    old ? "redirect.updated" : "redirect.created",
    { id: saved!.id, change },
    {
      ...{ id: saved!.id, from: fromPath, to: path, name },
      tags: [...new Set([tag.path(fromPath), tag.path(old?.fromPath ?? fromPath)])],
    },
  );
}

async function finish<Result extends { tags: string[] }>(
  tx: Tx,
  ctx: Ctx,
  action: string,
  { id, change }: { id: string; change: Record<string, unknown> },
  result: Result,
): Promise<Result> {
  await recordAudit(tx, ctx, { action, subjectType: "redirect", subjectId: id, change });
  await announce(tx, action, result.tags);
  return result;
}

/** From now on nothing is at the old address. The former address of something that readers knew stays for ever. */
export const deleteRedirect = (ctx: Ctx, { id }: { id: string }): Promise<{ tags: string[] }> =>
  ctx.db.transaction(async (tx) => {
    requireRight(ctx);
    const old = await open(tx, id);
    if (old.origin === "moved") throw new AppError("invalid", `${old.fromPath} ${KEPT}，不能删除`);
    const [before] = await describeTargets(tx, [old.fromPath]);
    await tx.delete(redirects).where(eq(redirects.id, id));
    const change = { from: old.fromPath, to: before?.to ?? "" };
    return finish(tx, ctx, "redirect.deleted", { id, change }, { tags: [tag.path(old.fromPath)] });
  });
