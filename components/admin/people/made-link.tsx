"use client";

import { useEffect, useRef } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { longTime } from "@/lib/dates";

/** The one moment at which a link's address is known. */
export function MadeLink({ url, expiresAt, isMailed }: { url: string; expiresAt: string; isMailed: boolean }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  async function copy() {
    try {
      await navigator.clipboard.writeText(url);
      toast.success("已复制链接");
    } catch {
      // Without a secure connection a browser lends no clipboard: the address stands selected.
      field.current?.select();
      toast.message("请按 Ctrl+C（苹果电脑按 ⌘C）复制");
    }
  }
  return (
    <div className="made" role="status">
      <label htmlFor="made-url">一次性链接，只显示这一次</label>
      <div className="made-row">
        <input id="made-url" ref={field} readOnly value={url} onFocus={({ target }) => target.select()} />
        <Button onClick={copy}>复制</Button>
      </div>
      <p className="hint">
        {longTime(expiresAt)}（北京时间）前有效，用过一次就作废。
        {isMailed ? "邮件也会发给对方。" : "这里没有配置发邮件，请用别的办法把链接交给对方。"}
      </p>
    </div>
  );
}
