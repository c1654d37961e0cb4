import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import type { ArticleRow } from "@/lib/articles/stored";
import { recordAudit } from "@/lib/audit/record";
import { actorKey, type Ctx } from "@/lib/context";
import type { Db, Tx } from "@/lib/db/client";
import { installation, revisions } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";

const KEY = "four_eyes";
type Levelled = Pick<ArticleRow, "kind" | "level">;
const isTop = ({ kind, level }: Levelled) => kind === "flash" && level === 3;
const isOut = (status: string | null) => status === "published" || status === "scheduled";

/** Whether a flash of level 3 needs a second person on this site. */
export async function isFourEyesOn(db: Db | Tx): Promise<boolean> {
  const [row] = await db.select({ value: installation.value }).from(installation).where(eq(installation.key, KEY));
  return row?.value === true;
}

export async function setFourEyes(ctx: Ctx, { on }: { on: boolean }): Promise<void> {
  if (ctx.actor.kind === "user" && ctx.actor.role !== "admin") throw new AppError("forbidden", "只有管理员可以这样做");
  await ctx.db.transaction(async (tx) => {
    await tx
      .insert(installation)
      .values({ key: KEY, value: on, createdAt: ctx.now })
      .onConflictDoUpdate({ target: installation.key, set: { value: on } });
    await recordAudit(tx, ctx, {
      action: "site.four-eyes",
      subjectType: "site",
      subjectId: KEY,
      change: { on },
    });
  });
}

/** On its way to the public, a flash of level 3 is let through by somebody else than who wrote its text last. */
export async function requireSecondPerson(tx: Tx, ctx: Ctx, before: ArticleRow, after: ArticleRow) {
  if (!isTop(after) || !isOut(after.status) || isOut(before.trashedFrom ?? before.status)) return;
  if (ctx.actor.kind !== "user" || !(await isFourEyesOn(tx))) return;
  if ((await findWriter(tx, after)) === actorKey(ctx.actor))
    throw new AppError("invalid", "特别重要的快讯要由第二个人发布：请交审，让另一位编辑来发");
}

/** What two people let through is not raised, nor rewritten before its hour, by one. Corrections of what is out wait for nobody. */
export async function requireNoSoloChange(tx: Tx, before: ArticleRow, after: Levelled) {
  if (!isTop(after) || !isOut(before.status) || !(await isFourEyesOn(tx))) return;
  if (before.status === "scheduled")
    throw new AppError("invalid", "已定时的特别重要快讯不能直接改：请先取消定时，改好再交审");
  if (!isTop(before)) throw new AppError("invalid", "已发布的不能直接改成特别重要的快讯：请先撤回，再由另一位编辑发布");
}

/** Who wrote the text that stands there now: the first version that says the same as the newest. */
async function findWriter(tx: Tx, { id, title, summary, bodyHtml }: ArticleRow) {
  const [row] = await tx
    .select({ actor: revisions.actor })
    .from(revisions)
    .where(
      and(
        eq(revisions.articleId, id),
        sql`${revisions.version} > coalesce((select max(r.version) from revisions r where r.article_id = ${id}
          and (r.title, r.summary, r.body_html) is distinct from (${title}, ${summary}, ${bodyHtml})), 0)`,
      ),
    )
    .orderBy(asc(revisions.version))
    .limit(1);
  return row?.actor ?? null;
}
