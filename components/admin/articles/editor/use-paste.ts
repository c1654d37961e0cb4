import { useMemo, useRef, useState } from "react";
import { cleanPaste, type Dropped } from "@/lib/content/paste";
import { pasteReport } from "@/lib/content/paste-report";
import { MAX_PASTE } from "@/lib/writing/validation";

/** Copied inside of the editor: ProseMirror says so, and there is no picture of another host that would be lost. */
const isOwn = (html: string) => html.includes("data-pm-slice") && !/<img[^>]+src="(?!\/[^/\\])/i.test(html);

/** At most as many bytes of UTF-8 as the server takes characters. */
function bounded(html: string): string {
  const bytes = new TextEncoder().encode(html);
  return bytes.length <= MAX_PASTE
    ? html
    : new TextDecoder().decode(bytes.subarray(0, MAX_PASTE)).replace(/\ufffd+$/, "");
}

/** Cleans what is pasted, tells what was lost, and hands out the original. */
export function usePaste(onPaste?: (original: string, dropped: Dropped[]) => void) {
  const callback = useRef(onPaste);
  callback.current = onPaste;
  const [pasted, setPasted] = useState<{ report: string; original: string } | null>(null);
  const clean = useMemo(
    () => (html: string) => {
      if (isOwn(html)) return html;
      const { html: cleaned, dropped } = cleanPaste(html, { origin: window.location.origin });
      const original = bounded(html);
      const report = pasteReport(dropped);
      setPasted(report ? { report, original } : null);
      callback.current?.(original, dropped);
      return cleaned;
    },
    [],
  );
  return { pasted, clean, forget: () => setPasted(null) };
}
