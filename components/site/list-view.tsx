import { Days } from "@/components/site/days";
import { FlashRow } from "@/components/site/flash-row";
import { Pager } from "@/components/site/pager";
import { SecurityBars } from "@/components/site/security-bars";
import { StoryRow } from "@/components/site/story-row";
import type { ListPage } from "@/lib/articles/list-loaders";

type Props = {
  page: ListPage;
  listPath: string;
  /** What a reader finds when the list is empty: what would be here, and why it is not. */
  empty: string;
  flashes?: boolean;
  hideOutlet?: boolean;
  /** Further sections of the rail. */
  rail?: React.ReactNode;
};

/** A list by day with its pager, and beside it the securities that its rows name. */
export function ListView({ page, listPath, empty, flashes, hideOutlet, rail }: Props) {
  const hasRail = page.named.length > 0 || rail;
  const list = (
    <div>
      {page.cards.length === 0 && <p className="stand">{empty}</p>}
      {flashes ? (
        <Days
          cards={page.cards}
          listClass="flashes flashes-wide"
          row={(card) => <FlashRow key={card.id} card={card} withOutlet />}
        />
      ) : (
        <Days
          cards={page.cards}
          listClass="rows"
          row={(card) => <StoryRow key={card.id} card={card} hideOutlet={hideOutlet} />}
        />
      )}
      <Pager page={page} listPath={listPath} unit={flashes ? "快讯" : "报道"} />
    </div>
  );
  if (!hasRail) return list;
  return (
    <div className="two">
      {list}
      <aside className="rail" aria-label="与本页有关">
        {page.named.length > 0 && <SecurityBars id="named" title="本页提到的证券" securities={page.named} />}
        {rail}
      </aside>
    </div>
  );
}
