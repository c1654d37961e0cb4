/** A quoted sentence as it stands in a text, with what stands around it in its paragraph. */
export type Found = { before: string; quote: string; after: string };

/** Characters of the paragraph that are shown on either side. */
const AROUND = 60;

/** Blanks and marks that copying, typing and input methods change. */
const LOOSE = /[\s\p{P}\p{S}]/u;

/** A text without what may differ, and where each of its characters stands in the original. */
function squeeze(text: string) {
  const places: number[] = [];
  let squeezed = "";
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (LOOSE.test(character)) continue;
    squeezed += character.toLowerCase();
    places.push(at);
  }
  return { squeezed, places };
}

/** Finds what a reader quoted in a text with a line per block; marks and blanks may differ. Null: it is not there. */
export function findQuote(text: string, quote: string): Found | null {
  const wanted = squeeze(quote).squeezed;
  if (wanted === "") return null;
  for (const line of text.split("\n")) {
    const { squeezed, places } = squeeze(line);
    const at = squeezed.indexOf(wanted);
    if (at < 0) continue;
    const from = places[at]!;
    const to = places[at + wanted.length - 1]! + 1;
    const [before, after] = [line.slice(0, from), line.slice(to)];
    return {
      before: before.length > AROUND ? `…${before.slice(-AROUND)}` : before,
      quote: line.slice(from, to),
      after: after.length > AROUND ? `${after.slice(0, AROUND)}…` : after,
    };
  }
  return null;
}
