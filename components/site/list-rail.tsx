import { DayBars, OutletBars, SecurityBars } from "@/components/site/count-bars";
import type { ListPage } from "@/lib/articles/list-loaders";

type Props = {
  sections: React.ReactNode[];
  top?: React.ReactNode;
  bottom?: React.ReactNode;
  children: React.ReactNode;
};

/** A list with a rail beside it; alone where there is nothing to stand in one. */
export function WithRail({ sections, top, bottom, children }: Props) {
  if (sections.length === 0 && !top && !bottom) return children;
  return (
    <div className="two">
      {children}
      <aside className="rail" aria-label="与本页有关">
        {top}
        {sections}
        {bottom}
      </aside>
    </div>
  );
}

/** No more than a window holds, because the rail stays in sight while the list passes. */
const RAIL_SECTIONS = 2;
const RAIL_ROWS = 16;

type Held = {
  page: Pick<ListPage, "named" | "outlets" | "days">;
  flashes?: boolean;
  hideOutlet?: boolean;
  hideSymbol?: string;
};

/** What the rows of a page hold: securities, outlets, days. */
export function heldSections({ page, flashes, hideOutlet, hideSymbol }: Held) {
  const named = page.named.filter(({ symbol }) => symbol !== hideSymbol);
  const sections = [
    named.length > 0 && (
      <SecurityBars key="named" id="named" title={hideSymbol ? "一同出现" : "本页提到的证券"} securities={named} />
    ),
    !hideOutlet && !flashes && page.outlets.length > 1 && (
      <OutletBars key="outlets" title="本页来自" outlets={page.outlets} />
    ),
    page.days.length > 1 && page.days.length + named.length <= RAIL_ROWS && (
      <DayBars key="days" days={page.days} unit={flashes ? "条" : "篇"} />
    ),
  ];
  return sections.filter(Boolean).slice(0, RAIL_SECTIONS);
}
