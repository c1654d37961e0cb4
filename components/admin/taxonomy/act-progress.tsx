"use client";

import { sayLeft, useProgress } from "@/components/ui/use-progress";
import { type Progress, paceOf } from "@/lib/taxonomy/report";

/** How far the articles of a merge or split are, while they are on their way. */
export function ActProgress({ id }: { id: string }) {
  const { known, at, isOffline } = useProgress<Progress>(`/api/admin/taxonomy?id=${id}`);
  const pace = known && paceOf(known, at);
  return (
    <div className="act-progress">
      <progress
        max={known?.total || 1}
        value={known ? known.done : undefined}
        aria-label={known?.isBack ? "文章正在回到原处" : "文章正在移动"}
      />
      <p role="status">
        {isOffline
          ? "连不上服务器，操作在后台继续"
          : known && (
              <>
                <span className="num">
                  {known.done.toLocaleString("en")} / {known.total.toLocaleString("en")}
                </span>{" "}
                篇
                {pace && known.isUnderWay && `，每秒约 ${pace.rate.toLocaleString("en")} 篇，还要${sayLeft(pace.left)}`}
              </>
            )}
      </p>
    </div>
  );
}
