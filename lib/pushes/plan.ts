import "server-only";
import { and, eq, inArray, or, sql } from "drizzle-orm";
import { isPublic } from "@/lib/articles/queries";
import type { Change, ChangeKind } from "@/lib/changes/queries";
import type { Db } from "@/lib/db/client";
import { articles, articleTags, categories, mentions, securities, tags } from "@/lib/db/schema";
import { feedPathsOf } from "@/lib/feeds/topics";
import type { Channel } from "@/lib/pushes/channels";

/** What changed of one article since the last look, and how it stands now. */
type Changed = {
  id: string;
  kinds: Set<ChangeKind>;
  newest: number;
  isPublic: boolean;
  isIndexed: boolean;
  kind: "story" | "flash";
  level: number;
  categorySlug: string;
};

export type Target = { target: string; articleId: string | null; change: number };
/** What is to be told, and of which articles nothing waits any more. */
export type Plan = { tell: Target[]; forget: string[] };

/** Whether some change took the article away from readers. */
const left = ({ kinds }: Changed) => kinds.has("withdrawn") || kinds.has("taken_down");
const appeared = ({ kinds }: Changed) => kinds.has("published") || kinds.has("updated") || kinds.has("corrected");

async function readChanged(db: Db, changes: Change[]): Promise<Changed[]> {
  const rows = await db
    .select({
      id: articles.id,
      isPublic: sql<boolean>`(${isPublic})`,
      isIndexed: sql<boolean>`${categories.indexing} = 'index'`,
      kind: articles.kind,
      level: articles.level,
      categorySlug: categories.slug,
    })
    .from(articles)
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .where(inArray(articles.id, [...new Set(changes.map(({ articleId }) => articleId))]));
  const byId = new Map(rows.map((row) => [row.id, { ...row, kinds: new Set<ChangeKind>(), newest: 0 }]));
  for (const { articleId, kind, number } of changes) {
    const changed = byId.get(articleId);
    changed?.kinds.add(kind);
    if (changed) changed.newest = number;
  }
  return [...byId.values()];
}

/** Search engines are told where an article is, or that it is gone; what they may not list they do not hear of. */
function planPages(changed: Changed[], tellsOf: (article: Changed) => boolean): Plan {
  const tell = changed.filter((article) => article.isIndexed && tellsOf(article));
  const told = new Set(tell.map(({ id }) => id));
  return {
    tell: tell.map(({ id, newest }) => ({ target: id, articleId: id, change: newest })),
    forget: changed.filter((article) => !told.has(article.id) && !article.isPublic).map(({ id }) => id),
  };
}

/** A hub is told of every feed that an article stands in, or stood in until now. */
async function planFeeds(db: Db, changed: Changed[]): Promise<Plan> {
  const touched = changed.filter((article) => article.isPublic || left(article));
  const ids = touched.map(({ id }) => id);
  if (ids.length === 0) return { tell: [], forget: [] };
  const itsTags = await db
    .select({ id: articleTags.articleId, slug: tags.slug })
    .from(articleTags)
    .innerJoin(tags, eq(tags.id, articleTags.tagId))
    .where(inArray(articleTags.articleId, ids));
  const itsMentions = await db
    .select({ id: mentions.articleId, symbol: mentions.symbol })
    .from(mentions)
    .innerJoin(securities, eq(securities.symbol, mentions.symbol))
    .where(
      and(
        inArray(mentions.articleId, ids),
        // What concerns a whole sector is in the sector's list, not in each of its stocks'.
        or(eq(mentions.relation, "direct"), eq(securities.kind, "sector")),
      ),
    );
  const newest = new Map<string, number>();
  for (const article of touched) {
    const { id, kind, level, categorySlug, newest: change } = article;
    const tagSlugs = itsTags.filter((row) => row.id === id).map(({ slug }) => slug);
    const symbols = itsMentions.filter((row) => row.id === id).map(({ symbol }) => symbol);
    const isOnRecord = article.kinds.has("corrected") || left(article);
    for (const path of feedPathsOf({ kind, level, categorySlug, tagSlugs, symbols, isOnRecord }))
      newest.set(path, Math.max(change, newest.get(path) ?? 0));
  }
  return { tell: [...newest].map(([target, change]) => ({ target, articleId: null, change })), forget: [] };
}

/**
 * What a channel has to be told of these changes, by how the articles stand now: what was published and is withdrawn
 * already is no news, and what comes after these changes is told with its own.
 */
export async function planPushes(db: Db, channel: Channel, changes: Change[]): Promise<Plan> {
  const changed = await readChanged(db, changes);
  if (channel === "websub") return planFeeds(db, changed);
  // Baidu has a quota and wants each address once, and nothing of what is gone.
  if (channel === "baidu") return planPages(changed, (a) => a.isPublic && a.kinds.has("published"));
  return planPages(changed, (article) => (article.isPublic ? appeared(article) : left(article)));
}
