import { sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";

/** Everything an import decides, without the instants and random ids. */
export async function snapshot(db: Db) {
  const rows = async (query: string) => [...(await db.execute(sql.raw(query)))];
  return {
    articles: await rows(
      "select a.id, a.slug, kind, level, title, summary, body_html, word_count, a.source_name, original_url, publish_at, a.version, c.slug category from articles a join categories c on c.id = category_id order by a.slug",
    ),
    categories: await rows("select slug, name, pinyin, published_count, newest_at from categories order by slug"),
    aliases: await rows(
      "select alias, c.slug from category_aliases a join categories c on c.id = a.category_id order by 1",
    ),
    redirects: await rows(
      "select from_path, a.slug, c.slug category from redirects r left join articles a on a.id = r.article_id left join categories c on c.id = r.category_id order by 1",
    ),
    files: await rows(
      "select path, sha256, outcome, reason, article_id, written_hash <> '' written from import_files order by 1",
    ),
    mentions: await rows(
      "select a.slug, symbol, relation, m.listed_at from mentions m join articles a on a.id = m.article_id order by 1, 2",
    ),
    tags: await rows(
      "select a.slug, t.name, x.listed_at from article_tags x join articles a on a.id = x.article_id join tags t on t.id = x.tag_id order by 1, 2",
    ),
    securities: await rows("select * from securities order by symbol"),
    revisions: await rows(
      "select a.slug, r.version, r.title from revisions r join articles a on a.id = r.article_id order by 1, 2",
    ),
    audit: await rows("select action, change->>'slug' slug from audit_log order by 2, 1"),
  };
}
