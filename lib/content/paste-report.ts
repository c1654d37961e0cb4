import type { Dropped } from "./paste";
import { FOREIGN_PICTURE } from "./paste-pictures";

const UNITS: Record<string, string> = { 内嵌图片: "张", 行内小图: "张", 无效链接: "个" };

/** `粘贴时去掉了：样式 12 处、脚本 1 处；3 张外站图片改为链接`. Empty when nothing worth a word is missing. */
export function pasteReport(dropped: Dropped[]): string {
  const foreign = dropped.find(({ what }) => what === FOREIGN_PICTURE)?.count ?? 0;
  const others = dropped.filter(({ what }) => what !== FOREIGN_PICTURE);
  const gone = others.map(({ what, count }) => `${what} ${count} ${UNITS[what] ?? "处"}`).join("、");
  return [gone && `粘贴时去掉了：${gone}`, foreign > 0 && `${foreign} 张外站图片改为链接`].filter(Boolean).join("；");
}
