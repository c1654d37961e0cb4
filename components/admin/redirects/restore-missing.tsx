"use client";

import { useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { heedMissing } from "@/lib/redirects/actions";

/** Lists an ignored address again. */
export function RestoreMissing({ path }: { path: string }) {
  const [pending, start] = useTransition();
  const restore = () =>
    start(async () => {
      const result = await heedMissing({ path }).catch(() => null);
      if (result?.ok) toast.success(`又会列出：${path}`);
      else toast.error(result?.message ?? "服务器没有回答，请再试一次");
    });
  return (
    <Button pending={pending} onClick={restore} aria-label={`恢复 ${path}`}>
      恢复
    </Button>
  );
}
