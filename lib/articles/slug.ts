import { pinyin } from "pinyin-pro";
import { beijingDay } from "@/lib/dates";

const MAX_LENGTH = 60;

/** `xu-zuo-mlf-20261124`: the title in pinyin, cut between syllables, and the day in Beijing. */
export function suggestSlug(title: string, now: Date): string {
  const words = pinyin(title, { toneType: "none", type: "array", nonZh: "consecutive", v: true }).flatMap(
    (part) =>
      part
        .toLowerCase()
        .normalize("NFKD")
        .match(/[a-z0-9]+/g) ?? [],
  );
  const kept: string[] = [];
  let length = 0;
  for (const word of words) {
    if (length + word.length + 1 > MAX_LENGTH - 9) break;
    kept.push(word);
    length += word.length + 1;
  }
  return [...kept, beijingDay(now).replaceAll("-", "")].join("-");
}
