/** A security that is being looked for in the text: `$gzmt`, from where to where it stands. */
export type Trigger = { query: string; from: number; to: number };

// A Chinese keyboard gives ￥ where the key says $.
const BEFORE_CARET = /[$＄￥¥#＃]([A-Za-z0-9.'*\p{Script=Han}]{1,16})$/u;
/** `$80` is an amount, `$600` may be one. */
const FEW_DIGITS = /^\d{1,2}$/;

export function findTrigger(text: string, caret: number): Trigger | null {
  const match = BEFORE_CARET.exec(text.slice(0, caret));
  if (!match || FEW_DIGITS.test(match[1]!)) return null;
  return { query: match[1]!, from: match.index, to: caret };
}
