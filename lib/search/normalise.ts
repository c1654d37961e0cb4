import { Converter } from "opencc-js/t2cn";

let simplified: ((text: string) => string) | undefined;
/** What each code unit becomes, plus one; 0: not looked at yet. */
const table = new Uint32Array(0x10000);

function levelled(unit: number): number {
  const character = String.fromCharCode(unit);
  // Halves of pairs have no meaning of their own.
  if (unit >= 0xd800 && unit <= 0xdfff) return unit;
  simplified ??= Converter({ from: "t", to: "cn" });
  const wide = character.normalize("NFKC");
  const lower = (wide.length === 1 ? wide : character).toLowerCase();
  const one = lower.length === 1 ? lower : character;
  const han = /\p{Script=Han}/u.test(one) ? simplified(one) : one;
  return (han.length === 1 ? han : one).charCodeAt(0);
}

/**
 * A text as it is searched: widths and case levelled, traditional characters made simplified, each by itself, so that
 * every character keeps its place and what is found can be marked in the text as it was written.
 * Characters by OpenCC's table (https://github.com/BYVoid/OpenCC).
 * @returns as many UTF-16 code units as it was given
 */
export function normalise(text: string): string {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    let known = table[unit]!;
    if (known === 0) {
      known = levelled(unit) + 1;
      table[unit] = known;
    }
    units[at] = known - 1;
  }
  let made = "";
  // The arguments of a call have a bound.
  for (let from = 0; from < units.length; from += 8192)
    made += String.fromCharCode(...units.subarray(from, from + 8192));
  return made;
}
