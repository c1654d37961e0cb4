"use client";

import { useRouter } from "next/navigation";
import { useId, useRef, useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { restoreRevision } from "@/lib/revisions/actions";
import { revisionsPath } from "@/lib/revisions/validation";

export type RestoredArticle = { id: string; version: number; status: string };

type Props = { article: RestoredArticle; revision: number; quiet?: boolean };

/** Asks once more, because readers of a published article see it at once. Nothing is lost either way. */
export function RestoreButton({ article, revision, quiet = false }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const router = useRouter();
  const [pending, start] = useTransition();
  const name = `第 ${revision} 版`;

  const restore = () =>
    start(async () => {
      dialog.current?.close();
      const result = await restoreRevision({ id: article.id, version: article.version, revision });
      if (!result.ok) return void toast.error(result.message);
      toast.success(`已恢复${name}，存为第 ${result.data.version} 版`);
      router.push(revisionsPath(article.id));
    });

  return (
    <>
      <button
        className={quiet ? "linkish" : "btn"}
        type="button"
        aria-disabled={pending || undefined}
        onClick={() => !pending && dialog.current?.showModal()}
      >
        {pending ? "请稍候…" : `恢复${name}`}
      </button>
      <dialog ref={dialog} className="ask" aria-labelledby={title}>
        <h2 id={title}>恢复{name}？</h2>
        <p className="hint">
          文字和设置回到{name}，地址和发布时间不变。会另存为一个新版本，现在的第 {article.version} 版留在记录里。
        </p>
        {article.status === "published" && (
          <p className="hint">
            <strong>文章已发布，读者马上会看到。</strong>
          </p>
        )}
        <div className="acts">
          <Button look="main" onClick={restore}>
            确认恢复
          </Button>
          <Button onClick={() => dialog.current?.close()}>取消</Button>
        </div>
      </dialog>
    </>
  );
}
