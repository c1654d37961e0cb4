import type { BlockChange, TextDiff } from "@/lib/revisions/diff";
import { type TaggedWord, tagWords } from "@/lib/words";

/** Characters that may come and go together. */
const MOST_CHARACTERS = 6;
/** Figures of any script, Latin letters (names, codes, units), signs of percent, degree and money. */
const FIGURE = /[\p{N}\p{Script=Latin}%％‰°$￥¥€+\-−~～]/u;
const CHINESE_NUMBER = /^[〇零一二两三四五六七八九十百千万亿兆半几多]+$/;
/** One of these turned round, put in or left out turns the sentence round. */
const WEIGHTY = /[不没未无非否勿莫别涨跌升降增减盈亏买卖多空高低超欠内外前后上下进出收支元角分亿万吨倍成月日年时]/;
/** Persons, places, organisations, other names, numerals and quantifiers, as the dictionary marks them. */
const NAMED = /^(?:nr|ns|nt|nz|m|q|t)/;

type Counts = Map<string, { word: TaggedWord; count: number }>;

function countWords(text: string): Counts {
  const counts: Counts = new Map();
  for (const word of tagWords(text)) {
    const key = `${word.word}/${word.tag}`;
    counts.set(key, { word, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return counts;
}

/** Words of which the one text has more than the other. */
const surplus = (of: Counts, than: Counts) =>
  [...of].flatMap(([key, { word, count }]) => (count > (than.get(key)?.count ?? 0) ? [word] : []));

/** A word that the dictionary does not know may be somebody's name. */
const isUnknown = ({ word, tag }: TaggedWord) => tag === "x" && /\p{Script=Han}{2}/u.test(word);
const isTelling = ({ word, tag }: TaggedWord) =>
  FIGURE.test(word) || CHINESE_NUMBER.test(word) || WEIGHTY.test(word) || NAMED.test(tag);

/**
 * Whether a change put right slips of the pen and nothing else: a handful of characters within paragraphs, in no
 * figure, no name and no word that turns the meaning. In doubt it is no typo, and the change is shown.
 * @param names what is named in the article: securities, outlets, people
 */
export function isTypoOnly(diff: TextDiff, names: string[] = []): boolean {
  const { title, summary, body, deleted, inserted } = diff;
  if (deleted + inserted === 0 || deleted + inserted > MOST_CHARACTERS) return false;
  const runs = [title, summary, ...body.flatMap((change) => (change.kind === "changed" ? [change.pieces] : []))].filter(
    (pieces) => pieces.some(({ kind }) => kind !== "same"),
  );
  if (body.some(changesMore)) return false;
  return runs.every((pieces) => {
    const side = (kind: "del" | "ins") =>
      pieces.flatMap((piece) => (piece.kind === "same" || piece.kind === kind ? [piece.text] : [])).join("");
    const [before, after] = [side("del"), side("ins")];
    const [old, now] = [countWords(before), countWords(after)];
    const [gone, come] = [surplus(old, now), surplus(now, old)];
    if ([...gone, ...come].some(isTelling) || come.some(isUnknown)) return false;
    return names.every((name) => name === "" || before.split(name).length === after.split(name).length);
  });
}

/** A paragraph, link, picture or format that came or went is more than a slip. */
function changesMore(change: BlockChange): boolean {
  if (change.kind === "same") return false;
  if (change.kind !== "changed") return true;
  const { before, after } = change;
  return before.kind !== after.kind || before.targets.join("\n") !== after.targets.join("\n");
}
