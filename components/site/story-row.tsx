import { Headline } from "@/components/site/headline";
import { SecurityChips, When } from "@/components/site/meta";
import type { Card } from "@/lib/articles/cards";
import { articlePath, categoryPath } from "@/lib/urls";

type Props = { card: Card; today?: Date /** On the outlet's own page its name says nothing. */; hideOutlet?: boolean };

/** A line of a list: time, headline, outlet and securities. */
export function StoryRow({ card, today, hideOutlet }: Props) {
  return (
    <li className="row">
      <When at={card.publishAt} today={today} />
      <div>
        <h3>
          <a href={articlePath(card.slug)}>
            <Headline title={card.title} />
          </a>
        </h3>
        <p className="meta">
          {hideOutlet ? (
            card.wordCount > 0 && <span>{card.wordCount} 字</span>
          ) : (
            <a href={categoryPath(card.categorySlug)}>{card.categoryName}</a>
          )}
          <SecurityChips securities={card.securities} />
        </p>
      </div>
    </li>
  );
}
