import type { Removed } from "@/lib/db/schema";

const NAMES: [keyof Removed, string, string][] = [
  ["characters", "正文", "字"],
  ["versions", "版本", "个"],
  ["pictures", "只有它用的图片", "张"],
  ["imports", "导入的原件", "份"],
  ["drafts", "未保存的稿子", "份"],
  ["pastes", "粘贴的原文", "份"],
  ["previews", "预览外链", "个"],
  ["corrections", "更正说明", "条"],
  ["reports", "报错里的原文", "条"],
];

/** How much goes, or went, with an article. */
export function RemovedList({ removed }: { removed: Removed }) {
  return (
    <dl className="removed">
      {NAMES.filter(([key]) => removed[key] > 0).map(([key, name, unit]) => (
        <div key={key}>
          <dt>{name}</dt>
          <dd>
            {removed[key].toLocaleString("en")} {unit}
          </dd>
        </div>
      ))}
    </dl>
  );
}
