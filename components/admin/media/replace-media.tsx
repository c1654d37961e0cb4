"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { ConfirmDialog } from "@/components/admin/media/confirm-dialog";
import { FilePick } from "@/components/admin/media/file-pick";
import { sendFile } from "@/components/admin/media/send-file";

/** Puts another file in the picture's place; asks first when articles show it. */
export function ReplaceMedia({ id, used }: { id: string; used: number }) {
  const router = useRouter();
  const [asked, setAsked] = useState<File | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const [fault, setFault] = useState("");

  async function replace(file: File) {
    setFault("");
    setProgress(0);
    const answer = await sendFile(file, setProgress, id);
    setProgress(null);
    if (!answer.ok) return setFault(answer.message);
    toast.success("已替换");
    router.refresh();
  }

  return (
    <div className="replace">
      <FilePick
        label="替换文件"
        pending={progress !== null}
        onFiles={([file]) => file && (used > 0 ? setAsked(file) : replace(file))}
      />
      <span className="hint">编号和地址不变</span>
      {progress !== null && <progress max={1} value={progress} aria-label="替换的上传进度" />}
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      {asked && (
        <ConfirmDialog
          title="替换这张图片？"
          confirm="替换"
          onConfirm={() => replace(asked)}
          onClose={() => setAsked(null)}
        >
          有 {used} 篇文章用着它，都会换成“{asked.name}”，已发布的读者马上看到。替代文字和图注不变，请看看是否还合适。
        </ConfirmDialog>
      )}
    </div>
  );
}
