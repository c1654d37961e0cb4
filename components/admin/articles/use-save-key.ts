"use client";

import { useEffect, useEffectEvent } from "react";

/** Ctrl+S or ⌘S, wherever the focus is, but not behind a dialog. */
export function useSaveKey(onSave: () => void) {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key !== "s") return;
    event.preventDefault();
    if (!document.querySelector("dialog[open]")) onSave();
  });
  useEffect(() => {
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}
