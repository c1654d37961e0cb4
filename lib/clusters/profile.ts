import { type PlacedFigure, placedFigures } from "./figures";
import { shinglesOf } from "./shingles";
import { bare, levelled, type StoryText } from "./text";

/** Of a longer text the beginning is compared. UTF-16 code units. */
const LONGEST = 12_000;
/** The lead: what a flash is all of, and what a shortened reprint keeps under whatever headline. */
const LEAD = 90;
/** A text that is not longer says too little without its headline. UTF-16 code units. */
const SHORT = 40;

/** A text made ready to be compared with others. */
export type Profile = {
  title: string;
  /** Headline and text, levelled, in lines. */
  lines: string;
  /** The text without signs, behind the headline where it is short. */
  letters: string;
  whole: Set<number>;
  lead: Set<number>;
  figures: PlacedFigure[];
};

export function profileOf({ title, text }: StoryText): Profile {
  const headline = levelled(title).trim();
  const body = levelled(text.slice(0, LONGEST)).trim();
  const said = bare(body);
  const letters = said.length > SHORT ? said : bare(headline) + said;
  return {
    title: bare(headline),
    lines: `${headline}\n${body}`,
    letters,
    whole: shinglesOf(letters),
    lead: shinglesOf(letters.slice(0, LEAD)),
    figures: placedFigures(`${headline}\n${body}`),
  };
}
