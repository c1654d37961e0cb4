"use client";

import { useEffect, useRef } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";

/** The one moment at which the codes are known. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  async function copy() {
    try {
      await navigator.clipboard.writeText(codes.join("\n"));
      toast.success("已复制恢复码");
    } catch {
      toast.error("浏览器不让复制，请抄下来");
    }
  }
  return (
    <div className="codes">
      <h3 ref={heading} tabIndex={-1}>
        恢复码，只显示这一次
      </h3>
      <p>手机不在身边时，用一个恢复码代替动态码。每个只能用一次，请抄下来收好。</p>
      <ol aria-label="恢复码">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="acts">
        <Button look="main" onClick={onDone}>
          我收好了
        </Button>
        <Button onClick={copy}>复制</Button>
      </div>
    </div>
  );
}
