import type { ListPage } from "@/lib/articles/list-loaders";
import { timeSpan } from "@/lib/dates";
import { excerpt } from "@/lib/excerpt";
import { olderPath } from "@/lib/urls";

type List = { name: string; description: string; listPath: string; cursor?: string; page: Pick<ListPage, "cards"> };

/** Title, description and canonical address of a list's page; a further page is told apart by its span of time. */
export function listMetadata({ name, description, listPath, cursor, page }: List) {
  const [newest, oldest] = [page.cards[0], page.cards.at(-1)];
  if (!cursor || !newest || !oldest) {
    return { title: name, description: excerpt(description), alternates: { canonical: listPath } };
  }
  const span = timeSpan(oldest.publishAt, newest.publishAt);
  return {
    title: `${name}：${span}`,
    description: excerpt(`${span}。${description}`),
    alternates: { canonical: olderPath(listPath, cursor) },
  };
}
