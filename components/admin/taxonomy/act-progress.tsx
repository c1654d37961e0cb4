"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { type Progress, paceOf } from "@/lib/taxonomy/report";

const PAUSE_MS = 700;

/** How far the articles of a merge or split are, while they are on their way. */
export function ActProgress({ id }: { id: string }) {
  const router = useRouter();
  const [known, setKnown] = useState<Progress | null>(null);
  const [now, setNow] = useState(0);
  const [isOffline, setOffline] = useState(false);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let isOver = false;
    async function look() {
      const answer = await fetch(`/api/admin/taxonomy?id=${id}`).catch(() => null);
      if (isOver) return;
      setOffline(!answer?.ok);
      if (answer?.ok) {
        const progress: Progress = await answer.json();
        if (isOver) return;
        setKnown(progress);
        setNow(Date.now());
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

  const pace = known && paceOf(known, now);
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

const sayLeft = (seconds: number) => (seconds < 60 ? `不到 1 分钟` : `约 ${Math.ceil(seconds / 60)} 分钟`);
