"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { KeysDialog } from "@/components/admin/keys/keys-dialog";
import { areSingleKeysOn, isTyping } from "@/components/admin/keys/single-keys";
import type { Role } from "@/lib/context";
import type { Spelled } from "@/lib/spelled";
import { onOpen } from "./events";
import { PaletteDialog } from "./palette-dialog";

/** The keys that work everywhere in the newsroom, and what they open. */
export function Palette({ role, spelled }: { role: Role; spelled: Record<string, Spelled> }) {
  const [open, setOpen] = useState<"palette" | "keys" | null>(null);

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    if ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === "k") {
      // In a text Ctrl+K is the link, and the editor has taken it; with Shift it is always the palette.
      if (event.defaultPrevented && !shiftKey) return;
      event.preventDefault();
      if (open === "palette") setOpen(null);
      else if (!document.querySelector("dialog[open]")) setOpen("palette");
      return;
    }
    if (ctrlKey || metaKey || altKey || event.defaultPrevented || event.repeat || isTyping(event.target)) return;
    if (document.querySelector("dialog[open]") || !areSingleKeysOn()) return;
    if (key === "?" || key === "？") setOpen("keys");
    else if (key === "c") window.location.assign("/admin/articles/new");
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    window.addEventListener("keydown", onKeyDown);
    const end = onOpen(
      () => setOpen("palette"),
      () => setOpen("keys"),
    );
    return () => {
      window.removeEventListener("keydown", onKeyDown);
      end();
    };
  }, []);

  // Closing the palette for the list of keys comes after that was opened.
  const close = (what: typeof open) => () => setOpen((now) => (now === what ? null : now));
  if (open === "palette") return <PaletteDialog role={role} spelled={spelled} onClose={close("palette")} />;
  return open === "keys" ? <KeysDialog onClose={close("keys")} /> : null;
}
