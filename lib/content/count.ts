/** Characters of Chinese, Japanese and Korean; each counts as a word. Their punctuation does too, as in Word. */
const IDEOGRAPH =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3001-\u303f\uff01-\uff65‘’“”…—·]/u;
const PIECE = new RegExp(`${IDEOGRAPH.source}|(?:(?!${IDEOGRAPH.source})\\S)+`, "gu");
const PER_MINUTE = 400;

export type TextCount = {
  /** Every Chinese character, and every run of letters or digits: `字数` as Word counts it. */
  words: number;
  /** Everything but blanks. */
  characters: number;
  minutes: number;
};

export function countText(text: string): TextCount {
  let words = 0;
  let characters = 0;
  for (const [piece] of text.matchAll(PIECE)) {
    words++;
    for (const _ of piece) characters++;
  }
  return { words, characters, minutes: Math.ceil(words / PER_MINUTE) };
}
