import { diffArrays } from "diff";
import { cutWords } from "@/lib/words";

/** A run of text: in both versions, only in the old one, or only in the new one. */
export type Piece = { kind: "same" | "del" | "ins"; text: string };

/**
 * How much comparing one page may cost, counted in steps of the Myers algorithm (edits squared), so that two texts
 * that have nothing in common take milliseconds as well. What is left over when it is spent is compared whole.
 */
export class Budget {
  constructor(private left = 1_500_000) {}

  /** @returns undefined when the sequences differ too much for what is left */
  compare<T>(before: T[], after: T[], same?: (a: T, b: T) => boolean) {
    const maxEditLength = Math.floor(Math.min(1000, Math.sqrt(this.left)));
    const changes = diffArrays(before, after, { maxEditLength, comparator: same });
    const edits = changes
      ? changes.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0)
      : maxEditLength;
    this.left = Math.max(0, this.left - edits * edits - before.length - after.length);
    return changes;
  }
}

/** Deleted and kept pieces together are the old text, inserted and kept ones the new text. */
export function diffWords(before: string, after: string, budget = new Budget()): Piece[] {
  if (before === after) return before === "" ? [] : [{ kind: "same", text: before }];
  const changes = budget.compare(words(before), words(after));
  if (!changes) return joined([], before, after);
  const pieces: Piece[] = [];
  let deleted = "";
  let inserted = "";
  for (const [index, { added, removed, value }] of changes.entries()) {
    const text = value.join("");
    if (removed) deleted += text;
    else if (added) inserted += text;
    else if (index > 0 && index < changes.length - 1 && isSplinter(text)) {
      deleted += text;
      inserted += text;
    } else {
      joined(pieces, deleted, inserted).push({ kind: "same", text });
      deleted = inserted = "";
    }
  }
  joined(pieces, deleted, inserted);
  const kept = pieces.reduce((sum, { kind, text }) => sum + (kind === "same" ? text.length : 0), 0);
  return kept < REWRITTEN * Math.max(before.length, after.length) ? joined([], before, after) : pieces;
}

/** When less than this is kept the text was written anew: the few words in common would tear both to confetti. */
const REWRITTEN = 0.35;

function joined(pieces: Piece[], deleted: string, inserted: string): Piece[] {
  if (deleted) pieces.push({ kind: "del", text: deleted });
  if (inserted) pieces.push({ kind: "ins", text: inserted });
  return pieces;
}

/** A particle or a mark that by chance stands in both texts: kept apart it would tear two phrases to shreds. */
const isSplinter = (text: string) => /^[的了在和与及是为，、“”]$/u.test(text);

/** Never loses a character: text that the cutter does not give back as it was is compared by characters. */
function words(text: string): string[] {
  const cut = cutWords(text, { guess: true });
  return cut.join("") === text ? cut : Array.from(text);
}

/** How many characters came and went; blanks do not count. */
export function countPieces(pieces: Piece[]) {
  const sum = (kind: Piece["kind"]) =>
    pieces.reduce((n, piece) => n + (piece.kind === kind ? [...piece.text.replace(/\s+/g, "")].length : 0), 0);
  return { deleted: sum("del"), inserted: sum("ins") };
}
