"use client";

import { useEffect, useRef, useState } from "react";

const hasFiles = (transfer: DataTransfer | null) => transfer !== null && [...transfer.types].includes("Files");

/** Files dropped anywhere on the page, or pasted. @returns whether some are held over it */
export function useDroppedFiles(onFiles: (files: File[]) => void): boolean {
  const [isOver, setIsOver] = useState(false);
  const take = useRef(onFiles);
  take.current = onFiles;

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
    listen("dragenter", (event) => hasFiles(event.dataTransfer) && count(depth + 1));
    listen("dragleave", (event) => hasFiles(event.dataTransfer) && count(depth - 1));
    listen("dragover", (event) => {
      // Without this the browser would leave the page and open the file.
      if (hasFiles(event.dataTransfer)) event.preventDefault();
    });
    listen("drop", (event) => {
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      count(0);
      take.current([...(event.dataTransfer?.files ?? [])]);
    });
    listen("paste", (event) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      take.current(files);
    });
    return () => ended.abort();
  }, []);

  return isOver;
}
