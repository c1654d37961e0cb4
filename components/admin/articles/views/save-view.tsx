"use client";

import { Plus } from "lucide-react";
import { useRef } from "react";
import { saveView } from "@/lib/views/actions";
import { ViewDialog } from "./view-dialog";

/** Keeps the list as it stands, its filters, order and columns, under a name. */
export function SaveView({ query, mayShare }: { query: string; mayShare: boolean }) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button type="button" onClick={() => dialog.current?.showModal()}>
        <Plus className="icon" aria-hidden />
        存为视图
      </button>
      <ViewDialog
        ref={dialog}
        title="存为视图"
        view={{ name: "", isShared: false }}
        mayShare={mayShare}
        save={(view) => saveView({ ...view, query })}
      >
        现在的条件、排序和栏目会成为上面的一个标签，随时可以回来。
      </ViewDialog>
    </>
  );
}
