"use client";

import { useEffect, useRef, useState } from "react";

const hasFiles = (transfer: DataTransfer | null) => transfer !== null && [...transfer.types].includes("Files");

type Options = {
  /** Whether what is dragged is for us. */
  wanted?: (event: DragEvent) => boolean;
};

/** Files dropped anywhere on the page. @returns whether some are held over it */
export function useDroppedFiles(onFiles: (files: File[], event: DragEvent) => void, options: Options = {}): boolean {
  const [isOver, setIsOver] = useState(false);
  const take = useRef({ onFiles, ...options });
  take.current = { onFiles, ...options };

  useEffect(() => {
    const ended = new AbortController();
    const listen = <Name extends keyof WindowEventMap>(name: Name, handler: (event: WindowEventMap[Name]) => void) =>
      window.addEventListener(name, handler, { signal: ended.signal });
    // Entering a child comes before leaving its parent, so they are counted.
    let depth = 0;
    const count = (to: number) => {
      depth = Math.max(0, to);
      setIsOver(depth > 0);
    };
    const isWanted = (event: DragEvent) => hasFiles(event.dataTransfer) && (take.current.wanted?.(event) ?? true);
    listen("dragenter", (event) => isWanted(event) && count(depth + 1));
    listen("dragleave", (event) => isWanted(event) && count(depth - 1));
    listen("dragover", (event) => {
      // Without this the browser would leave the page and open the file.
      if (hasFiles(event.dataTransfer)) event.preventDefault();
    });
    listen("drop", (event) => {
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      count(0);
      if (isWanted(event)) take.current.onFiles([...(event.dataTransfer?.files ?? [])], event);
    });
    return () => ended.abort();
  }, []);

  return isOver;
}
