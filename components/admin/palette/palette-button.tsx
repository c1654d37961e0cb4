"use client";

import { Search } from "lucide-react";
import { openPalette } from "./events";

export const PaletteButton = () => (
  <button type="button" className="kbar" aria-keyshortcuts="Control+K Meta+K" onClick={openPalette}>
    <Search className="icon" aria-hidden />
    <span>查找或执行</span>
    <kbd>Ctrl K</kbd>
  </button>
);
