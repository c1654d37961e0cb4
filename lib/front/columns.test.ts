import { describe, expect, test } from "vitest";
import type { Card } from "@/lib/articles/cards";
import { countToFill, layFront, linesOf } from "@/lib/front/columns";
import type { Place } from "@/lib/most-read/queries";

test("a Chinese character takes an em, a figure about half", () => {
  expect(linesOf("字".repeat(20), 15, 310)).toBe(1);
  expect(linesOf("字".repeat(21), 15, 310)).toBe(2);
  expect(linesOf("1".repeat(30), 15, 310)).toBe(1);
});

test.each([
  [[100, 100, 100], 240, 0, 2],
  [[100, 100, 100], 260, 0, 3],
  [[100, 100, 100], 0, 2, 2],
  [[], 500, 3, 0],
])("%j fill %i with %i", (heights, height, least, count) => expect(countToFill(heights, height, least)).toBe(count));

let made = 0;
const card = (more: Partial<Card> = {}): Card => ({
  id: String(++made),
  slug: String(made),
  kind: "story",
  level: 1,
  title: "两地交易所同日修订规则，收盘集合竞价延长",
  summary: "规则自下月起试行，期限半年。",
  wordCount: 500,
  publishAt: "2026-11-25T06:00:00.000Z",
  categoryId: String(made % 7),
  categorySlug: "jia",
  categoryName: "甲报",
  cluster: null,
  securities: [],
  subjects: [],
  ...more,
});
const cards = (count: number, more: Partial<Card> = {}) => Array.from({ length: count }, () => card(more));
const NOTHING_READ = { day: [], week: [] };
const places = (count: number, title: string): Place[] =>
  cards(count, { title }).map((one) => ({
    ...{ ...one, publishAt: new Date(one.publishAt), span: "day" as const, clusterId: null, isPublic: true },
  }));

describe("layFront", () => {
  const lead = card();
  const stories = [lead, ...cards(39)];

  test("shows no story twice, and more flashes where the wire's lines are short", () => {
    const front = layFront({
      lead,
      figure: "<figure>",
      pinned: [],
      stories,
      flashes: cards(30, { kind: "flash" }),
      hotCount: 7,
      mostRead: NOTHING_READ,
    });
    const shown = [lead, ...front.seconds.map((second) => second.card), ...front.latest, ...front.reads];
    expect(new Set(shown).size).toBe(shown.length);
    expect(front.latest.length).toBeGreaterThanOrEqual(8);
    expect(front.flashesOnDesktop).toBeGreaterThanOrEqual(8);
    expect(front.flashes.length).toBeGreaterThanOrEqual(front.flashesOnDesktop);
  });

  test("what is pinned stands first beside the lead, in its order, all of it and nowhere else", () => {
    const pinned = [stories[30]!, card(), ...stories.slice(1, 5)];
    const front = layFront({
      lead,
      figure: null,
      pinned,
      stories,
      flashes: cards(30),
      hotCount: 7,
      mostRead: NOTHING_READ,
    });
    expect(front.seconds.map((second) => [second.card, second.isPinned])).toEqual(pinned.map((story) => [story, true]));
    const shown = [lead, ...front.seconds.map((second) => second.card), ...front.latest, ...front.reads];
    expect(new Set(shown).size).toBe(shown.length);
    const [one] = layFront({
      lead,
      figure: null,
      pinned: [stories[9]!],
      stories,
      flashes: [],
      hotCount: 0,
      mostRead: NOTHING_READ,
    }).seconds;
    expect(one).toMatchObject({ card: stories[9], isPinned: true });
  });

  test("puts fewer stories beside a lead without a picture", () => {
    const beside = (figure: string | null) =>
      layFront({
        lead,
        figure,
        pinned: [],
        stories,
        flashes: cards(30),
        hotCount: 7,
        mostRead: NOTHING_READ,
      }).seconds.reduce((sum, { withBrief }) => sum + (withBrief ? 2 : 1), 0);
    expect(beside(null)).toBeLessThan(beside("<figure>"));
  });

  test("shows what there is when there is little", () => {
    expect(
      layFront({
        lead: undefined,
        figure: null,
        pinned: [],
        stories: [],
        flashes: [],
        hotCount: 0,
        mostRead: NOTHING_READ,
      }),
    ).toMatchObject({
      seconds: [],
      latest: [],
      reads: [],
      flashes: [],
    });
    const few = layFront({
      lead,
      figure: null,
      pinned: [],
      stories: [lead, card()],
      flashes: [],
      hotCount: 0,
      mostRead: NOTHING_READ,
    });
    expect(few.seconds).toHaveLength(1);
  });

  test("what was read most takes its place before the long reads, five at least, as many in both lists", () => {
    const lay = (day: Place[], week: Place[]) =>
      layFront({
        ...{ lead, figure: "<figure>", pinned: [], stories, flashes: cards(30, { kind: "flash" }), hotCount: 7 },
        mostRead: { day, week },
      });
    const without = lay([], []);
    const [short, long] = ["降准", "两地交易所同日修订规则，收盘集合竞价延长，券商连夜改造交易系统"];
    const shown = lay(places(10, short), places(10, short)).mostRead;
    expect(shown.day.length).toBeGreaterThanOrEqual(5);
    expect(shown.week).toHaveLength(shown.day.length);
    // The two lists lie on each other: the longer headlines of one leave less room for both.
    expect(lay(places(10, short), places(10, long)).mostRead.day.length).toBeLessThan(shown.day.length);
    expect(lay(places(10, long), places(10, long)).reads.length).toBeLessThan(without.reads.length);
    expect(lay(places(2, short), places(3, short)).mostRead).toMatchObject({ day: { length: 2 }, week: { length: 3 } });
  });
});
