import { diffArrays } from "diff";
import { cutWords, tagWords } from "@/lib/words";
import { contradiction, shareOfFigures } from "./figures";
import type { Profile } from "./profile";
import { countShared } from "./shingles";
import { pairsOf } from "./text";

/** What is further apart is another story: a template of every week, an old one that is told again. */
export const SPAN_MS = 72 * 3_600_000;

/** A text with what else tells stories apart. */
export type Story = { profile: Profile; at: Date; symbols: string[] };
/** An article as it is compared; `status` and `kind` as in its row. */
export type Told = Story & { id: string; status: string; kind: "story" | "flash" };
export type Why = "figures" | "names" | "securities" | "time";
/**
 * `same`; `other`: alike, and yet it cannot be the same story; `unlike`: nothing to do with each other.
 * `share`: how much of the shorter text stands in the longer one, from 0 to 1.
 */
export type Likeness = { verdict: "same" | "other" | "unlike"; why?: Why; share: number };

/** From here on two texts are alike; chosen on the labelled pairs. */
const ALIKE = 0.7;
/** Of few words one is a great part, and of very few nobody can say. In shingles. */
const FEW = { count: 12, alike: 0.9, least: 5 };
/** A reprint may add a figure of its own, a share price say. */
const FIGURES_SHARED = 0.75;
/** A text of less than half the other's length may be one item of a round-up; one as long is the same under another headline. */
const SHORT = 0.5;
const WHOLE = 0.9;
const TITLE_SHARED = 0.2;
const ROUND_UP = /要闻|早报|晚报|日报|周报|早知道|汇总|一览|盘点|速览|速递|精选|集锦|回顾|[；;].*[；;]/;

const isRoundUp = ({ lines }: Profile) => ROUND_UP.test(lines.slice(0, lines.indexOf("\n")));

/** Whether the longer text speaks of what the shorter one says, or only has it among other things. */
function isAbout(short: Profile, long: Profile): boolean {
  if (short.whole.size >= WHOLE * long.whole.size) return true;
  if (isRoundUp(long) && !isRoundUp(short)) return false;
  if (short.whole.size >= SHORT * long.whole.size) return true;
  const title = pairsOf(long.title);
  const said = pairsOf(short.title + short.letters);
  return [...title].filter((pair) => said.has(pair)).length >= TITLE_SHARED * title.size;
}

/** As much of a text as says whom it is about. */
const LEAD = 400;
const LONGEST_NAME = 14;
/** Names of people, places, companies; what the dictionary does not know may be one. */
const NAME = /^(?:nr|ns|nt|nz|x|eng|j)/;
/** Verbs, adverbs, figures and the like are none. Any other word (云杉, 青松) may be, where it is said again and again. */
const NAMELESS = /^(?:v|d|p|c|u|r|m|q|t|f|y|e|k|h|o|z|b)/;

const isNamed = (part: string, own: Profile, other: Profile) =>
  tagWords(part).some(({ word, tag }) => {
    if (!/[\p{Script=Han}a-z]/u.test(word) || other.lines.includes(word)) return false;
    return NAME.test(tag) || (!NAMELESS.test(tag) && own.lines.split(word).length > 2);
  });

/** Whether the beginnings are one text with another name at the same place: 金沙银行 here and 鼎湖银行 there. */
function differInNames(a: Profile, b: Profile): boolean {
  const lead = ({ lines }: Profile) => cutWords(lines.slice(lines.indexOf("\n")).slice(0, LEAD));
  const hunks = diffArrays(lead(a), lead(b));
  return hunks.some((gone, n) => {
    const [before, come, behind] = [hunks[n - 1], hunks[n + 1], hunks[n + 2]];
    if (!gone.removed || !come?.added || !before || !behind) return false;
    const [one, another] = [gone.value.join(""), come.value.join("")];
    if (one.length > LONGEST_NAME || another.length > LONGEST_NAME || /[。！？；，\n]/.test(one + another))
      return false;
    return isNamed(one, a, b) && isNamed(another, b, a);
  });
}

/** Texts that both name securities speak of the same ones: half of those of the one that names fewer. */
function shareSecurities(a: string[], b: string[]): boolean {
  if (a.length === 0 || b.length === 0) return true;
  const [few, many] = a.length < b.length ? [a, b] : [b, a];
  return few.filter((symbol) => many.includes(symbol)).length * 2 >= few.length;
}

/** How much of the shorter text stands in the longer one. */
export function shareOf(a: Profile, b: Profile): number {
  return countShared(a.whole, b.whole) / Math.max(1, Math.min(a.whole.size, b.whole.size));
}

/** Whether two texts tell one story. Told apart when in doubt: two stories in one are worse than one in two. */
export function compareStories(a: Story, b: Story): Likeness {
  const share = shareOf(a.profile, b.profile);
  const words = Math.min(a.profile.whole.size, b.profile.whole.size);
  if (words < FEW.least || share < (words < FEW.count ? FEW.alike : ALIKE)) return { verdict: "unlike", share };
  const other = (why: Why): Likeness => ({ verdict: "other", why, share });
  if (Math.abs(a.at.getTime() - b.at.getTime()) > SPAN_MS) return other("time");
  if (contradiction(a.profile.figures, b.profile.figures)) return other("figures");
  if (shareOfFigures(a.profile.figures, b.profile.figures) < FIGURES_SHARED) return other("figures");
  if (!shareSecurities(a.symbols, b.symbols)) return other("securities");
  const [short, long] = a.profile.whole.size < b.profile.whole.size ? [a.profile, b.profile] : [b.profile, a.profile];
  if (!isAbout(short, long)) return { verdict: "unlike", share };
  if (differInNames(a.profile, b.profile)) return other("names");
  return { verdict: "same", share };
}
