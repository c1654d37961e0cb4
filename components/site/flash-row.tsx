import { OutletCount, SecurityChips, When } from "@/components/site/meta";
import type { Card } from "@/lib/articles/cards";
import { articlePath, categoryPath } from "@/lib/urls";

const LEVELS: Record<number, string> = { 2: "重要", 3: "特别重要" };

export function LevelMark({ level }: { level: number }) {
  return LEVELS[level] ? <b className={`lv lv-${level}`}>{LEVELS[level]}</b> : null;
}

type Props = {
  card: Card;
  today?: Date;
  withOutlet?: boolean;
  /** What stands behind the title; the flash's whole text unless told. */
  text?: string;
  /** Stands only where the column is wide. */
  extra?: boolean;
};

/** A flash: level in words and weight, text, securities. */
export function FlashRow({ card, today, withOutlet, text = card.summary, extra }: Props) {
  return (
    <li className={`flash flash-${card.level}${extra ? " extra" : ""}`}>
      <When at={card.publishAt} today={today} />
      <div>
        <p className="flash-text">
          <LevelMark level={card.level} />
          <a href={articlePath(card.slug)}>
            <b>{card.title}</b>
          </a>
          {text && <span> {text}</span>}
        </p>
        {(withOutlet || card.cluster || card.securities.length > 0) && (
          <p className="flash-meta">
            {withOutlet && <a href={categoryPath(card.categorySlug)}>{card.categoryName}</a>}
            <OutletCount card={card} />
            <SecurityChips securities={card.securities} />
          </p>
        )}
      </div>
    </li>
  );
}
