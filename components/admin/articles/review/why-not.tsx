import type { StatusName } from "@/components/admin/articles/status";

/** Why there is no button for publishing. */
export function WhyNot({ status, worksHere }: { status: StatusName; worksHere: boolean }) {
  if (!worksHere) return <p className="hint">你在这个媒体没有权限，只能看。</p>;
  return <p className="hint">{status === "in_review" && "等编辑审稿，现在不能改。"}发布由编辑完成。</p>;
}
