import { OutletCount, SecurityChips, When } from "@/components/site/meta";
import type { Card } from "@/lib/articles/cards";
import { beijingIso } from "@/lib/dates";
import { followPaths } from "@/lib/follows/subjects";
import type { GoneFlash } from "@/lib/live/flash";
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
    <li
      className={`flash flash-${card.level}${extra ? " extra" : ""}`}
      data-id={card.id}
      data-at={beijingIso(card.publishAt)}
      data-of={followPaths(card)}
    >
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

/** The place of a flash that went: what became of it in words, and where that is on record. */
export function GoneRow({ gone: { id, at, label, words, href }, today }: { gone: GoneFlash; today?: Date }) {
  return (
    <li className="flash flash-gone" data-id={id} data-at={at}>
      <When at={at} today={today} />
      <div>
        <p className="flash-text">
          <b className="lv lv-gone">{label}</b>
          <span>{words}</span> <a href={href}>查看记录</a>
        </p>
      </div>
    </li>
  );
}
