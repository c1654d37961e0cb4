"use client";

import { useEffect, useRef } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";

/** The one moment at which a token is known. */
export function MadeToken({ secret }: { secret: string }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  async function copy() {
    try {
      await navigator.clipboard.writeText(secret);
      toast.success("已复制令牌");
    } catch {
      // Without a secure connection a browser lends no clipboard: the token stands selected.
      field.current?.select();
      toast.message("请按 Ctrl+C（苹果电脑按 ⌘C）复制");
    }
  }
  return (
    <div className="made" role="status">
      <label htmlFor="made-token">令牌，只显示这一次</label>
      <div className="made-row">
        <input id="made-token" ref={field} readOnly value={secret} onFocus={({ target }) => target.select()} />
        <Button onClick={copy}>复制</Button>
      </div>
      <p className="hint">请现在就交给合作方。这里只存它的指纹，以后谁也看不到它；丢了就撤销，再建一个。</p>
    </div>
  );
}
