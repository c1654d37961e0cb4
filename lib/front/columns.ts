import { type Card, flashBrief } from "@/lib/articles/cards";
import { MOST_PINNED } from "@/lib/front/arrangement";
import type { Place } from "@/lib/most-read/queries";
import { SPAN_KEYS, type Span } from "@/lib/most-read/spans";

/**
 * Fills the three columns of the front page so that they end at about the same height, as a newspaper's make-up does:
 * the height of each piece is estimated from its text and the column's width. What the estimate leaves over, the style
 * sheet spreads between the rows.
 */
type Columns = { lead: number; seconds: number; wire: number };

/** Widths in px at 1440 and 1920 px; the style sheet's fractions of the page. */
const DESKTOP: Columns = { lead: 624, seconds: 307, wire: 348 };
const WIDE: Columns = { lead: 708, seconds: 354, wire: 425 };

const SECTION_HEAD = 44;
const GAP = 36;
const META = 21;
/** Height of a chart per width. */
const FIGURE_RATIO = 0.51;

/** Lines that a text takes: a Chinese character is as wide as high, others about half. */
export function linesOf(text: string, fontSize: number, width: number): number {
  const ems = [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 1 : 0.56), 0);
  return Math.max(1, Math.ceil((ems * fontSize) / (width - fontSize / 2)));
}

const leadHeight = (card: Card, hasFigure: boolean, width: number) =>
  36 +
  55 * linesOf(card.title, 44, width) +
  (card.summary ? 12 + 34 * linesOf(card.summary, 20, width) : 0) +
  META +
  (hasFigure ? 70 + width * FIGURE_RATIO : 0);

const secondHeight = (card: Card, withBrief: boolean, isFirst: boolean, width: number) =>
  (isFirst ? 22 : 55) +
  (isFirst ? 34 * linesOf(card.title, 24, width) : 29 * linesOf(card.title, 20, width)) +
  8 +
  (withBrief && card.summary ? 8 + 25.5 * linesOf(card.summary, 15, width) : 0) +
  META;

const rowHeight = (card: Card, width: number) => 31 + 26.4 * linesOf(card.title, 17, width - 50) + META;

const readHeight = (card: Card, width: number) => 22 + 23.3 * linesOf(card.title, 15, width) + META;

const rankHeight = (title: string, width: number) => 20 + 24 * linesOf(title, 15, width - 34);

const flashHeight = (card: Card, width: number) =>
  24 +
  26.4 * linesOf(card.title + flashBrief(card), 15, width - 50 - (card.level > 1 ? 45 : 0)) +
  (card.level === 3 ? 8 : 0) +
  (card.securities.length > 0 || card.cluster ? 23 : 0);

/** How many pieces come nearest to a height. */
export function countToFill(heights: number[], height: number, least = 0): number {
  let sum = 0;
  let count = 0;
  for (const piece of heights) {
    if (count >= least && sum + piece / 2 > height) break;
    sum += piece;
    count += 1;
  }
  return count;
}

const sum = (heights: number[]) => heights.reduce((total, height) => total + height, 0);

/** What an editor pins stands first among them. */
const MOST_SECONDS = MOST_PINNED;

/** How many stories stand beside the lead, `least` or more where there are, and how many of them with a standfirst. */
function fillSeconds(cards: Card[], least: number, height: number, width: number) {
  let best = { count: 0, briefs: 0, off: Number.POSITIVE_INFINITY };
  for (let count = Math.min(least, cards.length); count <= Math.min(MOST_SECONDS, cards.length); count++) {
    for (let briefs = 0; briefs <= count; briefs++) {
      const total = sum(
        cards.slice(0, count).map((card, index) => secondHeight(card, index < briefs, index === 0, width)),
      );
      const off = Math.abs(height - total);
      if (off < best.off) best = { count, briefs, off };
    }
  }
  return best;
}

/** What is pinned, then stories of other outlets where there are enough. */
function pickSeconds(pinned: Card[], stories: Card[], count: number) {
  const seen = new Set(pinned.map(({ categoryId }) => categoryId));
  const firsts = stories.filter(({ categoryId }) => !seen.has(categoryId) && seen.add(categoryId));
  return [...new Set([...pinned, ...firsts.slice(0, Math.max(0, count - pinned.length)), ...stories])].slice(0, count);
}

/** With their head, and the way to the whole list. */
const RANKS = { least: 5, around: SECTION_HEAD + 55 };

/** The height of each place of what was read most: the two lists lie on each other, so the longer headline counts. */
const rankHeights = (lists: Record<Span, Place[]>, width: number) =>
  Array.from({ length: Math.max(...SPAN_KEYS.map((span) => lists[span].length)) }, (_, at) =>
    Math.max(...SPAN_KEYS.flatMap((span) => (lists[span][at] ? [rankHeight(lists[span][at].title, width)] : []))),
  );

const LATEST = { least: 8, most: 12 };
const MOST_READS = 7;
/** From here on a story is worth the time it asks for. */
const LONG_READ = 450;

type News = {
  lead: Card | undefined;
  figure: string | null;
  /** What an editor put beside the lead, in this order. */
  pinned: Card[];
  /** The newest of all, with what is placed already or without. */
  stories: Card[];
  flashes: Card[];
  hotCount: number;
  /** What was read most; empty where nobody has read yet. */
  mostRead: Record<Span, Place[]>;
};

export function layFront({ lead, figure, pinned, stories, flashes, hotCount, mostRead }: News) {
  const placed = new Set([lead, ...pinned].map((card) => card?.id));
  const others = stories.filter(({ id }) => !placed.has(id));
  const beside = pickSeconds(pinned, others, MOST_SECONDS);
  const top = (columns: Columns) => (lead ? leadHeight(lead, figure !== null, columns.lead) : 100);
  // A lead without a picture is low: a third story beside it would leave a hole below it.
  const least = Math.max(figure ? 3 : 2, pinned.length);
  const { count, briefs } = fillSeconds(beside, least, top(DESKTOP), DESKTOP.seconds);
  const seconds = beside.slice(0, count);
  const rest = others.filter((story) => !seconds.includes(story));

  const fill = (columns: Columns) => {
    const wire = flashes.map((card) => flashHeight(card, columns.wire));
    const rows = rest.slice(0, LATEST.most).map((card) => rowHeight(card, columns.lead));
    const below = sum(wire) - top(columns) - GAP;
    const latestCount = countToFill(rows, below - SECTION_HEAD, LATEST.least);
    const latestHeight = SECTION_HEAD + sum(rows.slice(0, latestCount)) + 55;
    const reads = rest
      .slice(latestCount)
      .filter(({ wordCount }) => wordCount >= LONG_READ)
      .sort((a, b) => b.wordCount - a.wordCount);
    const hot = hotCount > 0 ? SECTION_HEAD + 39 * hotCount + GAP : 0;
    const ranks = rankHeights(mostRead, columns.seconds);
    const rankCount = countToFill(ranks, latestHeight - hot - RANKS.around, RANKS.least);
    const ranked = ranks.length > 0 ? RANKS.around + sum(ranks.slice(0, rankCount)) + GAP : 0;
    const readCount = countToFill(
      reads.map((card) => readHeight(card, columns.seconds)),
      latestHeight - ranked - hot - SECTION_HEAD,
    );
    const flashCount = countToFill(wire, top(columns) + GAP + latestHeight - SECTION_HEAD);
    return { latestCount, rankCount, reads: reads.slice(0, Math.min(readCount, MOST_READS)), flashCount };
  };
  const desktop = fill(DESKTOP);
  const wide = fill(WIDE);
  return {
    seconds: seconds.map((card, index) => ({ card, withBrief: index < briefs, isPinned: index < pinned.length })),
    latest: rest.slice(0, desktop.latestCount),
    reads: desktop.reads,
    mostRead: {
      day: mostRead.day.slice(0, desktop.rankCount),
      week: mostRead.week.slice(0, desktop.rankCount),
    } satisfies Record<Span, Place[]>,
    /** The wire's last ones stand only where its column is wide, and their lines are short. */
    flashes: flashes.slice(0, Math.max(desktop.flashCount, wide.flashCount)),
    flashesOnDesktop: desktop.flashCount,
  };
}
