"use client";

import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { undoAct } from "@/lib/taxonomy/actions";

const STAYS_MS = 12_000;

/** After a merge or split: goes where its articles go, and says what was done with the way back. */
export function useBegun() {
  const router = useRouter();
  async function undo(id: string, back: string) {
    const result = await undoAct({ id }).catch(() => null);
    if (!result?.ok) return void toast.error(result?.message ?? "没有连上服务器，请到“合并与拆分记录”里撤销");
    toast.success("已撤销，文章正在回到原处");
    router.push(back);
  }
  return ({ id, said, to, back }: { id: string; said: string; to: string; back: string }) => {
    router.push(to);
    toast.success(said, { duration: STAYS_MS, action: { label: "撤销", onClick: () => void undo(id, back) } });
  };
}
