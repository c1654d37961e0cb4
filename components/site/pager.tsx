import { Icon } from "@/components/site/icons";
import type { ListPage } from "@/lib/articles/list-loaders";
import { timeSpan } from "@/lib/dates";
import { olderPath } from "@/lib/urls";

type Props = {
  page: ListPage;
  listPath: string;
  unit: string;
  /** Where the page behind a cursor is. */
  further?: (listPath: string, cursor: string) => string;
};

/** Names the span of time that the page shows; no page numbers, which would move with every story. */
export function Pager({ page, listPath, unit, further = olderPath }: Props) {
  const newest = page.cards[0];
  const oldest = page.cards.at(-1);
  if (!newest || !oldest || (!page.older && !page.next)) return null;
  return (
    <nav className="pager" aria-label="翻页">
      {page.older && (
        <a href={listPath} rel="prev">
          <Icon name="newer" />
          回到最新
        </a>
      )}
      <p>
        <span className="sr">本页：</span>
        {timeSpan(oldest.publishAt, newest.publishAt)}
      </p>
      {page.next && (
        <a href={further(listPath, page.next)} rel="next">
          更早的{unit}
          <Icon name="older" />
        </a>
      )}
    </nav>
  );
}
