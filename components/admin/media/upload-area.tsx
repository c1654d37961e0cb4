"use client";

import { Upload } from "lucide-react";
import { useRouter } from "next/navigation";
import { FilePick } from "@/components/admin/media/file-pick";
import { UploadList } from "@/components/admin/media/upload-list";
import { useDroppedFiles } from "@/components/admin/media/use-dropped-files";
import { usePastedFiles } from "@/components/admin/media/use-pasted-files";
import { useUploads } from "@/components/admin/media/use-uploads";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";

/** Uploading on the library's page: files are dropped anywhere, pasted or picked. */
export function UploadArea() {
  const router = useRouter();
  const { items, add, retry, dismiss } = useUploads(() => router.refresh());
  const isOver = useDroppedFiles(add);
  usePastedFiles(add);
  useLeaveGuard(items.some(({ state }) => state === "waiting" || state === "sending"));

  return (
    <>
      <div className="upload-line">
        <FilePick label="上传图片" look="main" multiple onFiles={add} />
        <p className="hint">
          也可以把文件拖到这一页，或直接粘贴。JPEG、PNG、WebP、AVIF、GIF，每个最多 20 MB、5000 万像素。
        </p>
      </div>
      <UploadList items={items} onRetry={retry} onDismiss={dismiss} />
      {isOver && (
        <div className="drop" aria-hidden>
          <p>
            <Upload className="icon" aria-hidden />
            松开即上传
          </p>
        </div>
      )}
    </>
  );
}
