"use client";

import { CircleAlert } from "lucide-react";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { retryMedia } from "@/lib/media/actions";

/** Why processing failed, and another try. */
export function RetryMedia({ id, fault, mayRetry }: { id: string; fault: string | null; mayRetry: boolean }) {
  const [message, setMessage] = useState("");
  const [pending, start] = useTransition();
  const retry = () =>
    start(async () => {
      const result = await retryMedia({ id });
      if (!result.ok) setMessage(result.message);
    });
  return (
    <div className="alert" role="alert">
      <CircleAlert className="icon" aria-hidden />
      <div>
        <p>各种尺寸没有做出来：{message || fault}。读者看到的是原图。</p>
        {mayRetry && (
          <Button pending={pending} onClick={retry}>
            再试一次
          </Button>
        )}
      </div>
    </div>
  );
}
