import "server-only";
import type { Metadata } from "next";
import type { ListPage } from "@/lib/articles/list-loaders";
import { timeSpan } from "@/lib/dates";
import { descriptionOf } from "@/lib/excerpt";
import type { FeedTypes } from "@/lib/feeds/types";
import type { OutletPolicy, PageKind } from "@/lib/indexing/policy";
import { pageMetadata } from "@/lib/metadata";
import type { ShareImage } from "@/lib/share-images/drawing";
import { olderPath } from "@/lib/urls";

type List = {
  /** What it is to indexes; and, on the page of an outlet, what this one allows. */
  as: PageKind;
  outlet?: OutletPolicy;
  name: string;
  description: string;
  listPath: string;
  cursor?: string;
  page: Pick<ListPage, "cards">;
  image?: ShareImage;
  /** Where the list can be subscribed to. */
  types?: FeedTypes;
};

/** What a list's page is to indexes: its first page as told, unless it holds nothing yet, or one behind it. */
export const listKind = ({ cards, older }: Pick<ListPage, "cards" | "older">, first: PageKind = "list"): PageKind =>
  older ? "further" : cards.length === 0 ? "empty" : first;

/** Title, description and address of a list's page; a further page is told apart by its span of time. */
export function sayList({
  name,
  description,
  listPath,
  cursor,
  page,
}: Pick<List, "name" | "description" | "listPath" | "cursor" | "page">) {
  const [newest, oldest] = [page.cards[0], page.cards.at(-1)];
  if (!cursor || !newest || !oldest) return { title: name, description: descriptionOf(description), path: listPath };
  const span = timeSpan(oldest.publishAt, newest.publishAt);
  return {
    title: `${name}：${span}`,
    description: descriptionOf(`${span}。${description}`),
    path: olderPath(listPath, cursor),
  };
}

/** The same as a page's metadata. */
export const listMetadata = (list: List): Promise<Metadata> => pageMetadata({ ...list, ...sayList(list) });
