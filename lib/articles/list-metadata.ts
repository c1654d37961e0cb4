import type { ListPage } from "@/lib/articles/list-loaders";
import { timeSpan } from "@/lib/dates";
import { excerpt } from "@/lib/excerpt";
import type { FeedTypes } from "@/lib/feeds/types";
import type { PageKind } from "@/lib/indexing/policy";
import { olderPath } from "@/lib/urls";

type List = {
  name: string;
  description: string;
  listPath: string;
  cursor?: string;
  page: Pick<ListPage, "cards">;
  /** Where the list can be subscribed to. */
  types?: FeedTypes;
};

/** What a list's page is to indexes: its first page as told, unless it holds nothing yet, or one behind it. */
export const listKind = ({ cards, older }: Pick<ListPage, "cards" | "older">, first: PageKind = "list"): PageKind =>
  older ? "further" : cards.length === 0 ? "empty" : first;

/** Title, description and canonical address of a list's page; a further page is told apart by its span of time. */
export function listMetadata({ name, description, listPath, cursor, page, types }: List) {
  const [newest, oldest] = [page.cards[0], page.cards.at(-1)];
  if (!cursor || !newest || !oldest) {
    return { title: name, description: excerpt(description), alternates: { canonical: listPath, types } };
  }
  const span = timeSpan(oldest.publishAt, newest.publishAt);
  return {
    title: `${name}：${span}`,
    description: excerpt(`${span}。${description}`),
    alternates: { canonical: olderPath(listPath, cursor), types },
  };
}
