"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { type RelinkProgress as Progress, paceOf } from "@/lib/securities/relink-progress";

const PAUSE_MS = 700;
const sayLeft = (seconds: number) => (seconds < 60 ? "不到 1 分钟" : `约 ${Math.ceil(seconds / 60)} 分钟`);

/** How far a look at stored articles is, while it goes on. */
export function RelinkProgress({ begun }: { begun: Progress }) {
  const router = useRouter();
  const [known, setKnown] = useState(begun);
  const [isOffline, setOffline] = useState(false);
  const { id } = begun;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let isOver = false;
    async function look() {
      const answer = await fetch(`/api/admin/relinks?id=${id}`).catch(() => null);
      if (isOver) return;
      setOffline(!answer?.ok);
      if (answer?.ok) {
        const progress: Progress = await answer.json();
        if (isOver) return;
        setKnown(progress);
        if (!progress.isUnderWay) return router.refresh();
      }
      timer = setTimeout(() => void look(), PAUSE_MS);
    }
    void look();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [id, router]);

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
