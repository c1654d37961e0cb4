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

/** Initials of a text whose pinyin is known, as readers type them: `hxsb` for 华夏时报, `huaxiashibao`. */
export function initialsOf(text: string, pinyin: string): string {
  let rest = pinyin.toLowerCase().replace(/[^a-z0-9]/g, "");
  const initials = [...text].map((character) => {
    const readings = readingsOf(character.normalize("NFKC"));
    const [meant] = readings.filter((reading) => rest.startsWith(reading)).sort((a, b) => b.length - a.length);
    rest = rest.slice(meant?.length ?? 0);
    return (meant ?? readings[0] ?? "").slice(0, 1);
  });
  return initials.join("");
}
