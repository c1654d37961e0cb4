import { normalise } from "@/lib/search/normalise";

/** What of an article tells its story. */
export type StoryText = { title: string; text: string };

/** Who says it, and when it was sent: that differs from outlet to outlet while the story stays the same. */
const SOURCES = [
  // （文章来源：潮汐证券报） （记者 程予安） （编辑：沈知微）
  /[（(【[](?:文章来源|来源|原标题|作者|记者|本报记者|见习记者|实习记者|通讯员|责任编辑|责编|编辑|转自|图源|摄影|校对)[^（）()【】[\]\n]{0,60}[）)】\]]/g,
  // 文章来源：… on a line of its own
  /^ *(?:文章来源|来源|作者|记者|责任编辑|责编|编辑|转自|校对)[:：/ ].{0,60}$/gm,
  // 云岭能源报赣西11月23日电（记者 程予安）； 【北岭网11月23日讯】
  /^ *[【（(]?[^\s，。；：:,;\d]{0,16}\d{1,2}月\d{1,2}日(?:电|讯|消息)[】）)]?(?: *[（(]记者[^）)]*[）)])?[ ：:，,]*/gm,
  // 本报讯
  /^ *[【（(]?本[报网刊社台]讯[】）)]?(?: *[（(]记者[^）)]*[）)])?[ ：:，,]*/gm,
  // 据云岭能源报报道， 本报综合消息：
  /^ *(?:据[^，。]{2,16}(?:报道|消息|获悉)|本[报网台刊]?(?:综合)?(?:消息|报道|获悉))[，,：:]/gm,
];

/** A text as it is compared: one spelling of every sign, without who says it; lines stay lines. */
export function levelled(raw: string): string {
  let text = normalise(raw);
  for (const pattern of SOURCES) text = text.replace(pattern, "");
  return text;
}

const SIGNS = /[^\p{Script=Han}\p{L}\p{N}%.]+/gu;

/** Letters and figures only: where a comma stands is no difference. */
export const bare = (text: string) => text.replace(SIGNS, "").replace(/\.(?!\d)/g, "");

/** Every two letters in a row. */
export const pairsOf = (text: string) => new Set([...text].slice(1).map((letter, n) => text[n]! + letter));
