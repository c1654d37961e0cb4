"use client";

import { Settings2 } from "lucide-react";
import { useRef } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { changeView, deleteView, saveView } from "@/lib/views/actions";
import { ViewDialog } from "./view-dialog";

export type View = { id: string; name: string; query: string; isShared: boolean; mayChange: boolean };

/** Deleted at once, because it is one press to have it again. */
async function remove(view: View) {
  const gone = await deleteView({ id: view.id }).catch(() => null);
  if (!gone?.ok) return void toast.error(gone?.message ?? "服务器没有回答，请再试一次");
  const back = async () => {
    const again = await saveView(gone.data).catch(() => null);
    if (again?.ok) toast.success(`视图“${view.name}”回来了`);
    else toast.error(again?.message ?? "服务器没有回答，请再试一次");
  };
  toast(`已删除视图“${view.name}”`, { duration: 20_000, action: { label: "撤销", onClick: () => void back() } });
}

/** Renames, shares and deletes the view that is open. */
export function ChangeView({ view, mayShare }: { view: View; mayShare: boolean }) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button type="button" onClick={() => dialog.current?.showModal()}>
        <Settings2 className="icon" aria-hidden />
        改视图
      </button>
      <ViewDialog
        ref={dialog}
        title={`改视图“${view.name}”`}
        view={view}
        mayShare={mayShare}
        save={(changed) => changeView({ id: view.id, ...changed })}
        more={
          <Button
            look="danger"
            onClick={() => {
              dialog.current?.close();
              void remove(view);
            }}
          >
            删除
          </Button>
        }
      >
        {view.isShared ? "这是共享视图，改了大家都会看到。" : "只有你看得到这个视图。"}
      </ViewDialog>
    </>
  );
}
