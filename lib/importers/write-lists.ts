import "server-only";
import { sql } from "drizzle-orm";
import { tag } from "@/lib/cache/tags";
import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { articleTags, mentions, redirects, securities } from "@/lib/db/schema";
import { spellName } from "@/lib/securities/spelling";
import { writeAutoMentions } from "@/lib/securities/write-mentions";
import { tagsOfNames } from "@/lib/tags/commands";
import type { Batch } from "./batch";
import type { MentionedSecurity } from "./jekyll/symbols";
import { refuseOtherListings, writeRefusedLinks } from "./refused-links";

/** Securities that markup names and that are not there yet; one that had no name so far gets it. */
async function ensureSecurities(tx: Tx, marked: MentionedSecurity[]) {
  const known = new Map<string, typeof securities.$inferInsert>();
  for (const { symbol, kind, name } of marked) {
    if (known.get(symbol) && (name === "" || known.get(symbol)!.name !== symbol)) continue;
    known.set(symbol, { symbol, kind, name: name || symbol, ...(name ? spellName(name) : {}) });
  }
  if (known.size === 0) return;
  await tx
    .insert(securities)
    .values([...known.values()].sort((a, b) => (a.symbol < b.symbol ? -1 : 1)))
    .onConflictDoUpdate({
      target: securities.symbol,
      set: { name: sql`excluded.name`, pinyin: sql`excluded.pinyin`, initials: sql`excluded.initials` },
      setWhere: sql`${securities.name} = ${securities.symbol} and excluded.name <> excluded.symbol`,
    });
}

/** What the provider marked, as far as it is true, and what the texts name besides; what was refused is listed. */
export async function writeMentions(tx: Tx, batch: Batch) {
  const all = [...batch.created, ...batch.updated];
  await ensureSecurities(
    tx,
    all.flatMap(({ plan }) => plan.group.draft!.mentions),
  );
  await refuseOtherListings(tx, all);
  const rows = all.flatMap(({ plan, row }) =>
    plan.group.draft!.mentions.map(({ symbol, kind }) => ({
      ...{ articleId: row.id, symbol, relation: kind === "sector" ? ("sector" as const) : ("direct" as const) },
      ...{ origin: "markup" as const, listedAt: row.publishAt },
    })),
  );
  if (rows.length > 0) {
    await tx
      .insert(mentions)
      .values(rows)
      .onConflictDoUpdate({
        target: [mentions.articleId, mentions.symbol],
        set: {
          listedAt: sql`excluded.listed_at`,
          origin: sql`case when ${mentions.origin} = 'auto' then 'markup' else ${mentions.origin} end`,
        },
        setWhere: sql`${mentions.listedAt} is distinct from excluded.listed_at or ${mentions.origin} = 'auto'`,
      });
  }
  // A changed file may mark fewer securities than before; what an editor added stays.
  for (const { plan, row } of batch.updated) {
    const symbols = plan.group.draft!.mentions.map((mention) => mention.symbol);
    await tx.execute(
      sql`delete from mentions where article_id = ${row.id} and origin = 'markup' and not (symbol in (${
        symbols.length
          ? sql.join(
              symbols.map((s) => sql`${s}`),
              sql`, `,
            )
          : sql`''`
      }))`,
    );
  }
  const linked = await writeAutoMentions(
    tx,
    all.map(({ row }) => ({ ...row, listedAt: row.publishAt })),
  );
  const touched = [...rows.map(({ symbol }) => symbol), ...linked.flatMap(({ changed }) => changed)];
  for (const symbol of new Set(touched)) batch.tags.add(tag.stock(symbol)).add(tag.stockOlder(symbol)).add(tag.stocks);
  await writeRefusedLinks(tx, batch);
}

/** Tags are only added: which of those that stand there an editor chose cannot be told. */
export async function writeTags(tx: Tx, batch: Batch) {
  const all = [...batch.created, ...batch.updated];
  const found = await tagsOfNames(
    tx,
    all.flatMap(({ plan }) => plan.group.draft!.tags),
  );
  const rows = all.flatMap(({ plan, row }) => {
    // Two names may be one tag by now, and a row may be written once.
    const ids = new Set(plan.group.draft!.tags.flatMap((name) => found.get(name) ?? []).map(({ id }) => id));
    return [...ids].map((tagId) => ({ articleId: row.id, tagId, listedAt: row.publishAt }));
  });
  if (rows.length === 0) return;
  await tx
    .insert(articleTags)
    .values(rows)
    .onConflictDoUpdate({
      target: [articleTags.articleId, articleTags.tagId],
      set: { listedAt: sql`excluded.listed_at` },
      setWhere: sql`${articleTags.listedAt} is distinct from excluded.listed_at`,
    });
  for (const { tagId } of rows) batch.tags.add(tag.topic(tagId)).add(tag.topicOlder(tagId));
}

export async function writeRedirects(tx: Tx, ctx: Ctx, batch: Batch) {
  const rows = [...batch.created, ...batch.updated].flatMap(({ plan, row }) => {
    const before = plan.existing && plan.existing.slug !== row.slug ? [`/articles/${plan.existing.slug}`] : [];
    const paths = new Set([...plan.group.draft!.oldPaths, ...before]);
    return [...paths].map((fromPath) => ({
      fromPath,
      articleId: row.id,
      origin: "import" as const,
      createdAt: ctx.now,
    }));
  });
  if (rows.length === 0) return;
  await tx.insert(redirects).values(rows).onConflictDoNothing();
  for (const { fromPath } of rows) batch.tags.add(tag.path(fromPath));
}
