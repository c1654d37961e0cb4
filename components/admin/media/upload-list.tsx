"use client";

import { CircleAlert, CircleCheck, X } from "lucide-react";
import type { UploadItem } from "@/components/admin/media/use-uploads";
import { Button } from "@/components/ui/button";

function Row({ item, onRetry, onDismiss }: { item: UploadItem; onRetry: () => void; onDismiss: () => void }) {
  const { file, state, progress, message } = item;
  const percent = Math.round(progress * 100);
  return (
    <li className={state === "failed" ? "upload bad" : "upload"}>
      <span className="upload-name">{file.name}</span>
      {(state === "waiting" || state === "sending") && (
        <>
          <progress max={100} value={percent} aria-label={`${file.name} 的上传进度`} />
          <span className="n">{state === "waiting" ? "等待" : percent < 100 ? `${percent}%` : "检查中"}</span>
        </>
      )}
      {state === "done" && (
        <span className="upload-says">
          <CircleCheck className="icon" aria-hidden />
          {message || "已上传"}
        </span>
      )}
      {state === "failed" && (
        <>
          <span className="upload-says">
            <CircleAlert className="icon" aria-hidden />
            {message}
          </span>
          <Button onClick={onRetry}>重试</Button>
        </>
      )}
      {(state === "done" || state === "failed") && (
        <button type="button" className="ib" aria-label={`收起 ${file.name}`} onClick={onDismiss}>
          <X className="icon" aria-hidden />
        </button>
      )}
    </li>
  );
}

/** `已上传 2 张，1 张没有成功`, for who does not see the bars. */
function summary(items: UploadItem[]): string {
  const count = (state: UploadItem["state"]) => items.filter((item) => item.state === state).length;
  if (items.length === 0 || count("waiting") + count("sending") > 0) return "";
  const failed = count("failed");
  return `已上传 ${count("done")} 张${failed > 0 ? `，${failed} 张没有成功` : ""}`;
}

export function UploadList({
  items,
  onRetry,
  onDismiss,
}: {
  items: UploadItem[];
  onRetry: (item: UploadItem) => void;
  onDismiss: (key: number) => void;
}) {
  return (
    <>
      <p className="sr" role="status">
        {summary(items)}
      </p>
      {items.length > 0 && (
        <ul className="uploads" aria-label="上传">
          {items.map((item) => (
            <Row key={item.key} item={item} onRetry={() => onRetry(item)} onDismiss={() => onDismiss(item.key)} />
          ))}
        </ul>
      )}
    </>
  );
}
