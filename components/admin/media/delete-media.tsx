"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { ConfirmDialog } from "@/components/admin/media/confirm-dialog";
import { Button } from "@/components/ui/button";
import { deleteMedia } from "@/lib/media/actions";

export function DeleteMedia({ id, name, closePath }: { id: string; name: string; closePath: string }) {
  const router = useRouter();
  const [isAsking, setIsAsking] = useState(false);
  const [fault, setFault] = useState("");
  const [pending, start] = useTransition();

  const remove = () =>
    start(async () => {
      const result = await deleteMedia({ id });
      if (!result.ok) return setFault(result.message);
      toast.success("已删除");
      router.replace(closePath, { scroll: false });
      router.refresh();
    });

  return (
    <div className="replace">
      <Button look="danger" pending={pending} onClick={() => setIsAsking(true)}>
        删除
      </Button>
      <span className="hint">没有文章用过它</span>
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      {isAsking && (
        <ConfirmDialog title="删除这张图片？" confirm="删除" onConfirm={remove} onClose={() => setIsAsking(false)}>
          “{name}”和它的所有尺寸都会删掉，不能恢复。
        </ConfirmDialog>
      )}
    </div>
  );
}
