import type { RefObject } from "react";
import { Button } from "@/components/ui/button";
import { takedownPath } from "@/lib/takedowns/validation";
import type { Writing } from "@/lib/writing/loaders";
import { ReviewActs } from "./review/review-acts";
import type { useArticleWriting } from "./use-article-writing";
import type { Saved } from "./use-saving";

export type Dialogs = {
  withdrawing: RefObject<HTMLDialogElement | null>;
  returning: RefObject<HTMLDialogElement | null>;
};

type Props = {
  kind: "story" | "flash";
  saved: Saved | null;
  may: Writing["may"];
  mayWrite: boolean;
  pending: boolean;
  writing: Pick<ReturnType<typeof useArticleWriting>, "submit" | "recall" | "unschedule" | "trash" | "restore">;
  dialogs: Dialogs;
  onReschedule: () => void;
};

/** Where the article can go from where it stands. Links load the whole page, so that unsaved text is asked about. */
export function StepActs({ kind, saved, may, mayWrite, pending, writing, dialogs, onReschedule }: Props) {
  const status = saved?.status ?? "draft";
  const inReview = status === "in_review" && mayWrite;
  return (
    <div className="acts">
      <ReviewActs
        may={{
          submit: may.submit && may.publish && status === "draft" && mayWrite,
          recall: may.recall && inReview,
          return: may.return && inReview,
        }}
        pending={pending}
        onSubmit={writing.submit}
        onRecall={writing.recall}
        onReturn={() => dialogs.returning.current?.showModal()}
      />
      {may.unpublish && status === "published" && saved && (
        <a className="btn" href={`/admin/front?${kind === "flash" ? "bar" : "add"}=${saved.id}`}>
          {kind === "flash" ? "放上突发条" : "放上首页"}
        </a>
      )}
      {may.unpublish && status === "published" && (
        <Button pending={pending} onClick={() => dialogs.withdrawing.current?.showModal()}>
          撤回
        </Button>
      )}
      {may.unpublish && status === "scheduled" && (
        <>
          <Button pending={pending} onClick={onReschedule}>
            改时间
          </Button>
          <Button pending={pending} onClick={writing.unschedule}>
            取消定时
          </Button>
        </>
      )}
      {may.trash && saved && status !== "trashed" && (
        <Button look="danger" pending={pending} onClick={writing.trash}>
          移到回收站
        </Button>
      )}
      {may.takedown && saved && (
        <a className="btn btn-danger" href={takedownPath(saved.id)}>
          按要求永久删除…
        </a>
      )}
      {may.restore && status === "trashed" && (
        <Button pending={pending} onClick={writing.restore}>
          恢复
        </Button>
      )}
    </div>
  );
}
