/** Who says it, not of whom it is said: sources, writers, editors. */
const PATTERNS = [
  // （文章来源：上海证券报） （记者 王佳） （作者系中信证券首席分析师）
  /\((?:文章来源|信息来源|资料来源|数据来源|图片来源|来源|原标题|作者|记者|见习记者|实习记者|责任编辑|责编|编辑|转自|图源|图\/|摄影|撰文|本报记者)[^()\n]{0,60}\)/g,
  // A line that names its source or its writers and nothing else.
  /^[ (【[]*(?:文章来源|信息来源|资料来源|数据来源|图片来源|来源|作者|记者|本报记者|见习记者|实习记者|责任编辑|责编|编辑|校对|审核|转自|图源|摄影|撰文)(?:[::/]| (?=\S)).{0,60}$/gm,
  // 来源：东方财富研究中心, at the end of a line.
  /(?:文章来源|数据来源|图片来源|资料来源|来源):[^\n。]{2,24}$/gm,
  // （证券时报） behind the last sentence of a paragraph.
  /(?<=[。!?”] ?)\([^()\n\d]{2,12}\)$/gm,
  // 本报记者 白云山
  /记者 ?[\p{Script=Han}]{2,4}(?=[、 ,,])/gu,
  // 据同花顺iFinD数据, 来自东方财富的数据
  /(?:同花顺|东方财富|大智慧|指南针)(?:网|财经)?(?:iFinD|iFind|Choice|Level|数据|统计|金融终端|研究中心|资讯|终端|App|APP)/g,
  /(?<=据|来自|根据|引用|援引)(?:同花顺|东方财富|大智慧|指南针)(?=[^。,\n]{0,6}(?:数据|统计|显示|消息|报道))/g,
];

/** The text with all that blanked out; places stay what they are. Takes folded text. */
export function withoutAttribution(text: string): string {
  let rest = text;
  for (const pattern of PATTERNS) rest = rest.replace(pattern, (found) => "\u0001".repeat(found.length));
  return rest;
}
