import "server-only";
import { eq, sql } from "drizzle-orm";
import { recordAudit } from "@/lib/audit/record";
import { announce } from "@/lib/cache/outbox";
import { tag } from "@/lib/cache/tags";
import type { Ctx } from "@/lib/context";
import { media, siteSettings } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import type { Site } from "@/lib/settings/defaults";
import { mayChangeSettings } from "@/lib/settings/policy";
import { findSite } from "@/lib/settings/queries";
import type { UpdateSettingsInput } from "@/lib/settings/validation";

/** Changes what the site says of itself. Every reader page shows something of it, so all of them become stale. */
export async function updateSettings(ctx: Ctx, input: UpdateSettingsInput): Promise<{ site: Site; tags: string[] }> {
  if (!mayChangeSettings(ctx.actor)) throw new AppError("forbidden", "只有管理员可以改网站设置");
  const { version, ...wanted } = input;
  return ctx.db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('site_settings'))`);
    const before = await findSite(tx);
    if (before.version !== version) throw new AppError("conflict", "设置刚被别人改过，请刷新看过再改");
    if (wanted.logoId) {
      const [logo] = await tx
        .select({ status: media.status })
        .from(media)
        .where(eq(media.id, wanted.logoId))
        .for("share");
      if (!logo) throw new AppError("invalid", "请检查标出的地方", { logoId: "图库里没有这张图片了" });
    }
    const change = changesOf(before, wanted);
    if (Object.keys(change).length === 0) return { site: before, tags: [] };
    const row = { ...wanted, version: version + 1, updatedAt: ctx.now };
    await tx.insert(siteSettings).values(row).onConflictDoUpdate({ target: siteSettings.id, set: row });
    await recordAudit(tx, ctx, { action: "settings.updated", subjectType: "settings", subjectId: "site", change });
    const tags = [tag.site];
    await announce(tx, "settings.updated", tags);
    return { site: await findSite(tx), tags };
  });
}

/** Each field that is not what it was, with both. */
function changesOf({ version: _, logo, ...before }: Site, wanted: Omit<UpdateSettingsInput, "version">) {
  const old: Record<string, unknown> = { ...before, logoId: logo?.id ?? null };
  return Object.fromEntries(
    Object.entries(wanted)
      .filter(([name, to]) => JSON.stringify(old[name]) !== JSON.stringify(to))
      .map(([name, to]) => [name, { from: old[name], to }]),
  );
}
