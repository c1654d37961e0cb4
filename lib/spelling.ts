import { pinyin } from "pinyin-pro";
import type { Spelled } from "@/lib/spelled";

// A few thousand characters are in use; their lists are shared by all texts.
const known = new Map<string, string[]>();

function readingsOf(character: string): string[] {
  const found = known.get(character);
  if (found) return found;
  const all = pinyin(character, { multiple: true, toneType: "none", type: "array", v: true });
  const letters = all.map((reading) => reading.toLowerCase().replace(/[^a-z0-9]/g, "")).filter(Boolean);
  const readings = [...new Set(letters)];
  known.set(character, readings);
  return readings;
}

/** Every reading counts, because the one that is meant needs a dictionary and a guess: 行 is `hang` and `xing`. */
export const spell = (text: string): Spelled => ({
  text,
  readings: [...text].map((character) => readingsOf(character.normalize("NFKC"))),
});
