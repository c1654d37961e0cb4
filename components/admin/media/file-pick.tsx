"use client";

import { useRef } from "react";
import { Button } from "@/components/ui/button";

const ACCEPT = "image/jpeg,image/png,image/webp,image/avif,image/gif";

/** A button that lets files be picked. */
export function FilePick({
  label,
  look = "plain",
  multiple = false,
  pending = false,
  onFiles,
}: {
  label: string;
  look?: "plain" | "main";
  multiple?: boolean;
  pending?: boolean;
  onFiles: (files: File[]) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button look={look} pending={pending} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={ACCEPT}
        multiple={multiple}
        aria-label={label}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // The same file may be picked again.
          currentTarget.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
