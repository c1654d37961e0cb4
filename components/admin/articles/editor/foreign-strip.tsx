"use client";

import { Button } from "@/components/ui/button";
import type { useForeignPictures } from "./use-foreign-pictures";

/** How far the pasted pictures of other sites are, and why some of them stay links. */
export function ForeignStrip({ items, retry, forget }: ReturnType<typeof useForeignPictures>) {
  if (items.length === 0) return null;
  const failed = items.filter(({ state }) => state === "failed");
  const done = items.filter(({ state }) => state === "done").length;
  const isBusy = done + failed.length < items.length;
  const words = isBusy
    ? `正在把外站图片收进图库：${done + failed.length}/${items.length}`
    : [
        done > 0 && `${done} 张外站图片已收进图库，放在原处`,
        failed.length > 0 && `${failed.length} 张没有收进，仍是链接`,
      ]
        .filter(Boolean)
        .join("；");
  return (
    <div className="note foreign">
      <p role="status">{words}</p>
      {isBusy ? (
        <progress max={items.length} value={done + failed.length} aria-label="收进图库的进度" />
      ) : (
        <div className="pair">
          {failed.length > 0 && <Button onClick={retry}>再试一次</Button>}
          <Button onClick={forget}>知道了</Button>
        </div>
      )}
      {failed.length > 0 && (
        <ul>
          {failed.map(({ url, alt, message }) => (
            <li key={url}>
              {alt || "图片"}（{new URL(url).host}）：{message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
