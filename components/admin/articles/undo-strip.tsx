"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { restoreArticle } from "@/lib/articles/actions";
import { unanswered } from "./unanswered";

/** Takes back the move to the bin. It waits as long as the reader of this page needs. */
export function UndoStrip({ article }: { article: { id: string; title: string; version: number } }) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const undo = () =>
    start(async () => {
      const back = await restoreArticle({ id: article.id, version: article.version }).catch(() => unanswered("撤销"));
      if (!back.ok) return void toast.error(back.message);
      toast.success("已恢复");
      router.replace("/admin/articles");
    });
  return (
    <div className="undo" role="status">
      <p>《{article.title}》已移到回收站。</p>
      <Button pending={pending} onClick={undo}>
        {pending ? "请稍候…" : "撤销"}
      </Button>
    </div>
  );
}
