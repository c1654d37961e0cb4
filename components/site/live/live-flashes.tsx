import { dayAnchor } from "@/components/site/count-bars";
import { FlashRow, GoneRow } from "@/components/site/flash-row";
import { Icon } from "@/components/site/icons";
import { Island } from "@/components/site/island";
import type { Card } from "@/lib/articles/cards";

type Props = {
  /** The newest event that the list knows. */
  mark: number;
  /** Flashes below this level are none of the list's. */
  least?: number;
  /** Whether everything there is stands in the list. */
  isWhole?: boolean;
  /** The home page's column: short, without outlets; the day is said by the row. */
  isColumn?: boolean;
  children: React.ReactNode;
};

const SAMPLE_AT = "2000-01-01T00:00:00Z";
const sample = (level: number): Card => ({
  ...{ id: "", slug: "", kind: "flash", level, title: "", summary: " ", publishAt: SAMPLE_AT, wordCount: 0 },
  ...{ categoryId: "", categorySlug: "", categoryName: "", cluster: null },
  ...{ securities: [{ symbol: "", name: "" }], subjects: [] },
});
const GONE = { id: "", at: SAMPLE_AT, href: "", label: "", words: "" };

/**
 * A list of flashes that an island keeps up to date. Its rows are whole without it; what the island adds is filled into
 * copies of the rows in the template, so that each row's markup is written once.
 */
export function LiveFlashes({ mark, least = 1, isWhole, isColumn, children }: Props) {
  return (
    <>
      <live-flashes
        data-mark={mark}
        data-least={least}
        data-whole={isWhole ? "yes" : undefined}
        data-column={isColumn ? "yes" : undefined}
      >
        <p className="sr" role="status" />
        {children}
        <template data-island="live-flashes">
          <div className="fresh">
            <button type="button">
              <Icon name="up" />
              <span />
            </button>
          </div>
          {[1, 2, 3].map((level) => (
            <FlashRow key={level} card={sample(level)} withOutlet={!isColumn} />
          ))}
          <GoneRow gone={GONE} />
          {!isColumn && (
            <>
              <h2 className="day" id={dayAnchor("")}>
                <time dateTime={SAMPLE_AT.slice(0, 10)} />
                <span />
              </h2>
              <button type="button" className="sound" aria-pressed="false" title="有重要快讯时响一声" />
            </>
          )}
        </template>
      </live-flashes>
      <Island name="live-flashes" />
    </>
  );
}
