"use client";

import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { rebuildIndex } from "@/lib/search/actions";
import type { IndexStatus } from "@/lib/search/status";

const LOOK_MS = 2000;

const MISMATCH: Record<IndexStatus["mismatch"], string> = {
  none: "词典与现在的名称一致。",
  names: "证券或媒体的名称在那以后有改动：重建之后，新名称按整词切分，找得更准。",
  cutting: "程序更新了切词的办法：重建之前，旧文章可能找不全。",
};

/** How the search index stands, and the button that makes it anew. */
export function IndexSection({ status }: { status: IndexStatus }) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const { articles, indexed, version, isUnderWay, since, mismatch, newNames } = status;

  useEffect(() => {
    if (!isUnderWay) return;
    const timer = setInterval(() => router.refresh(), LOOK_MS);
    return () => clearInterval(timer);
  }, [isUnderWay, router]);

  const rebuild = () =>
    start(async () => {
      const result = await rebuildIndex({}).catch(() => null);
      if (!result?.ok) toast.error(result?.message ?? "连接断开，请再试一次");
    });
  const seconds = since ? (Date.now() - Date.parse(since)) / 1000 : 0;
  const rate = isUnderWay && indexed > 0 && seconds > 1 ? indexed / seconds : 0;
  return (
    <section className="index-section" aria-labelledby="index-title">
      <h2 id="index-title">搜索索引</h2>
      <p>
        <span className="num">{articles.toLocaleString("en")}</span> 篇公开文章，
        <span className="num">{indexed.toLocaleString("en")}</span> 篇在索引里
        {version && (
          <>
            ，词典 <code>{version}</code>
          </>
        )}
        。
      </p>
      {isUnderWay ? (
        <>
          <progress max={articles || 1} value={indexed} aria-label="正在重建索引" />
          <p role="status">
            {rate > 0
              ? `正在重建，每秒约 ${Math.max(1, Math.round(rate)).toLocaleString("en")} 篇，还要 ${Math.ceil((articles - indexed) / rate)} 秒。`
              : "正在重建，半分钟内开始。"}
            读者照常搜索。
          </p>
        </>
      ) : (
        <>
          <p className={mismatch === "none" ? "hint" : "hint index-old"}>
            {MISMATCH[mismatch]}
            {mismatch !== "none" && newNames > 0 && `还没有收进的名称 ${newNames} 个。`}
          </p>
          <div className="settings-acts">
            <Button onClick={rebuild} pending={pending}>
              重建索引
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
