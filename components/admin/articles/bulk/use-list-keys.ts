"use client";

import { type RefObject, useEffect } from "react";
import { areSingleKeysOn, isTyping } from "@/components/admin/keys/single-keys";

type Selection = { tick: (box: HTMLInputElement, isRange: boolean) => void; tickAll: (checked: boolean) => void };

/** j and k go from title to title, x ticks the row (with Shift: up to it), Escape lets go of all. */
export function useListKeys(root: RefObject<HTMLElement | null>, { tick, tickAll }: Selection) {
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
      if (document.querySelector("dialog[open]")) return;
      if (event.key === "Escape") return tickAll(false);
      if (!areSingleKeysOn()) return;
      const rows = [...(root.current?.querySelectorAll<HTMLElement>("tbody tr") ?? [])];
      const at = rows.findIndex((row) => row.contains(document.activeElement));
      const key = event.key.toLowerCase();
      if (key === "j" || key === "k") {
        const to = at < 0 ? rows[key === "j" ? 0 : rows.length - 1] : rows[at + (key === "j" ? 1 : -1)];
        to?.querySelector<HTMLElement>("th a")?.focus();
      } else if (key === "x" && at >= 0) {
        const box = rows[at]!.querySelector<HTMLInputElement>('input[name="row"]');
        if (!box) return;
        box.checked = event.shiftKey || !box.checked;
        tick(box, event.shiftKey);
      } else return;
      event.preventDefault();
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [root, tick, tickAll]);
}
