import { Button } from "@/components/ui/button";

type Props = {
  mayPublish: boolean;
  /** How many findings keep the story back. */
  blocking: number;
  isLater: boolean;
  pending: boolean;
  onShowBlocking: () => void;
  onPublish: () => void;
  onClose: () => void;
};

/** What is in the way, and the two ways out of the dialog. */
export function DialogFoot({ mayPublish, blocking, isLater, pending, onShowBlocking, onPublish, onClose }: Props) {
  return (
    <footer>
      <p className="hint" role="status">
        {!mayPublish && "发布由编辑完成。"}
        {mayPublish && blocking > 0 && (
          <>
            <button type="button" className="linkish" onClick={onShowBlocking}>
              有 {blocking} 处必须改
            </button>
            ，改好才能发布。
          </>
        )}
      </p>
      <Button onClick={onClose}>{mayPublish ? "取消" : "关闭"}</Button>
      {mayPublish && (
        <Button look="main" onClick={onPublish} pending={pending}>
          {isLater ? "定时发布" : "发布"} <kbd>Ctrl ↵</kbd>
        </Button>
      )}
    </footer>
  );
}
