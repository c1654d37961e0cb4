import "server-only";
import { asc, desc, eq, inArray, isNull } from "drizzle-orm";
import { can } from "@/lib/articles/policy";
import type { Actor } from "@/lib/context";
import type { Db } from "@/lib/db/client";
import { articles, categories, users } from "@/lib/db/schema";
import { matchSpelled, queryWords } from "@/lib/spelled";
import { spell } from "@/lib/spelling";
import type { Found } from "./found";
import { TitleWindow } from "./title-window";

const MOST = 7;

// One a database: a process has one, the tests have several.
const windows = new WeakMap<Db, TitleWindow>();

function windowOf(db: Db): TitleWindow {
  const known = windows.get(db) ?? new TitleWindow(db);
  windows.set(db, known);
  return known;
}

const line = {
  id: articles.id,
  title: articles.title,
  status: articles.status,
  trashedFrom: articles.trashedFrom,
  createdBy: articles.createdBy,
  categoryId: articles.categoryId,
  updatedAt: articles.updatedAt,
  outlet: categories.name,
};

async function findArticles(db: Db, actor: Actor, words: string[]): Promise<Found["articles"]> {
  const ids = await windowOf(db).find(words, MOST, (article) => can(actor, "view", article));
  if (ids.length === 0) return [];
  const rows = await db
    .select(line)
    .from(articles)
    .innerJoin(categories, eq(categories.id, articles.categoryId))
    .where(inArray(articles.id, ids))
    .orderBy(desc(articles.updatedAt), desc(articles.id));
  // As they stand now, not as they stood when the titles were read.
  return rows
    .filter((row) => row.status !== "trashed" && can(actor, "view", row))
    .map(({ id, title, status, outlet, updatedAt }) => {
      const spans = matchSpelled(spell(title), words) ?? [];
      return { id, title, spans, status, outlet, updatedAt: updatedAt.toISOString() };
    });
}

/** Those whose name or other text the words fit. */
function fitting<Row extends { name: string }>(rows: Row[], words: string[], other: (row: Row) => string = () => "") {
  const found: (Row & { spans: Found["outlets"][number]["spans"] })[] = [];
  for (const row of rows) {
    const spans =
      matchSpelled(spell(row.name), words) ?? (words.every((word) => other(row).includes(word)) ? [] : null);
    if (spans) found.push({ ...row, spans });
    if (found.length === MOST) break;
  }
  return found;
}

async function findOutlets(db: Db, words: string[]): Promise<Found["outlets"]> {
  if (words.length === 0) return [];
  const { id, name, slug, pinyin } = categories;
  const rows = await db
    .select({ id, name, slug })
    .from(categories)
    .where(isNull(categories.mergedIntoId))
    .orderBy(asc(pinyin), asc(name));
  return fitting(rows, words, ({ slug }) => slug).map(({ id, name, spans }) => ({ id, name, spans }));
}

async function findPeople(db: Db, actor: Actor, words: string[]): Promise<Found["people"]> {
  if (words.length === 0 || actor.kind !== "user" || actor.role !== "admin") return [];
  const { id, name, email, role } = users;
  const rows = await db
    .select({ id, name, email, role })
    .from(users)
    .where(isNull(users.disabledAt))
    .orderBy(asc(name), asc(id));
  return fitting(rows, words, ({ email }) => email);
}

/** What stands in the newsroom under these words, for this person; without words the articles that changed last. */
export async function findAnything(db: Db, actor: Actor, query: string): Promise<Found> {
  const words = queryWords(query);
  const [itsArticles, outlets, people] = await Promise.all([
    findArticles(db, actor, words),
    findOutlets(db, words),
    findPeople(db, actor, words),
  ]);
  return { articles: itsArticles, outlets, people };
}
