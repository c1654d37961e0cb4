"use client";

import { sayLeft, useProgress } from "@/components/ui/use-progress";
import { type RelinkProgress as Progress, paceOf } from "@/lib/securities/relink-progress";

/** How far a look at stored articles is, while it goes on. */
export function RelinkProgress({ begun }: { begun: Progress }) {
  const heard = useProgress<Progress>(`/api/admin/relinks?id=${begun.id}`, begun);
  const { isOffline } = heard;
  const known = heard.known ?? begun;
  const pace = paceOf(known);
  return (
    <div className="act-progress">
      <progress
        max={known.total || 1}
        value={known.total === null ? undefined : known.done}
        aria-label="文章正在重新关联"
      />
      <p role="status">
        {isOffline ? (
          "连不上服务器，操作在后台继续"
        ) : (
          <>
            <span className="num">
              {known.done.toLocaleString("en")}
              {known.total !== null && ` / ${known.total.toLocaleString("en")}`}
            </span>{" "}
            篇看过，{known.changed.toLocaleString("en")} 篇有变化
            {pace && `，每秒约 ${pace.rate.toLocaleString("en")} 篇，还要${sayLeft(pace.left)}`}
          </>
        )}
      </p>
    </div>
  );
}
