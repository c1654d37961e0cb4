import { Days } from "@/components/site/days";
import { FlashRow } from "@/components/site/flash-row";
import { heldSections, WithRail } from "@/components/site/list-rail";
import { Pager } from "@/components/site/pager";
import { StoryRow } from "@/components/site/story-row";
import type { ListPage } from "@/lib/articles/list-loaders";

type Props = {
  page: ListPage;
  listPath: string;
  /** What a reader finds when the list is empty: what would be here, and why it is not. */
  empty: React.ReactNode;
  flashes?: boolean;
  hideOutlet?: boolean;
  /** A security whose page this is: its rows need not name it. */
  hideSymbol?: string;
  /** The rows, where they are more than the page's cards. */
  rows?: React.ReactNode;
  /** What stands above the list, in its column. */
  above?: React.ReactNode;
  /** The rail's sections, in place of what the rows hold; null: none. */
  rail?: React.ReactNode;
  /** Further sections of the rail, above and below its own. */
  top?: React.ReactNode;
  bottom?: React.ReactNode;
  /** Where the page behind a cursor is, where that is not below the list's own address. */
  further?: (listPath: string, cursor: string) => string;
};

/** A list by day with its pager, and beside it what its rows hold. */
export function ListView({ page, listPath, empty, flashes, hideOutlet, hideSymbol, ...props }: Props) {
  const { rows, above, rail, top, bottom, further } = props;
  const sections =
    rail !== undefined ? [rail].filter(Boolean) : heldSections({ page, flashes, hideOutlet, hideSymbol });
  const list = (
    <div>
      {above}
      {page.cards.length === 0 && <p className="stand">{empty}</p>}
      {rows ? (
        rows
      ) : flashes ? (
        <Days
          rows={page.cards}
          now={page.readAt}
          listClass="flashes flashes-wide"
          row={(card) => <FlashRow key={card.id} card={card} withOutlet />}
        />
      ) : (
        <Days
          rows={page.cards}
          now={page.readAt}
          listClass="rows rows-brief"
          row={(card) => (
            <StoryRow key={card.id} card={card} withBrief hideOutlet={hideOutlet} hideSymbol={hideSymbol} />
          )}
        />
      )}
      <Pager page={page} listPath={listPath} unit={flashes ? "快讯" : "报道"} further={further} />
    </div>
  );
  return (
    <WithRail sections={sections} top={top} bottom={bottom}>
      {list}
    </WithRail>
  );
}
