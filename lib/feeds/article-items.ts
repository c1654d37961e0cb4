import "server-only";
import { flashText } from "@/lib/articles/cards";
import { listMentions } from "@/lib/articles/queries";
import { beijingIso } from "@/lib/dates";
import type { Db } from "@/lib/db/client";
import { excerpt, opening, plainText, withoutAttribution } from "@/lib/excerpt";
import { articlePath, stocksPath } from "@/lib/urls";
import { absoluteHtml, fileOf, firstPictureIn } from "./content";
import { type ItemRow, listItemRows, listPictures, listTagsOf, OPENING } from "./item-queries";
import type { FeedItem, Topic } from "./types";

/** A few sentences. */
const SUMMARY_LENGTH = 200;

const groupBy = <Row, Value>(rows: Row[], key: (row: Row) => string, value: (row: Row) => Value) => {
  const groups = new Map<string, Value[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), value(row)]);
  return groups;
};

function summaryOf({ kind, title, summary, bodyHtml, categoryName, sourceName }: ItemRow): string {
  const written = withoutAttribution(summary, [categoryName, sourceName]);
  const start = bodyHtml.slice(0, OPENING);
  const text = written || plainText(start.replace(/<[^>]*$/, ""));
  if (kind === "flash") return flashText(title, text);
  return (!written && opening(start, SUMMARY_LENGTH)) || excerpt(text, SUMMARY_LENGTH);
}

export type ArticleItems = {
  items: FeedItem[];
  /** When the one of them, or of their outlets, that was written last was. */
  modifiedAt: Date | null;
  /** What its items name besides the articles themselves. */
  names: { outlets: string[]; tags: string[] };
};

/** Articles as items of a feed, in the order of their ids; what is public no more is left out. */
export async function readArticleItems(db: Db, ids: string[], siteUrl: string): Promise<ArticleItems> {
  if (ids.length === 0) return { items: [], modifiedAt: null, names: { outlets: [], tags: [] } };
  const [found, tagRows, mentionRows] = await Promise.all([
    listItemRows(db, ids),
    listTagsOf(db, ids),
    listMentions(db, ids),
  ]);
  const byId = new Map(found.map((row) => [row.id, row]));
  const rows = ids.flatMap((id) => byId.get(id) ?? []);
  const pictureOf = new Map(
    rows.flatMap(({ id, feedText, bodyHtml }) => {
      const picture = feedText === "full" ? firstPictureIn(bodyHtml) : null;
      return picture ? [[id, picture] as const] : [];
    }),
  );
  const pictureIds = [...new Set(pictureOf.values())];
  const pictures = pictureIds.length > 0 ? await listPictures(db, pictureIds) : [];
  const files = new Map(pictures.map((picture) => [picture.id, fileOf(picture)]));
  const topics = groupBy<{ articleId: string; topic: Topic }, Topic>(
    [
      ...tagRows.map(({ articleId, name }) => ({ articleId, topic: { scheme: "/tag", term: name, label: name } })),
      ...mentionRows
        .filter(({ relation }) => relation === "direct")
        .map(({ articleId, symbol, name }) => ({
          articleId,
          topic: { scheme: stocksPath, term: symbol, label: name },
        })),
    ],
    ({ articleId }) => articleId,
    ({ topic }) => topic,
  );
  const items = rows.map((row): FeedItem => {
    const { id, title, slug, publishAt, revisedAt, categoryName, feedText, bodyHtml } = row;
    const publishedAt = beijingIso(publishAt);
    return {
      ...{ id: `article:${id}`, title, path: articlePath(slug), publishedAt, outlet: categoryName },
      updatedAt: revisedAt && revisedAt > publishAt ? beijingIso(revisedAt) : publishedAt,
      summary: summaryOf(row) || title,
      ...(feedText === "full" && bodyHtml && { html: absoluteHtml(bodyHtml, siteUrl) }),
      topics: topics.get(id) ?? [],
      picture: files.get(pictureOf.get(id) ?? ""),
    };
  });
  const modified = Math.max(...rows.flatMap((row) => [+row.updatedAt, +row.publishAt, +row.outletUpdatedAt]));
  return {
    items,
    modifiedAt: rows.length > 0 ? new Date(modified) : null,
    names: {
      outlets: [...new Set(rows.map((row) => row.categoryId))],
      tags: [...new Set(tagRows.map(({ id }) => id))],
    },
  };
}
