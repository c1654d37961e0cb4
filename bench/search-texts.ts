import { dict } from "@node-rs/jieba/dict.js";
import { Dictionary } from "@/lib/search/dictionary";
import { searchDocument } from "@/lib/search/document";
import { random } from "@/lib/testing/random";

/** In three of ten texts. */
export const COMMON_WORD = "市场";
/** In one of twenty thousand. */
export const RARE_WORD = "抽水蓄能";
/** A name of a security that is in one text of two hundred. */
export const KNOWN_NAME = "贵州茅台";
/** Stand side by side in one text of a hundred, and apart in more. */
export const PHRASE = ["产业", "升级"] as const;

const TEXTS = 20_000;
const RARE_TEXT = 7_777;
const WORDS = 6_000;

/** Words of two and three characters with their frequency in jieba's dictionary: most often first. */
function vocabulary(): { words: string[]; upTo: number[] } {
  const lines = Buffer.from(dict).toString("utf8").split("\n");
  const found = lines.flatMap((line) => {
    const [word = "", frequency = "0", tag = ""] = line.split(" ");
    const fits = /^\p{Script=Han}{2,3}$/u.test(word) && /^[nva]/.test(tag) && word !== COMMON_WORD;
    return fits ? [{ word, frequency: Number(frequency) }] : [];
  });
  const chosen = found.sort((a, b) => b.frequency - a.frequency).slice(0, WORDS);
  const upTo: number[] = [];
  let sum = 0;
  // The square root flattens the curve: a news text repeats its subject's words, not those of all texts.
  for (const { frequency } of chosen) {
    sum += Math.sqrt(frequency);
    upTo.push(sum);
  }
  return { words: chosen.map(({ word }) => word), upTo };
}

/** Words as often as they are met in texts. */
export function wordsBy(roll: (max: number) => number): () => string {
  const { words, upTo } = vocabulary();
  return () => {
    const at = (roll(1_000_000_000) / 1_000_000_000) * upTo.at(-1)!;
    let [low, high] = [0, upTo.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (upTo[middle]! < at) low = middle + 1;
      else high = middle;
    }
    return words[low]!;
  };
}

/**
 * The words of twenty thousand invented articles of 120 to 420 words each, cut by the program's own code, as tsvectors
 * without what differs from article to article (day, outlet, kind).
 */
export function makeTexts(seed = 1, onText: (done: number) => void = () => {}): string[] {
  const roll = random(seed);
  const dictionary = new Dictionary("bench", [KNOWN_NAME]);
  const pick = wordsBy(roll);
  const sentence = (length: number) => Array.from({ length }, pick).join("");
  return Array.from({ length: TEXTS }, (_, n) => {
    const parts = Array.from({ length: 12 + roll(30) }, () => sentence(10));
    if (roll(10) < 3) parts.splice(roll(parts.length), 0, `${COMMON_WORD}人士说`);
    if (roll(200) === 0) parts.push(`${KNOWN_NAME}${sentence(3)}`);
    if (roll(100) === 0) parts.push(`推动${PHRASE.join("")}的办法`);
    if (roll(10) === 0) parts.push(`${PHRASE[1]}之后，${sentence(4)}，${PHRASE[0]}链`);
    if (n === RARE_TEXT) parts.push(`${RARE_WORD}电站开工`);
    if (n % 1000 === 0) onText(n);
    return searchDocument(
      {
        ...{
          title: sentence(8),
          summary: "",
          bodyHtml: `<p>${parts.join("，")}。</p>`,
          kind: "",
          level: 0,
          categoryId: "",
        },
        ...{ publishedAt: new Date(0), tags: [], symbols: [] },
      },
      dictionary,
    ).replace(/ '=(?:k|l|c|m|d)[^']*'/g, "");
  });
}
