"use client";

import { useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { retryPushes } from "@/lib/pushes/actions";
import { CHANNEL_WORDS, type Channel } from "@/lib/pushes/channels";

/** Sends once more what was refused, and ends a pause. */
export function RetryButton({ channel }: { channel: Channel }) {
  const [pending, start] = useTransition();
  const retry = () =>
    start(async () => {
      const result = await retryPushes({ channel }).catch(() => null);
      if (result?.ok) toast.success("几秒内再推送一次，稍后刷新看结果");
      else toast.error(result?.message ?? "连接断开，请再试一次");
    });
  return (
    <Button onClick={retry} pending={pending}>
      再试一次<span className="sr">：{CHANNEL_WORDS[channel].name}</span>
    </Button>
  );
}
