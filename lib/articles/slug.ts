import { customPinyin, pinyin } from "pinyin-pro";
import { beijingDay } from "@/lib/dates";

const MAX_LENGTH = 60;

// Words of this trade that the dictionary reads otherwise: 行 is háng in every bank.
customPinyin({
  ...{ 央行: "yāng háng", 招行: "zhāo háng", 工行: "gōng háng", 建行: "jiàn háng", 农行: "nóng háng" },
  ...{ 中行: "zhōng háng", 交行: "jiāo háng", 分行: "fēn háng", 支行: "zhī háng", 总行: "zǒng háng" },
  ...{ 投行: "tóu háng", 重组: "chóng zǔ", 重估: "chóng gū", 强劲: "qiáng jìn" },
});

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
