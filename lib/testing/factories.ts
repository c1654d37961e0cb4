import { randomUUID } from "node:crypto";
import type { CreateArticleInput } from "@/lib/articles/validation";
import type { Actor, Role } from "@/lib/context";
import type { Db } from "@/lib/db/client";
import { articles, categories, securities, tags, users } from "@/lib/db/schema";

let made = 0;

/** Rows for tests: each names only what matters and leaves the rest to quiet defaults. */
export async function makeCategory(db: Db, set: Partial<typeof categories.$inferInsert> = {}) {
  const n = ++made;
  const [row] = await db
    .insert(categories)
    .values({ slug: `meiti${n}`, name: `媒体${n}`, pinyin: `meiti${n}`, ...set })
    .returning();
  return row!;
}

export async function makeArticle(db: Db, set: Partial<typeof articles.$inferInsert> = {}) {
  const n = ++made;
  const categoryId = set.categoryId ?? (await makeCategory(db)).id;
  const [row] = await db
    .insert(articles)
    .values({
      slug: `gao-${n}`,
      title: `稿件${n}`,
      bodyHtml: "<p>正文。</p>",
      wordCount: 3,
      publishAt: set.status === "published" ? new Date("2026-11-20T00:00:00Z") : null,
      ...set,
      categoryId,
    })
    .returning();
  return row!;
}

export async function makeTag(db: Db, set: Partial<typeof tags.$inferInsert> = {}) {
  const n = ++made;
  const [row] = await db
    .insert(tags)
    .values({ slug: `biaoqian${n}`, name: `标签${n}`, ...set })
    .returning();
  return row!;
}

export async function makeSecurity(db: Db, symbol: string, name = symbol) {
  await db.insert(securities).values({ symbol, name }).onConflictDoNothing();
  return symbol;
}

export async function makeUser(db: Db, set: Partial<typeof users.$inferInsert> = {}) {
  const n = ++made;
  const [row] = await db
    .insert(users)
    .values({ email: `user${n}@example.com`, name: `用户${n}`, role: "editor", passwordHash: "-", ...set })
    .returning();
  return row!;
}

export const actorOf = (
  role: Role,
  id: string = randomUUID(),
  categories: readonly string[] = [],
): Actor & { kind: "user" } => ({
  kind: "user",
  id,
  name: role,
  role,
  categories,
});

/** The form of a story, as it comes to the commands. */
export const articleForm = (set: Partial<CreateArticleInput> & Pick<CreateArticleInput, "categoryId">) => ({
  ...{ title: "公告来了", slug: "", summary: "", bodyHtml: "<p>公告来了。</p>", kind: "story" as const, level: 1 },
  ...{ tags: [], symbols: [], sourceName: "", originalUrl: "", editorName: "" },
  ...set,
});
