import { LevelMark } from "@/components/site/flash-row";
import { Headline } from "@/components/site/headline";
import { OutletCount, SecurityChips, When } from "@/components/site/meta";
import type { Card } from "@/lib/articles/cards";
import { articlePath, categoryPath } from "@/lib/urls";

type Props = {
  card: Card;
  today?: Date;
  withBrief?: boolean;
  /** On the outlet's own page its name says nothing, nor a security's on its own. */
  hideOutlet?: boolean;
  hideSymbol?: string;
};

/** A line of a list: time, headline, standfirst, outlet and securities. */
export function StoryRow({ card, today, withBrief, hideOutlet, hideSymbol }: Props) {
  const securities = card.securities.filter(({ symbol }) => symbol !== hideSymbol);
  const showsMeta = !hideOutlet || securities.length > 0 || card.cluster !== null;
  return (
    <li className="row">
      <When at={card.publishAt} today={today} />
      <div>
        <h3>
          {card.kind === "flash" && <LevelMark level={card.level} />}
          <a href={articlePath(card.slug)}>
            <Headline title={card.title} />
          </a>
        </h3>
        {withBrief && card.summary && <p className="brief">{card.summary}</p>}
        {showsMeta && (
          <p className="meta">
            {!hideOutlet && <a href={categoryPath(card.categorySlug)}>{card.categoryName}</a>}
            <OutletCount card={card} />
            <SecurityChips securities={securities} />
          </p>
        )}
      </div>
    </li>
  );
}
