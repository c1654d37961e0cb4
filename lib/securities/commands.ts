import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { and, eq, sql } from "drizzle-orm";
import { pinyin } from "pinyin-pro";
import { can } from "@/lib/articles/policy";
import { recordAudit } from "@/lib/audit/record";
import type { Ctx } from "@/lib/context";
import type { Db, Tx } from "@/lib/db/client";
import { articles, mentionRejections, securities } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import type { SuggestionInput } from "./validation";

type Row = typeof securities.$inferInsert;

const FILE = "lib/securities/data/securities-cn.csv";
const ROWS_A_STATEMENT = 1000;

/** Fields of one CSV line; quotes are doubled inside quoted fields. */
function fields(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((match) =>
    match[1] === undefined ? match[2]! : match[1].replaceAll('""', '"'),
  );
}

/** Pinyin of a security's name, and its initials, as readers type them: `guizhoumaotai`, `gzmt`. */
export function spellName(name: string): { pinyin: string; initials: string } {
  const syllables = pinyin(name, { toneType: "none", type: "array" }).map((part) =>
    part.toLowerCase().replace(/[^a-z0-9]/g, ""),
  );
  return { pinyin: syllables.join(""), initials: syllables.map((part) => part.slice(0, 1)).join("") };
}

export function readSecurities(csv: string): Row[] {
  const [, ...lines] = csv.trim().split(/\r?\n/);
  return lines.map((line) => {
    const [symbol, name, fullName, englishName, industry, listedOn] = fields(line);
    return {
      symbol: symbol!,
      name: name!,
      fullName,
      englishName,
      industry,
      listedOn: listedOn || null,
      ...spellName(name!),
    };
  });
}

/** Puts the A-shares of the seed list into an installation that lacks them; names already there are completed. */
export async function seedSecurities(db: Db, root: string): Promise<number> {
  const csv = readFileSync(join(root, FILE), "utf8");
  const expected = csv.trim().split("\n").length - 1;
  const [have] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(securities)
    .where(sql`${securities.fullName} <> ''`);
  if (have && have.count >= expected) return 0;
  const rows = readSecurities(csv);
  await db.transaction(async (tx) => {
    for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
      await tx
        .insert(securities)
        .values(rows.slice(from, from + ROWS_A_STATEMENT))
        .onConflictDoUpdate({
          target: securities.symbol,
          set: {
            name: sql`excluded.name`,
            fullName: sql`excluded.full_name`,
            englishName: sql`excluded.english_name`,
            industry: sql`excluded.industry`,
            listedOn: sql`excluded.listed_on`,
            pinyin: sql`excluded.pinyin`,
            initials: sql`excluded.initials`,
          },
          setWhere: sql`${securities.fullName} = ''`,
        });
    }
  });
  return rows.length;
}

/** An article that exists is for who may edit it; one that is not stored yet for whoever may write. */
async function requireWriter(tx: Tx, ctx: Ctx, articleId: string) {
  const { status, trashedFrom, createdBy, categoryId } = articles;
  const [article] = await tx
    .select({ status, trashedFrom, createdBy, categoryId })
    .from(articles)
    .where(eq(articles.id, articleId));
  if (!can(ctx.actor, article ? "edit" : "create", article)) throw new AppError("forbidden", "没有权限这样做");
}

const record = (tx: Tx, ctx: Ctx, action: string, { articleId, symbol }: SuggestionInput) =>
  recordAudit(tx, ctx, { action, subjectType: "article", subjectId: articleId, change: { symbol } });

/** Turns a suggested security down: it is not suggested for this article again. */
export async function rejectSuggestion(ctx: Ctx, input: SuggestionInput): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await requireWriter(tx, ctx, input.articleId);
    const userId = ctx.actor.kind === "user" ? ctx.actor.id : null;
    const made = await tx
      .insert(mentionRejections)
      .values({ ...input, userId, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning();
    if (made.length > 0) await record(tx, ctx, "mention.rejected", input);
  });
}

/** Takes that back. */
export async function restoreSuggestion(ctx: Ctx, input: SuggestionInput): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await requireWriter(tx, ctx, input.articleId);
    const { articleId, symbol } = mentionRejections;
    const gone = await tx
      .delete(mentionRejections)
      .where(and(eq(articleId, input.articleId), eq(symbol, input.symbol)))
      .returning();
    if (gone.length > 0) await record(tx, ctx, "mention.restored", input);
  });
}
