"use client";

import { useRef } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";

/** The picture as a piece of HTML. It stands there to be copied by hand where the browser refuses to. */
export function CopyHtml({ html }: { html: string }) {
  const field = useRef<HTMLInputElement>(null);

  async function copy() {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(html);
      toast.success("已复制");
    } catch {
      toast.error("浏览器不让自动复制，文字已选中，请按 Ctrl+C");
    }
  }

  return (
    <div className="copy">
      <input ref={field} className="mono" aria-label="HTML" value={html} readOnly />
      <Button onClick={copy}>复制 HTML</Button>
    </div>
  );
}
