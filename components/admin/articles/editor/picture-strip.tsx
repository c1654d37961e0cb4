"use client";

import { UploadList } from "@/components/admin/media/upload-list";
import type { usePictures } from "./use-pictures";

/** How far the pictures are that were dropped or pasted, and what became of those that were refused. */
export function PictureStrip({ items, isOver, placed, retry, dismiss }: ReturnType<typeof usePictures>) {
  return (
    <>
      <p className="sr" role="status">
        {placed > 0 && `已放进正文 ${placed} 张图片`}
      </p>
      {isOver && <p className="note over">松开，图片就传到图库，放进正文</p>}
      {items.length > 0 && (
        <div className="note sent">
          <UploadList items={items} onRetry={retry} onDismiss={dismiss} />
        </div>
      )}
    </>
  );
}
